interface Doc {
  get(): Promise<{ data: Record<string, unknown> | null }>;
  set(document: object): Promise<{ updated: number; upserted: { _id: string | null }[] }>;
  update(change: object): Promise<{ updated: number }>;
  remove(): Promise<{ deleted: number }>;
  delete(): Promise<{ deleted: number }>;
}

/** A transaction as the node-sdk has it; its typings know less of it. */
export interface Within {
  collection(name: string): {
    add(documents: object): Promise<{ id?: string; ids?: string[]; inserted?: number }>;
    doc(id: string): Doc;
    where(filter: object): {
      limit(count: number): { get(): Promise<{ data: Record<string, unknown>[] }> };
      get(): Promise<{ data: Record<string, unknown>[] }>;
      update(change: object): Promise<{ updated: number }>;
      updateAndReturn(change: object): Promise<{ updated: number; doc: unknown }>;
    };
  };
  commit(): Promise<{ requestId: string }>;
  rollback(reason?: unknown): Promise<{ requestId: string }>;
  getTransactionId(): string;
}

/** The part of the node-sdk's database that transactions need. */
export interface Database {
  command: { inc(by: number): unknown };
  collection(name: string): {
    add(documents: object): Promise<unknown>;
    doc(id: string): {
      get(): Promise<{ data: Record<string, unknown>[] }>;
      update(change: object): Promise<unknown>;
      set(document: object): Promise<unknown>;
      remove(): Promise<unknown>;
    };
    where(filter: object): { count(): Promise<{ total: number }>; remove(): Promise<unknown> };
  };
  startTransaction(): Promise<Within>;
  runTransaction<T>(work: (transaction: Within) => Promise<T>, times?: number): Promise<T>;
}
