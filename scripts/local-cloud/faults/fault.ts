/** Which database calls a fault may strike; a field that is left out admits all. */
export interface CallFilter {
  /** Such as `insertDocument`, without the `database.` before it. */
  action?: string;
  collection?: string;
  /** The calling function, or `admin` for callers from outside. */
  function?: string;
}

/** Which invocations or firings a fault may strike. */
export interface FunctionFilter {
  function?: string;
}

/** How often a fault strikes what it may strike: above 0, at most 1. */
interface Rate {
  rate: number;
}

/** Milliseconds, drawn evenly from `least` to `most`. */
export interface Span {
  least: number;
  most: number;
}

/** One way in which the cloud may break. */
export type Fault =
  /** The call is carried out later. */
  | ({ kind: 'latency'; ms: Span } & Rate & CallFilter)
  /** The call is carried out, and its answer never comes. */
  | ({ kind: 'lost' } & Rate & CallFilter)
  /** The call is refused, and not carried out. */
  | ({ kind: 'error'; code: string } & Rate & CallFilter)
  /** A read outside transactions is answered from an earlier state, of any age since the fault was armed. */
  | ({ kind: 'stale' } & Rate & Pick<CallFilter, 'collection' | 'function'>)
  /** Ahead of a call a collection is set back to an earlier state, of any age since the fault was armed. */
  | ({ kind: 'restore'; collection: string } & Rate & Pick<CallFilter, 'action' | 'function'>)
  /** The commit of a transaction is refused as one that met another's write. */
  | ({ kind: 'conflict' } & Rate & Pick<CallFilter, 'function'>)
  /** The calling instance dies, before or after the call is carried out. */
  | ({ kind: 'death'; when: 'before' | 'after' | 'either' } & Rate & CallFilter)
  /** The invocation is cut off as one that took too long, after `ms` of work. */
  | ({ kind: 'timeout'; ms: Span } & Rate & FunctionFilter)
  /** The timer's firing does not happen. */
  | ({ kind: 'timer-never' } & Rate & FunctionFilter)
  /** The timer fires twice at once. */
  | ({ kind: 'timer-twice' } & Rate & FunctionFilter)
  /** Database calls beyond so many in a second of the cloud's clock are refused. */
  | { kind: 'cap'; perSecond: number };

export type FaultKind = Fault['kind'];

/** Database requests a second by plan, as documented and as seen in one account (facts differ by year and region). */
export const plans = { entry: 30, personal: 500 } as const;

export type PlanName = keyof typeof plans;

/** Every action that the SDKs send to the database. */
export const databaseActions = [
  'addCollection',
  'insertDocument',
  'getDocument',
  'calculateDocument',
  'modifyDocument',
  'modifyAndReturnDoc',
  'removeDocument',
  'aggregateDocuments',
  'startTransaction',
  'getInTransaction',
  'updateDocInTransaction',
  'deleteDocInTransaction',
  'commitTransaction',
  'abortTransaction',
] as const;
