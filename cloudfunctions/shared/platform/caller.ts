import cloud from 'wx-server-sdk';

/** Who calls, as the platform says; nothing of it can be chosen by the caller. */
export interface Caller {
  /** Empty when no person calls. */
  openid: string;
  /** The chain of sources, comma-separated, e.g. "wx_client"; compared whole. */
  source: string;
}

/** Valid only while an invocation runs: the platform rewrites it before each one. */
export function currentCaller(): Caller {
  // Not as typed: the SDK makes a number of an identity that is all digits.
  const { OPENID = '', SOURCE = '' }: { OPENID?: unknown; SOURCE?: unknown } = cloud.getWXContext();
  return { openid: text(OPENID), source: text(SOURCE) };
}

function text(value: unknown): string {
  return typeof value === 'number' ? value.toString() : typeof value === 'string' ? value : '';
}
