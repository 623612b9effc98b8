import { objectField, refuse, succeed, textField, type OpenApi } from './open-api';

/** What customer service said to somebody. */
export interface ServiceMessage {
  /** Epoch ms. */
  sentAt: number;
  touser: string;
  text: string;
}

/** `customerServiceMessage.send` of plain texts, into a list. */
export function sendServiceMessage(sent: ServiceMessage[]): OpenApi {
  return ({ fields, now }) => {
    const touser = textField(fields, 'touser');
    if (touser === '') return refuse(40003, 'invalid openid');
    if (textField(fields, 'msgtype') !== 'text') return refuse(40008, 'invalid message type');
    const text = objectField(fields, 'text')?.['content'];
    if (typeof text !== 'string' || text === '') return refuse(44004, 'empty content');
    // WeChat's limit is 2048 bytes.
    if (Buffer.byteLength(text) > 2048) return refuse(45002, 'content size out of limit');
    sent.push({ sentAt: now, touser, text });
    return succeed();
  };
}
