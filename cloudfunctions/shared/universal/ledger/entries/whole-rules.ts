import type { FairPlayRules } from '../../fair-play';
import type { BallotRules, CountPolicy } from '../../poll';
import type { Lot, WholeResultRules } from './whole-result';

/**
 * Rules of version 3: what a log needs to know of a poll with a vote, a jury, or both. What they declare decides which version of
 * the later entries the log takes: `fairPlay` voids and restores, `jury` sheets, `notice` the result.
 */
export interface WholeRulesEntry {
  v: 3;
  kind: 'rules';
  poll: string;
  /** Voting is open in [start, end) at the most, epoch milliseconds. */
  start: number;
  end: number;
  /** Of ballots, and when their count is shown; both absent exactly where `result.votes` is. */
  rules?: BallotRules;
  countPolicy?: CountPolicy;
  /** Ids in the order of their numbers. */
  candidates: string[];
  /** SHA-256 over the candidates' lines, 64 hex digits; see `candidateSheet`. */
  candidateList: string;
  /** The only reasons for which a ballot may be voided. */
  voidReasons: string[];
  result: WholeResultRules;
  fairPlay?: FairPlayRules;
  /** How many working days of notice are owed before the award. */
  notice?: { days: number };
  /** The log that this one goes on from. */
  from?: Origin;
}

export interface Origin {
  /** The earlier log's name. */
  origin: string;
  size: number;
  /** Its root at that size, 64 hex digits. */
  root: string;
  /** The leaf hash of its result, 64 hex digits. */
  result: string;
  /** Those of its candidates that stand again. */
  taken: string[];
}

/** The lot of rules that have one. */
export function lotOf({ result }: WholeRulesEntry): Lot | undefined {
  return result.ties.find((tie): tie is Lot => tie.by === 'lot');
}
