/** WeChat did not do what an open API was asked for. */
export class WechatFault extends Error {
  /** WeChat's own code, which says that nothing was done; absent where no answer came, and it may have been. */
  readonly errcode: number | undefined;

  constructor(api: string, cause: unknown) {
    const errcode = codeOf(cause);
    super(`${api}: ${errcode === undefined ? 'no answer' : `errcode ${errcode}`}`, { cause });
    this.errcode = errcode;
  }
}

/** WeChat's codes are -1 or positive; those of the SDK and of the cloud between are large negative ones. */
function codeOf(cause: unknown): number | undefined {
  if (typeof cause !== 'object' || cause === null || !('errCode' in cause)) return undefined;
  const { errCode } = cause;
  return typeof errCode === 'number' && (errCode === -1 || errCode > 0) ? errCode : undefined;
}

/** @throws WechatFault */
export async function attemptWechat<Answer>(api: string, call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (cause) {
    throw new WechatFault(api, cause);
  }
}
