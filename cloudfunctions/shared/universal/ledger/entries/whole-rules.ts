import type { FairPlayRules } from '../../fair-play';
import type { BallotRules, CountPolicy } from '../../poll';

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

export type WholeResultRules = Seats & {
  /** Of the score that is shown, 0 … 6. */
  decimals: number;
  /** At least one of the two is there. */
  votes?: { weight: number; by: 'maximum' | 'ballots' | 'rank' };
  jury?: WholeJuryRules;
  /** What decides between equal scores, one after the other; a lot, which leaves nothing equal, is the last. */
  ties: WholeTieBreak[];
  /** Grades of the award, the best first: each ends with a rank, the last one with the last seat. */
  levels?: { name: string; last: number }[];
};

/** How many win: of all candidates, or of each group of them, which has a ranking of its own then. */
type Seats =
  | { seats: number; groups?: undefined }
  /** In the order in which the result goes through them. */
  | { groups: { id: string; seats: number }[]; seats?: undefined };

export interface WholeJuryRules {
  weight: number;
  /** Points of a criterion at most; they are whole. */
  most: number;
  criteria: { id: string; name: string; weight: number }[];
  /** How many of the highest and lowest sheets of a candidate do not count. */
  drop: { top: number; bottom: number };
  /** How many have to be left, else none is dropped. */
  least: number;
  /** Whether jurors stand in the log by name or as 1号评委. */
  names: 'named' | 'numbered';
}

export type WholeTieBreak =
  | { by: 'votes' }
  /** The jury's part, or the mean points by one criterion. */
  | { by: 'jury'; criterion?: string }
  | Lot;

/** The public draw that decides: which, when, and how many digits it gives. */
export interface Lot {
  by: 'lot';
  draw: string;
  digits: number;
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
