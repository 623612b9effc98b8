import type { Poll } from './poll';
import { dueAt, publishBy, type Progress } from './publication';
import { nextReleaseAt } from './release';

/** Counts as the public sees them. */
export interface ShownCounts {
  batch: number;
  /** Votes per candidate id. */
  counts: Record<string, number>;
  /** Ballots that count. */
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
  /** In place of `dueAt`: act by then, or sooner if that was planned. */
  dueBy?: number;
  final?: boolean;
}

/** What standings are made of. */
export interface CountSoFar {
  batch: number;
  /** Ballots cast. */
  ballots: number;
  /** Ballots that count, and their votes per candidate id. */
  counted: number;
  counts: Record<string, number>;
  progress: Progress;
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
  { batch, ballots, counted, counts, progress }: CountSoFar,
  occasion: Occasion,
  asOf: number,
): StandingsChange {
  const grown = { batch, ballots };
  const shown = { batch, counts, ballots: counted, asOf };
  const due = dueAt(poll, progress, asOf);
  if (progress.isClosed) return { ...grown, shown, nextAt: null, dueAt: due, final: true };
  const isShown = occasion === 'release' || poll.countPolicy.kind === 'live';
  const by = publishBy(progress, asOf);
  return {
    ...grown,
    ...(isShown ? { shown } : {}),
    // A release that is due and not made yet must not be planned away by a ballot.
    ...(occasion === 'growth' ? {} : { nextAt: nextReleaseAt(poll, asOf), dueAt: due }),
    ...(occasion === 'growth' && by !== null ? { dueBy: by } : {}),
  };
}
