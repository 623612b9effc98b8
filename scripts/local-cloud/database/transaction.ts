// Serves conformance alone; see the README.

import type { Collection } from './collection';
import type { CollectionIndex } from './collection-index';
import type { Found, Search } from './finder';
import { encodeKey } from './keys';
import { uniqueKey, type Journal } from './journal';
import { findAt, idKey } from './past-view';
import { duplicateKey, transactionConflict } from './refusal';
import type { View } from './view';
import { readStored, type Document } from './wire';

/** The keys that open transactions have written, each with its one owner. */
export type Locks = Map<string, Transaction>;

interface Change {
  collection: Collection;
  before: Document | undefined;
  after: Document | undefined;
}

/**
 * One transaction: it sees the documents as they were at its first operation, and its own changes on top. As in MongoDB a
 * write conflicts at once with what another transaction has written and not yet ended, and with what was committed since.
 */
export class Transaction implements View {
  private snapshot: number | undefined;
  /** What the transaction made of each document that it touched, by `_id` key. */
  private readonly own = new Map<string, { collection: Collection; document: Document | undefined }>();
  /** Which of its documents holds which unique key. */
  private readonly held = new Map<string, string>();
  private readonly locked = new Set<string>();
  private readonly changes: Change[] = [];

  constructor(
    readonly id: string,
    /** Epoch ms. */
    readonly startedAt: number,
    private readonly journal: Journal,
    private readonly locks: Locks,
  ) {}

  find(collection: Collection, search: Search): Found[] {
    const own = new Map([...this.own].map(([key, { document }]) => [key, document]));
    return findAt(this.journal, this.moment(), own, collection, search);
  }

  insert(collection: Collection, document: Document): void {
    this.write({ collection, before: undefined, after: document });
  }

  replace(collection: Collection, item: Found, next: Document): void {
    this.write({ collection, before: item.document(), after: next });
  }

  remove(collection: Collection, item: Found): void {
    this.write({ collection, before: item.document(), after: undefined });
  }

  /** Carries the changes out, within the caller's commit. Throws the conflict if anyone wrote what it wrote. */
  apply(): void {
    for (const key of this.locked) if (this.journal.hasChangedSince(key, this.moment())) throw transactionConflict();
    for (const { collection, before, after } of this.changes) {
      if (before === undefined) {
        if (after !== undefined) collection.insert(after);
        continue;
      }
      const row = collection.rowAt(collection.idIndex, encodeKey(before['_id']));
      if (row === undefined) throw new Error(`a document of ${collection.name} went away during a commit`);
      if (after === undefined) collection.remove(row, before);
      else collection.replace(row, before, after);
    }
  }

  /** Lets others have what it wrote. */
  release(): void {
    for (const key of this.locked) this.locks.delete(key);
  }

  /** The snapshot is taken by the first operation and not by the start, as in MongoDB. */
  private moment(): number {
    return (this.snapshot ??= this.journal.now());
  }

  private write({ collection, before, after }: Change): void {
    const id = idKey(collection, after ?? before ?? {});
    const released = before === undefined ? [] : uniqueKeys(collection, before);
    const wanted = after === undefined ? [] : uniqueKeys(collection, after);
    for (const { key } of [...released, ...wanted]) this.checkConflict(key);
    for (const { key, index, bytes } of wanted) {
      const holder = this.holderOf(collection, index, bytes, key);
      // A document that is replaced holds its own keys; one that is inserted must not find even its own `_id`.
      if (after !== undefined && holder !== undefined && (before === undefined || holder !== id)) {
        throw duplicateKey(collection.name, index.declaration, after, before === undefined ? 'Insert' : 'Update');
      }
    }
    for (const { key } of [...released, ...wanted]) {
      this.locks.set(key, this);
      this.locked.add(key);
    }
    for (const { key } of released) if (this.held.get(key) === id) this.held.delete(key);
    for (const { key } of wanted) this.held.set(key, id);
    this.own.set(id, { collection, document: after });
    this.changes.push({ collection, before, after });
  }

  private checkConflict(key: string): void {
    const owner = this.locks.get(key);
    if (owner !== undefined && owner !== this) throw transactionConflict();
    if (this.journal.hasChangedSince(key, this.moment())) throw transactionConflict();
  }

  /** The `_id` key of the document that has a unique key, in the transaction's own changes or else committed. */
  private holderOf(collection: Collection, index: CollectionIndex, bytes: Buffer, key: string): string | undefined {
    const holder = this.held.get(key);
    if (holder !== undefined) return holder;
    const row = collection.rowAt(index, bytes);
    if (row === undefined) return undefined;
    const committed = idKey(collection, readStored(collection.at(row).text));
    return this.own.has(committed) ? undefined : committed;
  }
}

function uniqueKeys(
  collection: Collection,
  document: Document,
): { index: CollectionIndex; key: string; bytes: Buffer }[] {
  return collection.indexes
    .filter((index) => index.declaration.unique)
    .flatMap((index) =>
      index
        .keysOf(document)
        .keys.map((bytes) => ({ index, bytes, key: uniqueKey(collection.number, index.space, bytes) })),
    );
}
