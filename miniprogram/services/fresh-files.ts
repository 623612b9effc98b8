// Files of storage that are overwritten in place. Their name alone may be answered by a cache with what lay there before, and
// wx.cloud's downloads ask by name alone; so they are read by plain https, each time with a query of its own.
import { storageAddress } from '../installation';

/**
 * Why a file did not come: the storage has none or hides it, the network does not get there, or this installation does not let pages
 * read its storage.
 */
export type NoFile = 'MISSING' | 'UNREACHABLE' | 'CLOSED';

/** How long an answer may take, milliseconds. */
const patience = 12_000;

type Got = WechatMiniprogram.RequestSuccessCallbackResult;

/**
 * Reads a JSON file as it lies there now. Never rejects.
 * @param path from the storage's root, e.g. `logs/p1/poll.json`
 * @returns with it the answer's header; `data` is the text where it is no JSON
 */
export async function readFreshJson(path: string): Promise<Pick<Got, 'data' | 'header'> | NoFile> {
  return ask(path, { dataType: 'json', responseType: 'text' });
}

/** The same for a file that is no JSON, byte for byte. */
export async function readFreshBytes(path: string): Promise<Uint8Array | NoFile> {
  const got = await ask(path, { dataType: 'bytes', responseType: 'arraybuffer' });
  if (typeof got === 'string') return got;
  // Asked for bytes, WeChat gives nothing else; a text would silently become an empty array.
  return typeof got.data === 'string' ? 'UNREACHABLE' : new Uint8Array(got.data as ArrayBuffer);
}

function ask(path: string, type: { dataType: string; responseType: 'text' | 'arraybuffer' }): Promise<Got | NoFile> {
  return new Promise((resolve) => {
    wx.request({
      url: `${storageAddress}/${path}?t=${Date.now()}`,
      timeout: patience,
      ...type,
      success: (got) => {
        // A storage that hides its list of files says 403 of one that is not there.
        if (got.statusCode === 404 || got.statusCode === 403) resolve('MISSING');
        else resolve(got.statusCode === 200 ? got : 'UNREACHABLE');
      },
      fail: ({ errMsg }) => resolve(/domain list/i.test(errMsg) ? 'CLOSED' : 'UNREACHABLE'),
    });
  });
}
