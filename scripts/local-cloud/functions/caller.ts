/** On whose behalf a function runs. Only the cloud's own doors set it; nothing in an event can. */
export interface Caller {
  /** Missing for timers and for calls from outside WeChat. */
  openid?: string;
  /** `wx_client`, `wx_devtools`, `wx_trigger`, …; a chain such as `wx_client,scf` when a function called on. */
  source: string;
  clientIp?: string;
}

/** What every function finds in its environment, whoever calls. */
export interface CloudIdentity {
  envId: string;
  appid: string;
  /** The address of the admin door, known once the cloud listens. */
  adminUrl: () => string;
}

/** The environment of an instance for its whole life; names and meaning as wx-server-sdk and node-sdk read them. */
export function instanceEnvironment(cloud: CloudIdentity, credential: string): Record<string, string> {
  return {
    // Without SCF here the SDK asks the network for metadata on every call.
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: credential,
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: cloud.envId,
    TCB_ENV: cloud.envId,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: cloud.adminUrl() }),
  };
}

/** The environment of one invocation: rewritten for each, as an instance serves one caller after the other. */
export function callerEnvironment(caller: Caller, cloud: CloudIdentity): Record<string, string> {
  const identity: Record<string, string> = { WX_APPID: cloud.appid };
  if (caller.openid !== undefined) identity['WX_OPENID'] = caller.openid;
  if (caller.clientIp !== undefined) identity['WX_CLIENTIP'] = caller.clientIp;
  return {
    ...identity,
    WX_CONTEXT_KEYS: Object.keys(identity).join(','),
    TCB_SOURCE: caller.source,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
    ...(caller.source === TIMER_SOURCE ? { TRIGGER_SRC: 'timer' } : {}),
  };
}

/** The source of an invocation by a timer. */
export const TIMER_SOURCE = 'wx_trigger';
