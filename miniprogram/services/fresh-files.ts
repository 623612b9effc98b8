// Files of storage that are overwritten in place. Their name alone may be answered by a cache with what lay there before, and
// the cloud's own downloads ask by name alone; so they are read by plain https, each time with a query of its own.
import { request, type Answered, type WantedType } from '../phone/requests';
import { storageAddress } from '../installation';

/**
 * Why a file did not come: the storage has none or hides it, the network does not get there, or this installation does not let pages
 * read its storage.
 */
export type NoFile = 'MISSING' | 'UNREACHABLE' | 'CLOSED';

/** How long an answer may take, milliseconds. */
const patience = 12_000;

/**
 * Reads a JSON file as it lies there now. Never rejects.
 * @param path from the storage's root, e.g. `logs/p1/poll.json`
 * @returns with it the answer's header; `data` is the text where it is no JSON
 */
export async function readFreshJson(path: string): Promise<Answered | NoFile> {
  return ask(path, { dataType: 'json', responseType: 'text' });
}

/** The same for a file that is no JSON, byte for byte. */
export async function readFreshBytes(path: string): Promise<Uint8Array | NoFile> {
  const got = await ask(path, { dataType: 'bytes', responseType: 'arraybuffer' });
  if (typeof got === 'string') return got;
  // Asked for bytes, WeChat gives nothing else; a text would silently become an empty array.
  return typeof got.data === 'string' ? 'UNREACHABLE' : new Uint8Array(got.data as ArrayBuffer);
}

async function ask(path: string, type: WantedType): Promise<Answered | NoFile> {
  try {
    const got = await request(`${storageAddress}/${path}?t=${Date.now()}`, patience, type);
    // A storage that hides its list of files says 403 of one that is not there.
    if (got.statusCode === 404 || got.statusCode === 403) return 'MISSING';
    return got.statusCode === 200 ? got : 'UNREACHABLE';
  } catch (reason) {
    return reason instanceof Error && /domain list/i.test(reason.message) ? 'CLOSED' : 'UNREACHABLE';
  }
}
