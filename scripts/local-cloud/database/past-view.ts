import type { Collection } from './collection';
import { find, found, select, type Found, type Search } from './finder';
import { uniqueKey, type Journal } from './journal';
import { encodeKey } from './keys';
import type { View } from './view';
import { readStored, type Document } from './wire';

/**
 * What a search finds among the documents as they were at a moment of the journal.
 * @param own documents that are seen otherwise than they were then, by `_id` key
 */
export function findAt(
  journal: Journal,
  moment: number,
  own: ReadonlyMap<string, Document | undefined>,
  collection: Collection,
  search: Search,
): Found[] {
  const prefix = idPrefix(collection);
  const other = new Map<string, Document | undefined>();
  for (const key of journal.changedSince(prefix, moment)) other.set(key, documentAt(journal, key, moment));
  for (const [key, document] of own) if (key.startsWith(prefix)) other.set(key, document);
  if (other.size === 0) return find(collection, search);
  const unchanged = find(collection, { criteria: search.criteria }).filter(
    (item) => !other.has(idKey(collection, item.document())),
  );
  const changed = [...other.values()].flatMap((document) => (document === undefined ? [] : [found(document)]));
  return select([...unchanged, ...changed], search);
}

/** Sets a collection back to what it was at a moment of the journal; within the caller's commit. */
export function setBack(journal: Journal, moment: number, collection: Collection): void {
  const changed = [...journal.changedSince(idPrefix(collection), moment)];
  const before = changed.map((key) => documentAt(journal, key, moment)).filter((document) => document !== undefined);
  const now = new Set(changed);
  for (const { row, text } of [...collection.all()]) {
    const document = readStored(text);
    if (now.has(idKey(collection, document))) collection.remove(row, document);
  }
  for (const document of before) collection.insert(document);
}

/** The documents as they were at a moment, to be read and not to be changed. */
export function pastView(journal: Journal, moment: number): View {
  const refuse = (): never => {
    throw new Error('the past cannot be changed');
  };
  return {
    find: (collection, search) => findAt(journal, moment, new Map(), collection, search),
    insert: refuse,
    replace: refuse,
    remove: refuse,
  };
}

export function idKey(collection: Collection, document: Document): string {
  return uniqueKey(collection.number, collection.idIndex.space, encodeKey(document['_id']));
}

function idPrefix(collection: Collection): string {
  return uniqueKey(collection.number, collection.idIndex.space, Buffer.alloc(0));
}

function documentAt(journal: Journal, key: string, moment: number): Document | undefined {
  const text = journal.textAt(key, moment)?.text;
  return text === undefined ? undefined : readStored(text);
}
