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
