import type { Winner } from '../../universal/ledger/count/award-state';
import type { NoticeGround } from './notice-end';

/** A closed count as far as acts about its outcome have to know it. */
export interface CountedOutcome {
  isClosed: boolean;
  /** Whether all of the log is public. */
  isPublished: boolean;
  /** Entries of the log, and its root, 64 hex digits. */
  size: number;
  root: string;
  recount: Recount;
  /** Sheets of the jury are not all public yet: what is counted without them says nothing. */
  isJuryAwaited: boolean;
  isDrawMissing: boolean;
  /** Decisions about ballots, candidates or a draw that the log has not taken in. */
  rulingsWaiting: number;
  /** A notice that was decided, and that the log has not taken in. */
  isNoticeWaiting: boolean;
  /** The same of an award. */
  isAwardWaiting: boolean;
  hasResult: boolean;
  notice?: { until: number; winners: readonly Winner[] };
  /** Whether the last notice does not say what the log adds up to now. */
  isStale: boolean;
  /** Ballots that count by what the log adds up to now, those that were voided, and who would win. */
  ballots: number;
  voided: number;
  winners: readonly Winner[];
  /** Whether a ballot was voided or a candidate withdrawn since the last notice. */
  isRuledSince: boolean;
  revoked: readonly string[];
}

/** What the server's own recount of the whole log came to; `size` that of the log it counted. */
export type Recount = { state: 'equal' } | { state: 'missing' } | { state: 'differs'; code: string };

export function groundOf({ notice, isRuledSince, winners }: CountedOutcome, days: number): NoticeGround {
  return { days, isRuledSince, winners, ...(notice === undefined ? {} : { last: notice }) };
}
