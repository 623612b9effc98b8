import cloud from 'wx-server-sdk';

/** Who calls, as the platform says; nothing of it can be chosen by the caller. */
export interface Caller {
  /** Empty when no person calls. */
  openid: string;
  /** The chain of sources, comma-separated, e.g. "wx_client"; compared whole. */
  source: string;
  /** The mini-program's id. */
  appid: string;
  /** Where the caller's phone is in the network, IPv4 or else IPv6; empty where the platform does not say. It goes into no document and no log. */
  address: string;
}

/** Valid only while an invocation runs: the platform rewrites it before each one. */
export function currentCaller(): Caller {
  // Not as typed: the SDK makes a number of an identity that is all digits.
  const { OPENID, SOURCE, APPID, CLIENTIP, CLIENTIPV6 }: Record<string, unknown> = { ...cloud.getWXContext() };
  return {
    openid: text(OPENID),
    source: text(SOURCE),
    appid: text(APPID),
    address: text(CLIENTIP) || text(CLIENTIPV6),
  };
}

function text(value: unknown): string {
  return typeof value === 'number' ? value.toString() : typeof value === 'string' ? value : '';
}
