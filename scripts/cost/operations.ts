/**
 * What one operation costs, in database calls and invocations. The tests hold each figure against the functions
 * (`tests/cloudfunctions/voter/cost.test.ts`, `tests/cloudfunctions/scheduler/counting/cost.test.ts`), and the estimate adds them up.
 */
export interface OperationCost {
  database: number;
  invocations: number;
}

/** What a voter does, in an instance that knows the poll. */
export const voterOperations = {
  'poll.list': { database: 2, invocations: 1 },
  'poll.get': { database: 1, invocations: 1 },
  'candidate.get': { database: 1, invocations: 1 },
  'standings.get': { database: 1, invocations: 1 },
  'ballot.cast': { database: 1, invocations: 1 },
  'ballot.mine': { database: 2, invocations: 1 },
} as const satisfies Record<string, OperationCost>;

export type VoterOperation = keyof typeof voterOperations;

/** What an instance pays to know a poll, once in so many milliseconds as long as somebody asks. */
export const knowingPoll = {
  poll: { database: 1, every: 5_000 },
  candidates: { database: 1, every: 60_000 },
} as const;

/** What the scheduler does. */
export const schedulerOperations = {
  /** Ballots go into the log; their storage writes are not billed by the call. */
  release: { database: 6, invocations: 1 },
  /** Sixty firings of the timer that find nothing, and what it looks after now and then. */
  idleHour: { database: 76, invocations: 60 },
} as const satisfies Record<string, OperationCost>;
