import type { FileOwners } from './file-owners';
import type { FileGuard } from './file-rules';
import type { Storage } from './storage';

/** The most that `wx.cloud.uploadFile` takes, in bytes. */
export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;

/** CloudBase's longest path, in bytes of UTF-8. */
const MAX_PATH_BYTES = 850;

/** A refusal by wx.cloud's code, with the status that the door gives it. */
export interface FileRefusal {
  status: 400 | 401 | 403 | 404 | 413;
  errCode: number;
  errMsg: string;
}

const refusals = {
  invalidPath: { status: 400, errCode: -401002, errMsg: 'invalid cloudPath' },
  anonymous: { status: 401, errCode: -503002, errMsg: 'STORAGE_EXCEED_AUTHORITY' },
  notOwner: { status: 403, errCode: -503002, errMsg: 'STORAGE_EXCEED_AUTHORITY' },
  missing: { status: 404, errCode: -503003, errMsg: 'STORAGE_FILE_NONEXIST' },
  tooLarge: { status: 413, errCode: -403001, errMsg: 'the file exceeds the maximum size limit of 50 MB' },
} as const satisfies Record<string, FileRefusal>;

/**
 * Cloud storage as a mini-program's client sees it: what the rules let it. What a function has put there belongs to no client,
 * whoever made a file of that path before.
 */
export class ClientFiles {
  constructor(
    private readonly storage: Storage,
    private readonly owners: FileOwners,
    private readonly guard: FileGuard,
  ) {}

  /** Takes a file of the client `openid`; the same client may write it again. */
  async upload(
    path: string,
    openid: string | undefined,
    content: AsyncIterable<Buffer>,
  ): Promise<{ fileID: string } | FileRefusal> {
    const refusal = isPath(path) ? this.refuseTo(openid, path) : refusals.invalidPath;
    if (refusal !== undefined) return refusal;
    try {
      // Asked again once all of it is there: a function may have put a file there in the meantime.
      const isTaken = await this.storage.write(path, limited(content), () => {
        const isStillFree = this.refuseTo(openid, path) === undefined;
        if (isStillFree) this.owners.note(path, openid ?? '');
        return isStillFree;
      });
      if (!isTaken) return refusals.notOwner;
    } catch (error) {
      if (error instanceof TooLarge) return refusals.tooLarge;
      throw error;
    }
    return { fileID: this.storage.idOf(path) };
  }

  /** Deletes a file that the client `openid` may change. */
  remove(path: string, openid: string | undefined): Record<string, never> | FileRefusal {
    if (!isPath(path) || !this.storage.has(path)) return refusals.missing;
    const refusal = this.refuseTo(openid, path);
    if (refusal !== undefined) return refusal;
    this.storage.delete(path);
    return {};
  }

  private refuseTo(openid: string | undefined, path: string): FileRefusal | undefined {
    if (openid === undefined) return refusals.anonymous;
    const owner = this.storage.has(path) ? this.owners.of(path) : openid;
    return this.guard.mayWrite({ path, owner, openid }) ? undefined : refusals.notOwner;
  }
}

/** What the documentation of `cloudPath` allows; paths that climb are no file's. */
function isPath(path: string): boolean {
  const parts = path.split('/');
  return (
    Buffer.byteLength(path) <= MAX_PATH_BYTES &&
    !/\p{Cc}/u.test(path) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

class TooLarge extends Error {}

async function* limited(content: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let length = 0;
  for await (const chunk of content) {
    length += chunk.length;
    if (length > MAX_UPLOAD_BYTES) throw new TooLarge();
    yield chunk;
  }
}
