import { Query } from 'mingo';
import type { Collection, StoredDocument } from './collection';
import type { Row } from './keyspace';
import { sortDocuments } from './ordering';
import { plan, type Order, type Plan } from './planner';
import { readStored, type Document } from './wire';

/** A found document: its text as stored, and its parsed form on demand. */
export interface Found extends StoredDocument {
  document: () => Document;
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
  const found: Found[] = [];
  for (const candidate of matches(collection, criteria, way)) {
    if (found.length >= enough) break;
    found.push(candidate);
  }
  const sorted = isSorted ? found : sortDocuments(found, (item) => item.document(), order);
  return skip === 0 && sorted.length <= limit ? sorted : sorted.slice(skip, skip + limit);
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
  const query = needsTest ? new Query(criteria) : undefined;
  for (const stored of way === undefined ? collection.all() : planned(collection, way)) {
    const found = withDocument(stored);
    if (query === undefined || query.test(found.document())) yield found;
  }
}

function* planned(collection: Collection, way: Plan): Generator<StoredDocument> {
  for (const row of rows(collection, way)) yield collection.at(row);
}

function* rows(collection: Collection, { index, ranges, reverse }: Plan): Generator<Row> {
  // Only an index over arrays can name a row twice.
  const seen = index.isMultikey ? new Set<Row>() : undefined;
  for (const { from, to } of ranges) {
    for (const row of collection.rowsIn(index, from, to, reverse)) {
      if (seen?.has(row) === true) continue;
      seen?.add(row);
      yield row;
    }
  }
}

function withDocument(stored: StoredDocument): Found {
  let document: Document | undefined;
  return { ...stored, document: () => (document ??= readStored(stored.text)) };
}
