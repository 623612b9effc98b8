import { CollectionIndex } from './collection-index';
import { ID_INDEX, type IndexDeclaration } from './declaration';
import { uniqueKey, type Journal } from './journal';
import { encodeKey } from './keys';
import { readRow, rowKey, type KeyRange, type Keyspace, type Row } from './keyspace';
import { duplicateKey } from './refusal';
import { readStored, writeWire, type Document } from './wire';

/** What the catalogue remembers of a collection. Space 0 holds the documents, the others one index each. */
export interface CollectionEntry {
  number: number;
  indexes: { space: number; declaration: IndexDeclaration; isMultikey: boolean }[];
}

/** A document as it lies in its collection: `text` is its EJSON. */
export interface StoredDocument {
  row: Row;
  text: string;
}

const DOCUMENTS = 0;

/**
 * One collection: its documents in order of insertion, and its indexes, kept in step.
 * Every check comes before the first write, so that a refused document leaves nothing behind.
 */
export class Collection {
  readonly indexes: CollectionIndex[];
  /** The one among them that every collection has. */
  readonly idIndex: CollectionIndex;
  private nextRow: Row;

  constructor(
    readonly name: string,
    readonly number: number,
    private readonly keyspace: Keyspace,
    private readonly journal: Journal,
    entry: CollectionEntry,
    private readonly onMultikey: () => void,
  ) {
    this.indexes = entry.indexes.map((index) => new CollectionIndex(index.space, index.declaration, index.isMultikey));
    const idIndex = this.indexes.find(({ declaration }) => declaration.name === ID_INDEX.name);
    if (idIndex === undefined) throw new Error(`the collection ${name} has no index on _id`);
    this.idIndex = idIndex;
    this.nextRow = 1;
    for (const { key } of keyspace.walk(number, DOCUMENTS, undefined, true)) {
      this.nextRow = readRow(key) + 1;
      break;
    }
  }

  /** What the catalogue has to remember. */
  entry(): CollectionEntry {
    const indexes = this.indexes.map(({ space, declaration, isMultikey }) => ({ space, declaration, isMultikey }));
    return { number: this.number, indexes };
  }

  /** The document in a row. */
  at(row: Row): StoredDocument {
    const bytes = this.keyspace.get(this.number, DOCUMENTS, rowKey(row));
    if (bytes === undefined) throw new Error(`an index of ${this.name} names the missing row ${row}`);
    return { row, text: bytes.toString('utf8') };
  }

  /** All documents in order of insertion. */
  *all(): Generator<StoredDocument> {
    for (const { key, value } of this.keyspace.walk(this.number, DOCUMENTS)) {
      yield { row: readRow(key), text: value.toString('utf8') };
    }
  }

  /** How many documents there are. */
  size(): number {
    return this.keyspace.count(this.number, DOCUMENTS);
  }

  /** How many entries of an index lie in a range. */
  sizeOf(index: CollectionIndex, range: KeyRange): number {
    return this.keyspace.count(this.number, index.space, range);
  }

  /** Adds a document with an `_id`. Throws the E11000 refusal if a unique index has one of its keys. */
  insert(document: Document): void {
    const entries = this.indexes.map((index) => ({ index, ...index.keysOf(document) }));
    for (const { index, keys } of entries) for (const key of keys) this.checkFree(index, key, document, 'Insert');
    this.note(document, undefined);
    const row = this.nextRow;
    this.nextRow += 1;
    this.keyspace.put(this.number, DOCUMENTS, rowKey(row), Buffer.from(writeWire(document), 'utf8'));
    for (const { index, keys, isArray } of entries) {
      this.noteArray(index, isArray);
      for (const key of keys) this.putKey(index, key, row);
    }
  }

