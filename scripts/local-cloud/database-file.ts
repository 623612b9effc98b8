import { closeSync, existsSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

/** LMDB's file begins with two pages that name the root of the newest and of the second newest commit, in turns. */
const META_PAGES = [0, 1] as const;

/** Where LMDB (its data version 2, of lmdb 3.5) keeps what a commit's page says of it, in bytes from the page's start. */
const AT = { magic: 24, version: 28, pageSize: 48, freeRoot: 88, mainRoot: 136, lastPage: 144, commit: 152 } as const;
const MAGIC = 0xbeefc0de;
const VERSION = 2;
const NO_ROOT = 2n ** 64n - 1n;
const HEAD_BYTES = 4096;

/** What became of the database's file at the start. */
export type FileState = 'new' | 'sound' | 'mended';

/**
 * Makes the file fit to be opened after whatever ended its last owner. A commit becomes valid by its last small write, the
 * page that names its root; where that one is torn, or the file lacks what it names, the commit before it is made the newest
 * again: what was torn was never acknowledged. LMDB itself would crash on such a file, and so would the whole process.
 * Throws a sentence when neither commit is whole.
 */
export function mendDatabaseFile(file: string): FileState {
  if (!existsSync(file)) return 'new';
  const handle = openSync(file, 'r+');
  try {
    const { size } = fstatSync(handle);
    if (size === 0) return 'new';
    const pages = META_PAGES.map((page) => readHead(handle, page * HEAD_BYTES));
    const [first, second] = pages.map((page) => isWhole(page, size));
    if (first === true && second === true) return 'sound';
    const [good, bad] = first === true ? META_PAGES : second === true ? ([1, 0] as const) : [];
    const page = good === undefined ? undefined : pages[good];
    if (page === undefined || bad === undefined) {
      throw new Error(
        `the database file ${file} is damaged beyond its last write: it is shorter than it was, or something else wrote into it. Put a copy of the data folder in its place, or choose another --data folder`,
      );
    }
    // A page also tells its own number.
    page.writeBigUInt64LE(BigInt(bad), 0);
    writeSync(handle, page, 0, page.length, bad * HEAD_BYTES);
    return 'mended';
  } finally {
    closeSync(handle);
  }
}

function readHead(handle: number, position: number): Buffer {
  const page = Buffer.alloc(HEAD_BYTES);
  readSync(handle, page, 0, HEAD_BYTES, position);
  return page;
}

/** Whether a commit's page is one, and the file has every page that it may name. */
function isWhole(page: Buffer, fileSize: number): boolean {
  if (page.readUInt32LE(AT.magic) !== MAGIC || page.readUInt32LE(AT.version) !== VERSION) return false;
  if (page.readUInt32LE(AT.pageSize) !== HEAD_BYTES) return false;
  const lastPage = page.readBigUInt64LE(AT.lastPage);
  const roots = [page.readBigUInt64LE(AT.freeRoot), page.readBigUInt64LE(AT.mainRoot)];
  if (roots.some((root) => root !== NO_ROOT && root > lastPage)) return false;
  return (lastPage + 1n) * BigInt(HEAD_BYTES) <= BigInt(fileSize);
}
