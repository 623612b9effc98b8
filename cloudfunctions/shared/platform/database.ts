import cloud from 'wx-server-sdk';

/** How long the SDK waits for an answer, milliseconds; part of `closeDelay` in the domain. */
const timeout = 10_000;

/** The part of the SDK's fluent interface that stores use, with promises only. */
export interface Collection {
  add(options: { data: object }): Promise<{ _id: string }>;
  where(condition: object): Query;
  orderBy(field: string, order: 'asc' | 'desc'): Query;
  aggregate(): Pipeline;
}

export interface Query {
  where(condition: object): Query;
  orderBy(field: string, order: 'asc' | 'desc'): Query;
  /** The service returns 100 documents unless told, and 1000 at most. */
  limit(count: number): Query;
  field(projection: Record<string, boolean>): Query;
  skip(count: number): Query;
  get(): Promise<{ data: unknown[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

/** The stages of an aggregation that stores use. */
export interface Pipeline {
  match(condition: object): Pipeline;
  group(by: object): Pipeline;
  sort(order: Record<string, 1 | -1>): Pipeline;
  limit(count: number): Pipeline;
  end(): Promise<{ list: unknown[] }>;
}

interface Database {
  collection(name: string): Collection;
  command: typeof cloud.database extends () => { command: infer Command } ? Command : never;
  RegExp: (options: { regexp: string; options: string }) => unknown;
}

// keepalive also turns on the SDK's own retry on a reset connection. A repeated insert is safe: ids are ours.
// The typings of init() want a string for `env`, though the SDK itself exports this symbol for it.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string, timeout, keepalive: true } as object);

// The SDK's typings also describe its callback forms (`Promise | void | string`), which nothing here uses.
export const database = cloud.database() as unknown as Database;
