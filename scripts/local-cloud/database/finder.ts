import type { Collection, StoredDocument } from './collection';
import type { CollectionIndex } from './collection-index';
import type { Row } from './keyspace';
import { compileMatcher } from './matcher';
import { sortDocuments } from './ordering';
import { plan, type Order, type Plan } from './planner';
import { readStored, writeWire, type Document } from './wire';

/** A found document: its text as stored, and its parsed form on demand. */
export interface Found {
  /** Undefined for a document that only its transaction knows. */
  row: Row | undefined;
  text: string;
  document: () => Document;
}

/** A document that lies in no row, as if it had been found. */
export function found(document: Document): Found {
  return { row: undefined, text: writeWire(document), document: () => document };
}

export interface Search {
  criteria: Document;
  order?: Order;
  skip?: number;
  limit?: number;
}

/** The documents of a collection that match, in the order asked for or in order of insertion as far as nothing was asked. */
export function find(collection: Collection, { criteria, order = [], skip = 0, limit = Infinity }: Search): Found[] {
  const way = plan(collection.indexes, criteria, order);
  const isSorted = order.length === 0 || way?.isOrdered === true;
  const enough = isSorted ? skip + limit : Infinity;
  const items: Found[] = [];
  for (const candidate of matches(collection, criteria, way)) {
    if (items.length >= enough) break;
    items.push(candidate);
  }
  const sorted = isSorted ? items : sortDocuments(items, (item) => item.document(), order);
  return part(sorted, skip, limit);
}

/** What a search finds among given documents. */
export function select(items: Found[], { criteria, order = [], skip = 0, limit = Infinity }: Search): Found[] {
  const matcher = compileMatcher(criteria);
  const matching = items.filter((item) => matcher(item.document()));
  const sorted = order.length === 0 ? matching : sortDocuments(matching, (item) => item.document(), order);
  return part(sorted, skip, limit);
}

function part(items: Found[], skip: number, limit: number): Found[] {
  return skip === 0 && items.length <= limit ? items : items.slice(skip, skip + limit);
}

/** How many documents match. */
export function count(collection: Collection, criteria: Document): number {
  if (Object.keys(criteria).length === 0) return collection.size();
  const way = plan(collection.indexes, criteria, []);
  if (way?.isExact !== true) return length(matches(collection, criteria, way));
  return way.ranges.reduce((total, range) => total + collection.sizeOf(way.index, range), 0);
}

function length(items: Iterator<unknown>): number {
  let total = 0;
  while (items.next().done !== true) total += 1;
  return total;
}

function* matches(collection: Collection, criteria: Document, way: Plan | undefined): Generator<Found> {
  const needsTest = Object.keys(criteria).length > 0 && way?.isExact !== true;
  const matcher = needsTest ? compileMatcher(criteria) : undefined;
  for (const stored of way === undefined ? collection.all() : planned(collection, way)) {
    const candidate = withDocument(stored);
    if (matcher === undefined || matcher(candidate.document())) yield candidate;
  }
}

function* planned(collection: Collection, way: Plan): Generator<StoredDocument> {
  for (const row of rows(collection, way)) yield collection.at(row);
}

function* rows(collection: Collection, { index, ranges, reverse, isPoint }: Plan): Generator<Row> {
  // Only an index over arrays can name a row twice.
  const seen = index.isMultikey ? new Set<Row>() : undefined;
  for (const { from, to } of ranges) {
    for (const row of isPoint ? pointRows(collection, index, from) : collection.rowsIn(index, from, to, reverse)) {
      if (seen?.has(row) === true) continue;
      seen?.add(row);
      yield row;
    }
  }
}

/** To get one key is far cheaper than to walk a range that has one. */
function pointRows(collection: Collection, index: CollectionIndex, key: Buffer): Row[] {
  const row = collection.rowAt(index, key);
  return row === undefined ? [] : [row];
}

function withDocument(stored: StoredDocument): Found {
  let document: Document | undefined;
  return { ...stored, document: () => (document ??= readStored(stored.text)) };
}
