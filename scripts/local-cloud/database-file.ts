import { closeSync, existsSync, fstatSync, openSync, readSync, truncateSync, writeSync } from 'node:fs';
import { isEveryRecordWhole } from './database-records';

/** LMDB's file begins with two pages that name the root of the newest and of the second newest commit, in turns. */
const META_PAGES = [0, 1] as const;

/** Where LMDB (its data version 2, of lmdb 3.5) keeps what a commit's page says of it, in bytes from the page's start. */
const AT = { magic: 24, version: 28, pageSize: 48, freeRoot: 88, mainRoot: 136, lastPage: 144, commit: 152 } as const;
const MAGIC = 0xbeefc0de;
const VERSION = 2;
const NO_ROOT = 2n ** 64n - 1n;
const HEAD_BYTES = 4096;

/**
 * What became of the database's file at the start: `mended` lacks its last write, which was torn; `refilled` lacked its
 * end, and every record turned out to lie before it.
 */
export type FileState = 'new' | 'sound' | 'mended' | 'refilled';

/**
 * Makes the file fit to be opened after whatever ended its last owner. A commit becomes valid by its last small write, the
 * page that names its root; where that one is torn, or the file lacks what it names, the commit before it is made the newest
 * again: what was torn was never acknowledged. Where both name more than the file has, the missing end is made up, and
 * everything is read to see whether anything of worth was in it. LMDB itself would crash on such files, and the process
 * with it. Rejects with a sentence when something is lost for good; the file is then as it was.
 */
export async function mendDatabaseFile(file: string): Promise<FileState> {
  if (!existsSync(file)) return 'new';
  const { state, size, wanted } = mendHead(file);
  if (state !== 'refilled') return state;
  truncateSync(file, wanted);
  if (await isEveryRecordWhole(file)) return state;
  truncateSync(file, size);
  throw damaged(file);
}

function mendHead(file: string): { state: FileState; size: number; wanted: number } {
  const handle = openSync(file, 'r+');
  try {
    const { size } = fstatSync(handle);
    if (size === 0) return { state: 'new', size, wanted: size };
    const pages = META_PAGES.map((page) => readHead(handle, page * HEAD_BYTES));
    const wants = pages.map(bytesNamedBy);
    const isWhole = wants.map((bytes) => bytes !== undefined && bytes <= size);
    const wanted = Math.max(...wants.map((bytes) => bytes ?? Infinity));
    if (isWhole.every(Boolean)) return { state: 'sound', size, wanted };
    const good = isWhole.indexOf(true);
    const page = pages[good];
    if (page === undefined) {
      if (wanted === Infinity) throw damaged(file);
      return { state: 'refilled', size, wanted };
    }
    const bad = 1 - good;
    // A page also tells its own number.
    page.writeBigUInt64LE(BigInt(bad), 0);
    writeSync(handle, page, 0, page.length, bad * HEAD_BYTES);
    return { state: 'mended', size, wanted };
  } finally {
    closeSync(handle);
  }
}

function damaged(file: string): Error {
  return new Error(
    `the database file ${file} is damaged beyond its last write: it is shorter than it was, or something else wrote into it. Put a copy of the data folder in its place, or choose another --data folder`,
  );
}

function readHead(handle: number, position: number): Buffer {
  const page = Buffer.alloc(HEAD_BYTES);
  readSync(handle, page, 0, HEAD_BYTES, position);
  return page;
}

/** How long the file has to be for all that a commit's page may name; undefined if it is no such page. */
function bytesNamedBy(page: Buffer): number | undefined {
  if (page.readUInt32LE(AT.magic) !== MAGIC || page.readUInt32LE(AT.version) !== VERSION) return undefined;
  if (page.readUInt32LE(AT.pageSize) !== HEAD_BYTES) return undefined;
  const lastPage = page.readBigUInt64LE(AT.lastPage);
  const roots = [page.readBigUInt64LE(AT.freeRoot), page.readBigUInt64LE(AT.mainRoot)];
  if (roots.some((root) => root !== NO_ROOT && root > lastPage)) return undefined;
  return (Number(lastPage) + 1) * HEAD_BYTES;
}
