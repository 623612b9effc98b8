import type { IndexDeclaration } from './declaration';

/**
 * A request that CloudBase would refuse, with the wire's `code` and `message`. Thrown from inside the database's
 * recursive walks and turned into an answer at one place, the admin door; anything else that is thrown is a bug.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** The refusal of a request that the database understood and could not carry out. */
export function requestFailed(message: string): Refusal {
  return new Refusal('DATABASE_REQUEST_FAILED', message);
}

/** The refusal of a malformed request. */
export function invalidParam(message: string): Refusal {
  return new Refusal('INVALID_PARAM', `[InvalidParameter] ${message}. Please check your request.`);
}

/** The refusal of something that CloudBase offers and this local cloud does not: better refused than answered wrongly. */
export function notOffered(what: string): Refusal {
  return new Refusal('INVALID_PARAM', `[UnsupportedOperation] ${what} is not offered by the local cloud.`);
}

/** The refusal of a name that no collection has; CloudBase never creates a collection by a write. */
export function collectionMissing(name: string): Refusal {
  return new Refusal(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem persists, contact us.`,
  );
}

/** The refusal of a document whose key another one has. `verb` is what CloudBase names at the front of the message. */
export function duplicateKey(
  collection: string,
  { name, keys }: IndexDeclaration,
  document: Readonly<Record<string, unknown>>,
  verb: 'Insert' | 'Update',
): Refusal {
  const shown = keys.map(([field]) => `${field}: ${JSON.stringify(document[field] ?? null)}`).join(', ');
  const reason = `E11000 duplicate key error collection: tnt-local.${collection} index: ${name} dup key: { ${shown} }`;
  return writeFailed(verb, reason);
}

/** The refusal of a write that one document does not take, in the words of the driver that CloudBase uses. */
export function writeFailed(verb: 'Insert' | 'Update', reason: string): Refusal {
  return requestFailed(`[FailedOperation.${verb}] multiple write errors: [{write errors: [{${reason}}]}, {<nil>}]`);
}

/** The refusal of a write to what another transaction wrote; it ends its own transaction. The SDK's tests quote it. */
export function transactionConflict(): Refusal {
  return new Refusal(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ' +
      'Please check your request, but if the problem persists, contact us.',
  );
}

/** The refusal of anything in a transaction that never began or has ended, by its commit, its abort, an error or its age. */
export function transactionMissing(): Refusal {
  return new Refusal(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or ' +
      'abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  );
}
