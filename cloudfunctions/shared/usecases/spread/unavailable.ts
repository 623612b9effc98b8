import { refuse, type Answered } from '../../contract/answered';
import { WechatFault } from '../../platform/wechat-fault';

/** Turns WeChat's refusal into one of ours; any other fault goes on. */
export async function orUnavailable<Data>(attempt: () => Promise<Answered<Data>>): Promise<Answered<Data>> {
  try {
    return await attempt();
  } catch (fault) {
    if (!(fault instanceof WechatFault)) throw fault;
    const details = fault.errcode === undefined ? undefined : { errcode: fault.errcode };
    return refuse('WECHAT_UNAVAILABLE', fault.message, details);
  }
}
