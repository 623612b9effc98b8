import { open } from 'lmdb';

/** As `keyspace.ts` writes them: two bytes of collection and one of space before each key, six bytes for a row. */
const HEADER_BYTES = 3;
const ROW_BYTES = 6;

/** The space of a collection's documents; every other one is an index, whose values are rows. */
const DOCUMENTS = 0;

/**
 * Whether a database's file holds nothing but whole records: documents that are JSON, in order, and index entries that name
 * one of them. Reads everything, some seconds for a million documents; only for a file of which something was missing.
 */
export async function isEveryRecordWhole(file: string): Promise<boolean> {
  const db = open<Buffer, Buffer>({ path: file, keyEncoding: 'binary', encoding: 'binary', noSync: true });
  try {
    const documents = new Set<string>();
    const named: string[] = [];
    let previous = Buffer.alloc(0);
    for (const { key, value } of db.getRange({})) {
      if (key.length <= HEADER_BYTES || Buffer.compare(key, previous) <= 0) return false;
      previous = Buffer.from(key);
      const collection = key.readUInt16BE(0);
      if (key[2] === DOCUMENTS) {
        JSON.parse(value.toString('utf8'));
        documents.add(rowName(collection, key.subarray(HEADER_BYTES)));
      } else {
        if (value.length !== ROW_BYTES) return false;
        named.push(rowName(collection, value));
      }
    }
    return named.every((name) => documents.has(name));
  } catch {
    // LMDB's own complaint of a page that is none, or a text that is no JSON.
    return false;
  } finally {
    await db.close();
  }
}

function rowName(collection: number, row: Buffer): string {
  return `${collection}:${row.toString('hex')}`;
}
