import type { DrawEntry } from '../entries/log-entry';
import type { AwardTally } from './award-state';
import type { JuryTally } from './jury-state';

export interface VoidPlaces {
  reason: string;
  places: number[];
}

/** Where inquiries void: how many, since they void thousands, and no batch copies where those lie. */
export interface VoidNumbers {
  reason: string;
  ballots: number;
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
  /**
   * The places of void ballots in the log by reason, or where inquiries void their number. A list, since people write reasons and no key
   * may be like theirs.
   */
  voids: VoidPlaces[] | VoidNumbers[] | OlderVoids;
  /** Where inquiries void: the batches that hold voids and restores, which tell the places. */
  ruledIn?: number[];
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

/** The places of void ballots, however old the tally is; none of those that it tells the number of. */
export function voidsOf({ voids }: Pick<Tally, 'voids'>): VoidPlaces[] {
  if (!Array.isArray(voids)) return Object.entries(voids).map(([reason, places]) => ({ reason, places }));
  return voids.flatMap((each) => ('places' in each ? [each] : []));
}

/** How many ballots are void for which reason. */
export function voidNumbersOf({ voids }: Pick<Tally, 'voids'>): VoidNumbers[] {
  const listed = Array.isArray(voids) ? voids : voidsOf({ voids });
  return listed.map((each) => ({
    reason: each.reason,
    ballots: 'places' in each ? each.places.length : each.ballots,
  }));
}
