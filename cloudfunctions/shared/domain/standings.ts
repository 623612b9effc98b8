import type { Poll } from './poll';
import { dueAt, nextReleaseAt } from './release';
import type { Tally } from './tally';

/** Counts as the public sees them. */
export interface ShownCounts {
  batch: number;
  /** Votes per candidate id. */
  counts: Record<string, number>;
  ballots: number;
  /** Epoch milliseconds. */
  asOf: number;
}

export interface StandingsChange {
  batch: number;
  ballots: number;
  shown?: ShownCounts;
  nextAt?: number | null;
  dueAt?: number | null;
  final?: boolean;
}

/**
 * Why standings change: the log grew, the scheduler looked at the poll without anything being due, or the time of
 * a release has come. The close is a growth that releases.
 */
export type Occasion = 'growth' | 'planning' | 'release';

/**
 * What changes for the public after a batch. Counts are in it only when the poll's policy releases them.
 * @param asOf when the batch was made, or the release is; epoch milliseconds
 */
export function standingsChange(
  poll: Pick<Poll, 'stages' | 'countPolicy'>,
  batch: number,
  tally: Tally,
  occasion: Occasion,
  asOf: number,
): StandingsChange {
  const grown = { batch, ballots: tally.ballots };
  const shown = { batch, counts: tally.votes, ballots: tally.ballots, asOf };
  if (tally.closed) return { ...grown, shown, nextAt: null, dueAt: null, final: true };
  return {
    ...grown,
    ...(occasion === 'release' || poll.countPolicy.kind === 'live' ? { shown } : {}),
    ...(occasion === 'growth' ? {} : { nextAt: nextReleaseAt(poll, asOf), dueAt: dueAt(poll, asOf) }),
  };
}
