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
 * @returns false when another document holds its `_id` or another of its unique keys
 * @throws DatabaseFault when it fails for any other reason
 */
export async function insertOnce(call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (cause) {
    if (isDuplicateKey(cause)) return false;
    throw new DatabaseFault(cause);
  }
}

/**
 * The wire says DATABASE_REQUEST_FAILED with an E11000 message, or DATABASE_DUPLICATE_WRITE. wx-server-sdk makes
 * -502001 and -501001 of them, both of which mean other things too, so the message decides.
 */
function isDuplicateKey(cause: unknown): boolean {
  return /E11000|DUPLICATE_WRITE|duplicate key/i.test(describe(cause));
}

function describe(cause: unknown): string {
  if (typeof cause === 'object' && cause !== null) {
    if ('errMsg' in cause && typeof cause.errMsg === 'string') return cause.errMsg;
    if ('message' in cause && typeof cause.message === 'string') return cause.message;
  }
  return String(cause);
}