  /** Puts `next` in the place of `previous`. */
  replace(row: Row, previous: Document, next: Document): void {
    const changes = this.indexes.map((index) => {
      const before = index.keysOf(previous).keys;
      const { keys: now, isArray } = index.keysOf(next);
      const gone = before.filter((key) => !now.some((other) => other.equals(key)));
      const added = now.filter((key) => !before.some((other) => other.equals(key)));
      return { index, gone, added, isArray };
    });
    for (const { index, added } of changes) for (const key of added) this.checkFree(index, key, next, 'Update');
    this.note(previous, previous);
    this.keyspace.put(this.number, DOCUMENTS, rowKey(row), Buffer.from(writeWire(next), 'utf8'));
    for (const { index, gone, added, isArray } of changes) {
      this.noteArray(index, isArray);
      for (const key of gone) this.removeKey(index, key, row);
      for (const key of added) this.putKey(index, key, row);
    }
  }

  /** Takes a document out. */
  remove(row: Row, document: Document): void {
    this.note(document, document);
    this.keyspace.remove(this.number, DOCUMENTS, rowKey(row));
    for (const index of this.indexes) {
      for (const key of index.keysOf(document).keys) this.removeKey(index, key, row);
    }
  }

  /** The rows under one key of a unique index: at most one. */
  rowAt(index: CollectionIndex, key: Buffer): Row | undefined {
    const bytes = this.keyspace.get(this.number, index.space, key);
    return bytes === undefined ? undefined : readRow(bytes);
  }

  /** The rows whose keys lie in a range, in the index's order. */
  *rowsIn(index: CollectionIndex, from: Buffer, to: Buffer, reverse: boolean): Generator<Row> {
    for (const { value } of this.keyspace.walk(this.number, index.space, { from, to }, reverse)) yield readRow(value);
  }

  /** Fills an index anew from the documents; used when a declaration adds one to a collection that has documents. */
  buildIndex(index: CollectionIndex): void {
    this.keyspace.clear(this.number, index.space);
    for (const { row, text } of [...this.all()]) {
      const document = readStored(text);
      const { keys, isArray } = index.keysOf(document);
      this.noteArray(index, isArray);
      for (const key of keys) {
        this.checkFree(index, key, document, 'Insert');
        this.putKey(index, key, row);
      }
    }
  }

  private checkFree(index: CollectionIndex, key: Buffer, document: Document, verb: 'Insert' | 'Update'): void {
    if (!index.declaration.unique || this.rowAt(index, key) === undefined) return;
    throw duplicateKey(this.name, index.declaration, document, verb);
  }

  /** Keeps for open transactions what a document was before it changes. */
  private note({ _id: id }: Document, before: Document | undefined): void {
    const key = (): string => uniqueKey(this.number, this.idIndex.space, encodeKey(id));
    this.journal.note(key, () => (before === undefined ? undefined : writeWire(before)));
  }

  private noteKey(index: CollectionIndex, key: Buffer): void {
    if (!index.declaration.unique || index === this.idIndex) return;
    this.journal.note(
      () => uniqueKey(this.number, index.space, key),
      () => undefined,
    );
  }

  private putKey(index: CollectionIndex, key: Buffer, row: Row): void {
    this.noteKey(index, key);
    const rowBytes = rowKey(row);
    const full = index.declaration.unique ? key : Buffer.concat([key, rowBytes]);
    this.keyspace.put(this.number, index.space, full, rowBytes);
  }

  private removeKey(index: CollectionIndex, key: Buffer, row: Row): void {
    this.noteKey(index, key);
    this.keyspace.remove(this.number, index.space, index.declaration.unique ? key : Buffer.concat([key, rowKey(row)]));
  }

  private noteArray(index: CollectionIndex, isArray: boolean): void {
    if (!isArray || index.isMultikey) return;
    index.isMultikey = true;
    this.onMultikey();
  }
}

/** A fresh collection's entry with the `_id` index in front. */
export function newEntry(number: number, declarations: IndexDeclaration[]): CollectionEntry {
  const indexes = [ID_INDEX, ...declarations].map((declaration, at) => ({
    space: at + 1,
    declaration,
    isMultikey: false,
  }));
  return { number, indexes };
}
