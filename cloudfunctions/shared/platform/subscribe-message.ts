import cloud from 'wx-server-sdk';
import { programVersion } from './environment';
import { attemptWechat } from './wechat-fault';

/** The open API that sends what somebody consented to; it has to be listed in the function's config.json. */
interface MessageApi {
  send(options: {
    touser: string;
    templateId: string;
    page: string;
    data: Record<string, { value: string }>;
    miniprogramState: string;
    lang: 'zh_CN';
  }): Promise<unknown>;
}

// The SDK's typings know `openapi` as a record of anything.
const messages = (): MessageApi => cloud.openapi['subscribeMessage'] as MessageApi;

const states = { release: 'formal', trial: 'trial', develop: 'developer' } as const;

export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** Without a slash ahead, with its query. */
  page: string;
  /** By the template's fields. */
  data: Record<string, string>;
}

/**
 * `subscribeMessage.send`.
 * @throws WechatFault; one with an errcode was not sent, one without may have been
 */
export async function sendSubscribeMessage({ openid, templateId, page, data }: SubscribeMessage): Promise<void> {
  const values = Object.fromEntries(Object.entries(data).map(([field, value]) => [field, { value }]));
  const miniprogramState = states[programVersion()];
  const options = { touser: openid, templateId, page, data: values, miniprogramState, lang: 'zh_CN' as const };
  await attemptWechat('subscribeMessage.send', () => messages().send(options));
}
