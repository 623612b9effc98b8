import { refuse, type Answered } from '../../contract/answered';
import type { ErrorCode } from '../../contract/errors';
import { WechatFault } from '../../platform/wechat-fault';

/** Turns WeChat's refusal into one of ours; any other fault goes on. */
export async function orUnavailable<Data, Code extends ErrorCode>(
  attempt: () => Promise<Answered<Data, Code>>,
): Promise<Answered<Data, Code | 'WECHAT_UNAVAILABLE'>> {
  try {
    return await attempt();
  } catch (fault) {
    if (!(fault instanceof WechatFault)) throw fault;
    return refuse('WECHAT_UNAVAILABLE', fault.message, { errcode: fault.errcode });
  }
}
