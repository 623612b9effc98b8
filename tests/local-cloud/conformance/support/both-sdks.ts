import type { Command, Pipeline, Row } from './sdk-types';
import { nodeApp, wxDatabase } from '../../support/clients';

/** What both SDKs make values with. */
export interface Makers {
  command: Command;
  Geo: {
    Point: new (longitude: number, latitude: number) => object;
    LineString: new (points: object[]) => object;
    Polygon: new (lines: object[]) => object;
  };
  serverDate(options?: { offset: number }): unknown;
  RegExp(options: { regexp: string; options?: string }): unknown;
}

export interface Reading {
  where?: object;
  field?: object;
  orderBy?: [field: string, direction: 'asc' | 'desc'][];
  skip?: number;
  limit?: number;
}

/** One interface over both SDKs, so that each rule is tested with both. Errors are the SDK's own. */
export interface Client extends Makers {
  name: 'node-sdk' | 'wx-server-sdk';
  add(collection: string, documents: object | object[]): Promise<unknown>;
  get(collection: string, reading?: Reading): Promise<Row[]>;
  doc(collection: string, id: string | number): Promise<Row | undefined>;
  count(collection: string, where?: object): Promise<number>;
  update(collection: string, where: object, change: object, options?: { multi: boolean }): Promise<number>;
  updateDoc(collection: string, id: string, change: object): Promise<number>;
  set(collection: string, id: string, document: object): Promise<{ updated: number; isCreated: boolean }>;
  remove(collection: string, where: object, options?: { multi: boolean }): Promise<number>;
  removeDoc(collection: string, id: string): Promise<number>;
  createCollection(collection: string): Promise<unknown>;
  aggregate(collection: string): Pipeline;
}

/** Runs a pipeline and gives its documents. */
export async function run(pipeline: Pipeline): Promise<Row[]> {
  const { data, list } = await pipeline.end();
  return data ?? list ?? [];
}

interface NodeQuery {
  where(filter: object): NodeQuery;
  field(fields: object): NodeQuery;
  orderBy(field: string, direction: string): NodeQuery;
  skip(count: number): NodeQuery;
  limit(count: number): NodeQuery;
  options(options: object): NodeQuery;
  get(): Promise<{ data: Row[] }>;
  count(): Promise<{ total: number }>;
  update(change: object): Promise<{ updated: number }>;
  set(document: object): Promise<{ updated: number; upsertedId: string | null }>;
  remove(): Promise<{ deleted: number }>;
  add(documents: object): Promise<unknown>;
  aggregate(): Pipeline;
  doc(id: string | number): NodeQuery;
}

function read<Q extends Pick<NodeQuery, 'where' | 'field' | 'orderBy' | 'skip' | 'limit'>>(
  query: Q,
  reading: Reading,
): Q {
  let result: unknown = query;
  const step = (make: (query: NodeQuery) => unknown): void => void (result = make(result as NodeQuery));
  if (reading.where !== undefined) step((from) => from.where(reading.where ?? {}));
  if (reading.field !== undefined) step((from) => from.field(reading.field ?? {}));
  for (const [field, direction] of reading.orderBy ?? []) step((from) => from.orderBy(field, direction));
  if (reading.skip !== undefined) step((from) => from.skip(reading.skip ?? 0));
  if (reading.limit !== undefined) step((from) => from.limit(reading.limit ?? 0));
  return result as Q;
}

