import type { Poll } from './poll';
import { closesAt, nextReleaseAt } from './release';

/**
 * The public log advances by this many ballots at the least, or when the oldest unpublished one has waited this long
 * (milliseconds): whoever notes its sizes cannot time a single ballot of a quiet poll.
 */
export const fewestBallots = 20;
export const longestWait = 10 * 60 * 1000;

export interface Unpublished {
  /** Ballots since the last published checkpoint. */
  ballots: number;
  /** When the first of them came, epoch milliseconds; null when there are none. */
  since: number | null;
}

/** Whether the log's end has to be published now. After the close nothing waits: no ballot can be timed by it. */
export function isPublicationDue({ ballots, since }: Unpublished, isClosed: boolean, now: number): boolean {
  return isClosed || ballots >= fewestBallots || (since !== null && now >= since + longestWait);
}

/** When a closed poll's result goes into its log: once rulings are over, with the award or at the latest the notice. */
export function resultAt({ stages }: Pick<Poll, 'stages'>): number {
  return stages.awarded ?? stages.notice ?? stages.verifying;
}

/** When the result can be written: its time has come, and the log is closed. */
export function resultDueAt(poll: Pick<Poll, 'stages'>): number {
  return Math.max(resultAt(poll), closesAt(poll));
}

/** How far a poll's log has come. */
export interface Progress {
  isClosed: boolean;
  hasResult: boolean;
  /** A public draw decides what it says, and has not been entered. */
  isDrawMissing?: boolean;
  unpublished: Unpublished;
  /** Whether a checkpoint is signed whose files storage has not taken yet. */
  isPending: boolean;
  /** Whether the closed log's entries and bundle are public, up to its end. */
  isArchived: boolean;
}

/** How soon publishing is tried again, milliseconds. */
const pauseBeforeRetry = 30 * 1000;

/** When something has to be published at the latest; null when nothing waits for it. @param now epoch milliseconds */
export function publishBy({ unpublished: { since }, isPending }: Progress, now: number): number | null {
  if (isPending) return now + pauseBeforeRetry;
  return since === null ? null : since + longestWait;
}

/**
 * When the scheduler has to act on a poll even if no ballot comes: to open its log, release counts, publish, close, archive,
 * or write the result. Epoch milliseconds; null when there is nothing left to do.
 */
export function dueAt(
  poll: Pick<Poll, 'stages' | 'countPolicy'>,
  progress: Progress | null,
  now: number,
): number | null {
  if (progress === null) return poll.stages.voting;
  if (!progress.isClosed) {
    return Math.min(nextReleaseAt(poll, now) ?? closesAt(poll), publishBy(progress, now) ?? Infinity);
  }
  if (progress.isPending) return now + pauseBeforeRetry;
  if (!progress.isArchived) return now;
  // Whoever enters the draw wakes the scheduler.
  if (progress.isDrawMissing === true && now >= resultDueAt(poll)) return null;
  return progress.hasResult ? null : resultDueAt(poll);
}
