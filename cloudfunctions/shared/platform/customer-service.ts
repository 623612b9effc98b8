import cloud from 'wx-server-sdk';

/** The open API that answers a customer; it has to be listed in the function's config.json. */
interface ServiceApi {
  send(options: { touser: string; msgtype: 'text'; text: { content: string } }): Promise<unknown>;
}

// The SDK's typings know `openapi` as a record of anything.
const service = (): ServiceApi => cloud.openapi['customerServiceMessage'] as ServiceApi;

/**
 * Answers somebody who wrote to customer service.
 * @returns false when WeChat did not take it
 */
export async function answerCustomer(openid: string, text: string): Promise<boolean> {
  try {
    await service().send({ touser: openid, msgtype: 'text', text: { content: text } });
    return true;
  } catch {
    // Whoever asked is handed to a person instead.
    return false;
  }
}