/** `@cloudbase/node-sdk` on a cloud. */
export function nodeClient(url: string): Client {
  const db = nodeApp(url).database() as unknown as Makers & {
    collection(name: string): NodeQuery;
    createCollection(name: string): Promise<unknown>;
  };
  return {
    ...makers(db),
    name: 'node-sdk',
    add: (collection, documents) => db.collection(collection).add(documents),
    get: async (collection, reading = {}) => (await read(db.collection(collection), reading).get()).data,
    doc: async (collection, id) => (await db.collection(collection).doc(id).get()).data[0],
    count: async (collection, where = {}) => (await db.collection(collection).where(where).count()).total,
    update: async (collection, where, change, options) => {
      const query = db.collection(collection).where(where);
      return (await (options === undefined ? query : query.options({ multiple: options.multi })).update(change))
        .updated;
    },
    updateDoc: async (collection, id, change) => (await db.collection(collection).doc(id).update(change)).updated,
    set: async (collection, id, document) => {
      const { updated, upsertedId } = await db.collection(collection).doc(id).set(document);
      return { updated, isCreated: upsertedId !== null };
    },
    remove: async (collection, where, options) => {
      const query = db.collection(collection).where(where);
      return (await (options === undefined ? query : query.options({ multiple: options.multi })).remove()).deleted;
    },
    removeDoc: async (collection, id) => (await db.collection(collection).doc(id).remove()).deleted,
    createCollection: (collection) => db.createCollection(collection),
    aggregate: (collection) => db.collection(collection).aggregate(),
  };
}

interface WxQuery extends Pick<NodeQuery, 'count' | 'aggregate'> {
  where(filter: object): WxQuery;
  field(fields: object): WxQuery;
  orderBy(field: string, direction: string): WxQuery;
  skip(count: number): WxQuery;
  limit(count: number): WxQuery;
  get(): Promise<{ data: Row[] }>;
  update(options: { data: object; multi?: boolean }): Promise<{ stats: { updated: number } }>;
  remove(options?: { multi?: boolean }): Promise<{ stats: { removed: number } }>;
  add(options: { data: object }): Promise<unknown>;
  doc(id: string | number): Omit<WxQuery, 'get'> & {
    get(): Promise<{ data: Row | null }>;
    set(options: { data: object }): Promise<{ stats: { updated: number; created: number } }>;
  };
}

/** `wx-server-sdk` on a cloud: one per test file, since the first call's address stays. */
export function wxClient(url: string): Client {
  const db = wxDatabase(url) as unknown as Makers & {
    collection(name: string): WxQuery;
    createCollection(name: string): Promise<unknown>;
  };
  return {
    ...makers(db),
    name: 'wx-server-sdk',
    add: (collection, data) => db.collection(collection).add({ data }),
    get: async (collection, reading = {}) =>
      (await read(db.collection(collection) as unknown as NodeQuery, reading).get()).data,
    doc: async (collection, id) => {
      // The SDK rejects with -1 for a document that is not there.
      const answer = await db
        .collection(collection)
        .doc(id)
        .get()
        .catch(() => ({ data: null }));
      return answer.data ?? undefined;
    },
    count: async (collection, where = {}) => (await db.collection(collection).where(where).count()).total,
    update: async (collection, where, data, options) =>
      (
        await db
          .collection(collection)
          .where(where)
          .update({ data, ...options })
      ).stats.updated,
    updateDoc: async (collection, id, data) => (await db.collection(collection).doc(id).update({ data })).stats.updated,
    set: async (collection, id, data) => {
      const { stats } = await db.collection(collection).doc(id).set({ data });
      return { updated: stats.updated, isCreated: stats.created === 1 };
    },
    remove: async (collection, where, options) =>
      (await db.collection(collection).where(where).remove(options)).stats.removed,
    removeDoc: async (collection, id) => (await db.collection(collection).doc(id).remove()).stats.removed,
    createCollection: (collection) => db.createCollection(collection),
    aggregate: (collection) => db.collection(collection).aggregate(),
  };
}

/** Only what both SDKs have; the rest of a database object is its own business. */
function makers(db: Makers): Makers {
  return {
    command: db.command,
    Geo: db.Geo,
    serverDate: (options) => db.serverDate(options),
    RegExp: (options) => db.RegExp(options),
  };
}

/** The message of a refusal, whichever SDK brings it; fails if there is none. */
export async function messageOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    const { message, errMsg, code } = error as { message?: string; errMsg?: string; code?: string };
    return `${code ?? ''} ${errMsg ?? message ?? ''}`;
  }
  throw new Error('the call was not refused');
}
