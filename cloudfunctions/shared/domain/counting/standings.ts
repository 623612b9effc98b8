import type { ShownCounts } from '../../universal/board';
import type { Poll } from '../../universal/poll';

/** What a log added up to at a release: all that anyone sees is of one. */
export interface Released {
  /** The batch that ends it. */
  batch: number;
  /** Entries of the log. */
  size: number;
  /** Ballots cast. */
  ballots: number;
  /** Ballots that count, and their votes per candidate id. */
  counted: number;
  counts: Record<string, number>;
  /** Epoch milliseconds. */
  at: number;
  isClosed: boolean;
}

export interface StandingsChange {
  batch: number;
  ballots: number;
  releasedAt: number;
  shown?: ShownCounts;
  nextAt?: number | null;
  final?: boolean;
}

/** What changes for the public with a release. Counts are in it only where the poll's policy shows them with each, or all is over. */
export function standingsChange(poll: Pick<Poll, 'countPolicy'>, released: Released): StandingsChange {
  const { batch, ballots, at, isClosed } = released;
  const grown = { batch, ballots, releasedAt: at };
  if (isClosed) return { ...grown, shown: shownCounts(released), nextAt: null, final: true };
  return poll.countPolicy.kind === 'live' ? { ...grown, shown: shownCounts(released) } : grown;
}

/** The counts of a release, once they are shown. */
export function shownCounts({ batch, counts, counted, at }: Released): ShownCounts {
  return { batch, counts, ballots: counted, asOf: at };
}
