// The public log as it lies in cloud storage.
import { download, webAddress, type FileContent } from './cloud';
import { readFreshBytes } from './fresh-files';

/** Where a log lies. */
export interface LogPlace {
  /** The cloud file id of its folder. */
  files: string;
  /** Entries under the newest published checkpoint, as the cloud said a moment ago. */
  size: number;
}

/** Overwritten in place; every other file of a log stays as it was published. */
const overwritten: readonly string[] = ['checkpoint', 'receipt-keys'];

/**
 * Reads one file of a log. What is overwritten in place is read past every cache; where this phone cannot ask the storage itself, the
 * cloud's download is as good as it gets. It may bring an older copy, so in place of the newest checkpoint the one of the
 * log's size is taken: it says the same, and its name never meant another.
 * @param path below the log's folder, e.g. `tile/0/000.p/12`
 */
export async function readLogFile({ files, size }: LogPlace, path: string): Promise<FileContent> {
  if (!overwritten.includes(path)) return download(`${files}/${path}`);
  const fresh = await readFreshBytes(`${files.replace(/^cloud:\/\/[^/]+\//, '')}/${path}`);
  if (typeof fresh !== 'string') return fresh;
  return download(`${files}/${path === 'checkpoint' ? `checkpoints/${size}` : path}`);
}

/** Where people without this app find the bundle; the file's own id when there is no address now. */
export async function bundleAddress(fileId: string): Promise<string> {
  return (await webAddress(fileId)) ?? fileId;
}

/**
 * Reads one file of a poll's public log by plain https, as the website does: no function and no login. Files are asked for past every
 * cache. Never rejects.
 * @param pollId as `readPublicPoll` found it
 */
export async function readPublicLogFile(pollId: string, path: string): Promise<Uint8Array | 'MISSING' | 'UNREACHABLE'> {
  const content = await readFreshBytes(`logs/${pollId}/${path}`);
  return content === 'CLOSED' ? 'UNREACHABLE' : content;
}
