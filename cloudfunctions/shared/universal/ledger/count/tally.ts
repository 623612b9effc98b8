import type { DrawEntry } from '../entries/log-entry';
import type { AwardTally } from './award-state';
import type { JuryTally } from './jury-state';

export interface VoidPlaces {
  reason: string;
  /** The inquiry that voided them; absent where none did. */
  inquiry?: number;
  places: number[];
}

/** As tallies had it before: by reason. */
export type OlderVoids = Record<string, number[]>;

/**
 * What a log adds up to so far, as plain values: each batch keeps the tally after it, and the count goes on from there.
 * Candidates stand by their number in the rules.
 */
export interface Tally {
  /** Entries of every kind. */
  size: number;
  /** Ballots cast, void ones included. */
  ballots: number;
  voided: number;
  /** Votes that count; the same of void ballots beside them. */
  votes: number[];
  voidedVotes: number[];
  /** The places of void ballots in the log, by reason and inquiry. A list, since people write reasons and no key may be like theirs. */
  voids: VoidPlaces[] | OlderVoids;
  /** Candidates that were withdrawn. */
  withdrawn: number[];
  /** How far the jury's sheets are, once there is one. */
  sheets?: JuryTally;
  /** What the public draw gave, once it is entered. */
  draw?: DrawEntry;
  /** What became of the count, once anything did. */
  award?: AwardTally;
  isClosed: boolean;
  /** Whether the result is in the log; behind it come revocations alone. */
  hasResult: boolean;
}

/** The places of void ballots, however old the tally is. */
export function voidsOf({ voids }: Tally): VoidPlaces[] {
  return Array.isArray(voids) ? voids : Object.entries(voids).map(([reason, places]) => ({ reason, places }));
}
