import { open, type RootDatabase } from 'lmdb';

/** One run of keys to walk through, `from` included and `to` not. */
export interface KeyRange {
  from: Buffer;
  to: Buffer;
}

const HEADER_BYTES = 3;
const ROW_BYTES = 6;

/** The number of a document within its collection, in order of insertion. */
export type Row = number;

/** Writes a row number so that its bytes sort as numbers. */
export function rowKey(row: Row): Buffer {
  const key = Buffer.allocUnsafe(ROW_BYTES);
  key.writeUIntBE(row, 0, ROW_BYTES);
  return key;
}

/** Reads what `rowKey` wrote. */
export function readRow(bytes: Buffer): Row {
  return bytes.readUIntBE(0, ROW_BYTES);
}

/**
 * The ordered, durable map of bytes to bytes under the database, cut into spaces by a header of three bytes.
 *
 * On LMDB: a commit is either there as a whole or not at all, and outlives the process (`kill -9`) as soon as it returns.
 * It is not synced to the disk on each commit: a loss of power may cost the last moments, which is the right bargain
 * for a machine on a desk and 20 times faster.
 */
export class Keyspace {
  private readonly db: RootDatabase<Buffer, Buffer>;

  constructor(path: string) {
    this.db = open<Buffer, Buffer>({
      path,
      keyEncoding: 'binary',
      encoding: 'binary',
      noSync: true,
      overlappingSync: false,
    });
  }

  get(collection: number, space: number, key: Buffer): Buffer | undefined {
    return this.db.get(join(collection, space, key));
  }

  put(collection: number, space: number, key: Buffer, value: Buffer): void {
    this.db.putSync(join(collection, space, key), value);
  }

  remove(collection: number, space: number, key: Buffer): void {
    this.db.removeSync(join(collection, space, key));
  }

  /** Walks a space in key order, lazily; only for reading: collect before writing. */
  *walk(
    collection: number,
    space: number,
    range?: KeyRange,
    reverse = false,
  ): Generator<{ key: Buffer; value: Buffer }> {
    const { from, to } = bounds(collection, space, range);
    // LMDB's `start` is included and `end` is not; backwards, the one bound that must be left out is the first.
    const options = reverse
      ? { start: to, end: from, reverse, exclusiveStart: true, inclusiveEnd: true }
      : { start: from, end: to };
    for (const { key, value } of this.db.getRange(options)) yield { key: key.subarray(HEADER_BYTES), value };
  }

  /** How many keys of a space lie in a range. */
  count(collection: number, space: number, range?: KeyRange): number {
    const { from, to } = bounds(collection, space, range);
    return this.db.getKeysCount({ start: from, end: to });
  }

  /** Removes a whole space. */
  clear(collection: number, space: number): void {
    for (const { key } of [...this.walk(collection, space)]) this.remove(collection, space, key);
  }

  /** Runs `work` as one commit: all of its writes are kept or, when it throws, none. */
  commit<T>(work: () => T): T {
    return this.db.transactionSync(work);
  }

  async close(): Promise<void> {
    await this.db.close();
  }
}

function bounds(collection: number, space: number, range: KeyRange | undefined): KeyRange {
  if (range !== undefined) return { from: join(collection, space, range.from), to: join(collection, space, range.to) };
  return { from: join(collection, space, Buffer.alloc(0)), to: join(collection, space + 1, Buffer.alloc(0)) };
}

function join(collection: number, space: number, key: Buffer): Buffer {
  const result = Buffer.allocUnsafe(HEADER_BYTES + key.length);
  result.writeUInt16BE(collection, 0);
  result[2] = space;
  key.copy(result, HEADER_BYTES);
  return result;
}
