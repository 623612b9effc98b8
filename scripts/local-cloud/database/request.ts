import { invalidParam } from './refusal';
import type { Order } from './planner';
import { isPlainObject, readWire, readWireObject, type Document } from './wire';

/** The body of a request to the admin door, as the SDK sends it. */
export type RequestBody = Record<string, unknown>;

/** What CloudBase gives when a query names no limit, and the most it gives. */
const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

/** The collection that a request names. */
export function collectionName(body: RequestBody): string {
  return text(body, 'collectionName');
}

/** A field that has to be a text and not empty. */
export function text(body: RequestBody, field: string): string {
  const value = body[field];
  if (typeof value !== 'string' || value === '') throw invalidParam(`${field} is missing`);
  return value;
}

/** The filter of a request; one that is missing matches everything. */
export function criteria(body: RequestBody, now: number): Document {
  const query = body['query'];
  if (query === undefined || query === '' || query === null) return {};
  if (typeof query !== 'string') throw invalidParam('query is no text');
  return readWireObject(query, now);
}

/** The filter of a request that writes: CloudBase does not write to a whole collection for want of a filter. */
export function writeCriteria(body: RequestBody, now: number): Document {
  text(body, 'query');
  return criteria(body, now);
}

/** The sort order of a request. */
export function order(body: RequestBody): Order {
  const given = body['order'];
  if (given === undefined || given === '') return [];
  const spec = typeof given === 'string' ? readWire(given, 0) : undefined;
  if (!isPlainObject(spec)) throw invalidParam('order is malformed');
  return Object.entries(spec).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) throw invalidParam(`order of '${field}' is neither 1 nor -1`);
    return [field, direction];
  });
}

/** How many documents a request wants to see: 100 unless told, never more than 1000. */
export function limit(body: RequestBody): number {
  const given = body['limit'];
  if (given === undefined || given === null || given === 0) return DEFAULT_LIMIT;
  if (typeof given !== 'number' || !Number.isInteger(given) || given < 0)
    throw invalidParam('limit is no whole number');
  return Math.min(given, MAX_LIMIT);
}

/** How many documents a request wants to pass over. */
export function offset(body: RequestBody): number {
  const given = body['offset'] ?? 0;
  if (typeof given !== 'number' || !Number.isInteger(given) || given < 0)
    throw invalidParam('offset is no whole number');
  return given;
}

/** The fields a request wants to see, or undefined for all. */
export function projection(body: RequestBody): Document | undefined {
  const given = body['projection'];
  if (given === undefined || given === '') return undefined;
  if (typeof given !== 'string') throw invalidParam('projection is no text');
  const spec = readWireObject(given, 0);
  return Object.keys(spec).length === 0 ? undefined : spec;
}
