import cloud from 'wx-server-sdk';
import { programVersion } from './environment';
import { attemptWechat } from './wechat-fault';

/** The open API that draws codes; it has to be listed in the function's config.json. */
interface CodeApi {
  getUnlimited(options: {
    scene: string;
    page: string;
    width: number;
    checkPath: boolean;
    envVersion: string;
  }): Promise<{ contentType: string; buffer: Uint8Array }>;
}

// The SDK's typings know `openapi` as a record of anything.
const codes = (): CodeApi => cloud.openapi['wxacode'] as CodeApi;

/**
 * `wxacode.getUnlimited`.
 * @param scene at most 32 characters, see `universal/scene.ts`
 * @param page without a slash ahead; of the released version WeChat makes sure that there is such a page
 * @param width pixels, 280 to 1280
 * @throws WechatFault
 */
export async function drawProgramCode(
  scene: string,
  page: string,
  width: number,
): Promise<{ content: Uint8Array; extension: 'png' | 'jpg' }> {
  const envVersion = programVersion();
  const options = { scene, page, width, checkPath: envVersion === 'release', envVersion };
  const { contentType, buffer } = await attemptWechat('wxacode.getUnlimited', () => codes().getUnlimited(options));
  return { content: new Uint8Array(buffer), extension: contentType.includes('png') ? 'png' : 'jpg' };
}
