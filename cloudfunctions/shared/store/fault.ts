import { pause } from '../platform/clock';
import { database, type Collection } from '../platform/database';

/** The database refused or did not answer: whether the call took effect is unknown. */
export class DatabaseFault extends Error {
  /** It had no room for one more call: this one was not carried out, and another finds room before long. */
  readonly isForRoom: boolean;

  constructor(cause: unknown) {
    super(`database: ${describe(cause)}`, { cause });
    this.isForRoom = saysNoRoom(cause);
  }
}

/** How often a call that the database has no room for is asked again. */
let patience = 0;

/**
 * From now on this instance asks again where the database has no room, so often and after a third of a second each. It is for whom nobody
 * waits: a person's phone asks again by itself, later and at a moment of its own, and an instance that waited in its stead would be paid
 * for.
 */
export function waitForRoom(tries: number): void {
  patience = tries;
}

/** Between two tries, milliseconds; scattered, since the room comes back by the second. */
const shortestPause = 150;
const longestPause = 450;

async function inRoom<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  for (let left = patience; ; left -= 1) {
    try {
      return await call();
    } catch (cause) {
      if (left <= 0 || !saysNoRoom(cause)) throw cause;
      await pause(shortestPause + Math.random() * (longestPause - shortestPause));
    }
  }
}

/**
 * Runs one database call.
 * @throws DatabaseFault when it fails for any reason
 */
export async function attempt<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await inRoom(call);
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
    await inRoom(() => collection.add({ data: document }));
    return true;
  } catch (cause) {
    if (saysDuplicate(cause)) return false;
    if (!saysNoRoom(cause) && mayMeanDuplicate(cause) && (await isTaken(collection, document, otherKeys))) return false;
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
 * EXCEED_REQUEST_LIMIT and EXCEED_CONCURRENT_REQUEST_LIMIT, which wx-server-sdk numbers, or the same said in words. A month's or day's
 * quota that is used up has a word of its own, and no waiting helps against it.
 */
function saysNoRoom(cause: unknown): boolean {
  const text = describe(cause);
  if (/OutOf\w*Quota/i.test(text)) return false;
  const code = typeof cause === 'object' && cause !== null && 'errCode' in cause ? cause.errCode : undefined;
  return code === -501003 || code === -501004 || /EXCEED_(CONCURRENT_)?REQUEST_LIMIT|LimitExceeded/i.test(text);
}

/**
 * wx-server-sdk makes -502001 of DATABASE_REQUEST_FAILED and -501001 of every code that it does not know, DATABASE_DUPLICATE_WRITE
 * among them, and keeps no more than a text in whatever language. Both mean other things too.
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
