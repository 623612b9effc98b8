import cloud from 'wx-server-sdk';
import { programVersion } from './environment';
import { attemptWechat } from './wechat-fault';

/** The open API that makes links; it has to be listed in the function's config.json. */
interface LinkApi {
  generate(options: {
    path: string;
    query: string;
    expireType: 0;
    expireTime: number;
    envVersion: string;
  }): Promise<{ urlLink: string }>;
}

// The SDK's typings know `openapi` as a record of anything.
const links = (): LinkApi => cloud.openapi['urllink'] as LinkApi;

/**
 * `urllink.generate`: a link that opens a page from SMS, the web or print.
 * @param expiresAt epoch milliseconds, within 30 days
 * @throws WechatFault
 */
export async function makeUrlLink(path: string, query: string, expiresAt: number): Promise<string> {
  const expireTime = Math.floor(expiresAt / 1000);
  const options = { path, query, expireType: 0 as const, expireTime, envVersion: programVersion() };
  return (await attemptWechat('urllink.generate', () => links().generate(options))).urlLink;
}
