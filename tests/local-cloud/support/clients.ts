import nodeSdk from '@cloudbase/node-sdk';
import wxSdk from 'wx-server-sdk';

/**
 * The settings under which the SDK asks no metadata service before each call, and does not complain of a slow call three
 * seconds after one whose connection broke.
 */
const environment = {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'local-env',
  TENCENTCLOUD_SECRETID: 'outside',
  TENCENTCLOUD_SECRETKEY: 'any',
  SILENCE: 'true',
};

/** The part of the SDK's query interface that the tests use; its own typings say `any` or leave the promises out. */
interface Query {
  where(filter: object): Query;
  orderBy(field: string, order: 'asc' | 'desc'): Query;
  skip(count: number): Query;
  limit(count: number): Query;
  field(fields: object): Query;
  options(options: object): Query;
  get<Item = unknown>(): Promise<{ data: Item[] }>;
  count(): Promise<{ total: number }>;
  update(change: object): Promise<{ updated: number }>;
  updateAndReturn(change: object): Promise<{ updated: number; doc: unknown }>;
  remove(): Promise<{ deleted: number }>;
}

interface Collection extends Query {
  add(documents: object[]): Promise<{ ids: string[] }>;
  add(document: object): Promise<{ id: string }>;
  aggregate(): Pipeline;
  doc(id: string): Query & { set(document: object): Promise<{ updated: number; upsertedId: string | null }> };
}

interface Pipeline {
  match(filter: object): Pipeline;
  group(fields: object): Pipeline;
  lookup(options: object): Pipeline;
  project(fields: object): Pipeline;
  sort(order: object): Pipeline;
  limit(count: number): Pipeline;
  geoNear(options: object): Pipeline;
  end(): Promise<{ data: unknown[] }>;
}

type NodeApp = ReturnType<typeof nodeSdk.init>;

export type NodeDatabase = Pick<ReturnType<NodeApp['database']>, 'command' | 'Geo'> & {
  serverDate(options: { offset: number }): unknown;
  startTransaction(): Promise<unknown>;
  collection(name: string): Collection;
  createCollection(name: string): Promise<unknown>;
};

interface WxQuery {
  where(filter: object): WxQuery;
  doc(id: string): { get(): Promise<{ data: unknown }> };
  add(options: { data: object }): Promise<{ _id: string }>;
  get(): Promise<{ data: unknown[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

interface WxDatabase {
  command: { inc(by: number): unknown };
  collection(name: string): WxQuery;
}

/** `@cloudbase/node-sdk`, as operator scripts use it. */
export function nodeApp(url: string): NodeApp {
  Object.assign(process.env, environment);
  return nodeSdk.init({
    secretId: 'any',
    secretKey: 'any',
    env: 'local-env',
    serviceUrl: `${url}/admin`,
    keepalive: true,
  });
}

/** The database as `@cloudbase/node-sdk` offers it. */
export function nodeDatabase(url: string): NodeDatabase {
  return nodeApp(url).database() as unknown as NodeDatabase;
}

/** `wx-server-sdk`, as functions use it. It is one per process: the first call's address stays. */
export function wxDatabase(url: string): WxDatabase {
  Object.assign(process.env, environment, { TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }) });
  wxSdk.init({ env: 'local-env' });
  return wxSdk.database() as unknown as WxDatabase;
}
