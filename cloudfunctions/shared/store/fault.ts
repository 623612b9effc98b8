import { database, type Collection } from '../platform/database';

/** The database refused or did not answer: whether the call took effect is unknown. */
export class DatabaseFault extends Error {
  constructor(cause: unknown) {
    super(`database: ${describe(cause)}`, { cause });
  }
}

/**
 * Runs one database call.
 * @throws DatabaseFault when it fails for any reason
 */
export async function attempt<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (cause) {
    throw new DatabaseFault(cause);
  }
}

/**
 * Inserts one document unless a unique key stands against it.
 * @param otherKeys fields besides `_id` that a unique index holds
 * @returns false when a document holds its `_id` or another of its unique keys; it may be this very one, whose answer was lost
 * @throws DatabaseFault when it fails for any other reason
 */
export async function insertOnce<Document extends { _id: string }>(
  collection: Collection,
  document: Document,
  otherKeys: readonly (keyof Document & string)[] = [],
): Promise<boolean> {
  try {
    await collection.add({ data: document });
    return true;
  } catch (cause) {
    if (saysDuplicate(cause)) return false;
    if (mayMeanDuplicate(cause) && (await isTaken(collection, document, otherKeys))) return false;
    throw new DatabaseFault(cause);
  }
}

/**
 * The usual words for a duplicate key: DATABASE_REQUEST_FAILED with an E11000 message. They spare the look at the collection, and
 * nothing depends on them.
 */
function saysDuplicate(cause: unknown): boolean {
  return /E11000|DUPLICATE_WRITE|duplicate key/i.test(describe(cause));
}

/**
 * wx-server-sdk makes -502001 of DATABASE_REQUEST_FAILED and -501001 of every code that it does not know, DATABASE_DUPLICATE_WRITE
 * among them, and keeps no more than a text in whatever language. Both mean other things too, a refusal for capacity for instance.
 */
function mayMeanDuplicate(cause: unknown): boolean {
  const code = typeof cause === 'object' && cause !== null && 'errCode' in cause ? cause.errCode : undefined;
  return code === -501001 || code === -502001;
}

/** Whether some document holds one of these keys. A read that fails or shows an earlier state says no, so nothing is known then. */
async function isTaken<Document extends { _id: string }>(
  collection: Collection,
  document: Document,
  otherKeys: readonly (keyof Document & string)[],
): Promise<boolean> {
  const keys = (['_id', ...otherKeys] as const).filter((key) => typeof document[key] === 'string');
  const conditions = keys.map((key) => ({ [key]: document[key] }));
  try {
    const { data } = await collection.where(database.command.or(conditions)).field({ _id: true }).limit(1).get();
    return data.length > 0;
  } catch {
    return false;
  }
}

function describe(cause: unknown): string {
  if (typeof cause === 'object' && cause !== null) {
    if ('errMsg' in cause && typeof cause.errMsg === 'string') return cause.errMsg;
    if ('message' in cause && typeof cause.message === 'string') return cause.message;
  }
  return String(cause);
}
