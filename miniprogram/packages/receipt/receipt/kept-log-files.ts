// Files of public logs that never change, kept on this phone so that a second look needs few downloads.
import { decodeBase64, encodeBase64 } from '../../../../cloudfunctions/shared/universal/ledger/base64';
import type { FileContent } from '../../../services/cloud';
import { readLogFile, type LogPlace } from '../../../services/log-files';
import { dropStored, readStored, store } from '../../../phone/storage';

interface CachedFile {
  key: string;
  bytes: number;
}

const listKey = 'log-files';
/** Bytes before base64: some thirty full tiles. WeChat gives all of an app 10 MB. */
const budget = 256 * 1024;

/** Checkpoints by size and tiles never change. */
const immutable = /^(checkpoints|tile)\//;

/**
 * Reads a file of a log, from this phone if it was read before. What is kept is checked like anything else, so a
 * damaged copy cannot pass.
 * @param isKept whether the file is worth keeping
 */
export async function readThroughCache(log: LogPlace, path: string, isKept: boolean): Promise<FileContent> {
  if (!immutable.test(path)) return readLogFile(log, path);
  const key = `log-file:${log.files}/${path}`;
  const kept = decodeBase64(readStored(key, isText, ''));
  if (kept !== null && kept.length > 0) return kept;
  const content = await readLogFile(log, path);
  if (isKept && typeof content !== 'string') keep(key, content);
  return content;
}

/** Forgets a log's files, so that the next check fetches all of them anew. */
export function forgetFiles(folder: string): void {
  const [gone, stay] = [[], []] as [CachedFile[], CachedFile[]];
  for (const file of cachedFiles()) (file.key.startsWith(`log-file:${folder}/`) ? gone : stay).push(file);
  for (const { key } of gone) dropStored(key);
  store(listKey, stay);
}

function keep(key: string, content: Uint8Array): void {
  const files = [...cachedFiles().filter((file) => file.key !== key), { key, bytes: content.length }];
  let sum = files.reduce((total, { bytes }) => total + bytes, 0);
  while (sum > budget) {
    const oldest = files.shift();
    if (oldest === undefined) return;
    dropStored(oldest.key);
    sum -= oldest.bytes;
  }
  store(key, encodeBase64(content));
  store(listKey, files);
}

function cachedFiles(): CachedFile[] {
  return readStored(listKey, isList, []);
}

function isText(stored: unknown): stored is string {
  return typeof stored === 'string';
}

/** Only this file writes the key. */
function isList(stored: unknown): stored is CachedFile[] {
  return Array.isArray(stored);
}
