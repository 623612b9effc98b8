/**
 * Every known refusal, by the fact it names. A code is part of the contract: clients turn it into a
 * sentence, so a code is added, never renamed.
 */
export const errorCodes = [
  /** The event or its input has the wrong shape; `details` names the field and what would be right. */
  'INVALID_INPUT',
  'UNKNOWN_PROCEDURE',
  /** No such poll, or one that is not public. */
  'POLL_NOT_FOUND',
  /** Before the vote or after it; `details` carries `stage`, `votingStartAt`, `votingEndAt`. */
  'POLL_NOT_OPEN',
  /** The cast was made for a day that is over; `details.period` is the period now. */
  'PERIOD_OVER',
  'CANDIDATE_NOT_FOUND',
  'CANDIDATE_WITHDRAWN',
  /** Too few or too many choices, overall or in a group; `details` carries `min`, `max`, `got`, `group?`. */
  'CHOICES_OUT_OF_RANGE',
  /** The one ballot of this period is cast; `details.nextAt` says when the next one is possible, or null. */
  'ALREADY_VOTED',
  /** All ballots of this period are cast; `details` as for ALREADY_VOTED. */
  'NO_BALLOT_LEFT',
  /** The cap per candidate and period is reached; `details` carries `candidateId`, `cap`, `nextAt`. */
  'ALREADY_VOTED_FOR',
  /** The caller has no such ballot in this poll. */
  'BALLOT_NOT_FOUND',
  /** The poll is of chat groups, and the cast comes with no pass, or with one that is not the caller's. */
  'PASS_NEEDED',
  /** The pass was good until `details.expiredAt`: open the poll from the group's card again. */
  'PASS_EXPIRED',
  /** The platform does not vouch for the group: the card was opened by somebody else, or too long ago. */
  'GROUP_NOT_VERIFIED',
  /** The group is none of the poll's. */
  'NOT_IN_GROUP',
  /** The caller is not one this function serves. */
  'FORBIDDEN_SOURCE',
  /** The database refused or timed out: the outcome is unknown, try again with the same castId. */
  'BUSY',
  /** A fault of ours; `details.requestId` finds it in the log. */
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** A known refusal as a value: returned, never thrown. */
export interface Refusal {
  code: ErrorCode;
  /** English, for developers; clients speak from the code. */
  message: string;
  details?: Record<string, unknown>;
}

/** What every function answers. `now` is the server's clock, epoch milliseconds: phones' clocks are wrong. */
export type Reply<Data> = { ok: true; data: Data; now: number } | { ok: false; error: Refusal; now: number };
