import type { Poll } from '../../universal/poll';
import { closesAt } from './release';
import { dayLength } from '../../universal/day';

/**
 * When a closed poll's result goes into its log where no notice is owed: once rulings are over, with the award or at the latest the
 * notice. One that owes a notice has no such time: its result is an act.
 */
export function resultAt({ stages }: Pick<Poll, 'stages'>): number {
  return stages.awarded ?? stages.notice ?? stages.verifying;
}

/** When the result can be written: its time has come, and the log is closed. */
export function resultDueAt(poll: Pick<Poll, 'stages'>): number {
  return Math.max(resultAt(poll), closesAt(poll));
}

/** How long after its award a poll that nobody archives is archived by itself, milliseconds. */
const archiveDelay = 90 * dayLength;

/** When a poll is archived by itself, epoch milliseconds; null where it is, or was not awarded by an act. */
export function archivesAt({ reached }: Pick<Poll, 'reached'>): number | null {
  if (reached?.awarded === undefined || reached.archived !== undefined) return null;
  return reached.awarded + archiveDelay;
}

/** How far a poll's log has come. */
export interface Progress {
  isClosed: boolean;
  hasResult: boolean;
  /** Sheets of the jury are not public yet. */
  isCountIncomplete?: boolean;
  /** A public draw decides what it says, and has not been entered. */
  isDrawMissing?: boolean;
  /** The rules owe a notice: the result comes by an act. */
  owesNotice?: boolean;
  isCalledOff?: boolean;
  /** When counts are shown next, as it was announced; null where they move with each release. */
  nextAt: number | null;
  /** Whether a release is begun and not public yet. */
  isPending: boolean;
  /** Whether the closed log's entries and bundle are public, up to its end. */
  isArchived: boolean;
}

/** How soon publishing is tried again, milliseconds. */
const pauseBeforeRetry = 30 * 1000;

/**
 * When the scheduler has to act on a poll even if no ballot comes: to open its log, publish counts, close, archive, or write the
 * result. Ballots that wait are none of this: while a poll is open they are asked for each minute. Epoch milliseconds; null when
 * there is nothing left to do.
 */
export function dueAt(poll: Pick<Poll, 'stages' | 'reached'>, progress: Progress | null, now: number): number | null {
  if (progress === null) return poll.stages.voting;
  if (progress.isPending) return now + pauseBeforeRetry;
  if (!progress.isClosed) return Math.min(progress.nextAt ?? Infinity, closesAt(poll));
  if (!progress.isArchived) return now;
  // Whoever acts wakes the scheduler.
  if (progress.owesNotice === true || progress.isCalledOff === true) return archivesAt(poll);
  // Whoever enters the draw, or locks the jury, wakes the scheduler.
  const isWaiting = progress.isCountIncomplete === true || progress.isDrawMissing === true;
  if (isWaiting && now >= resultDueAt(poll)) return null;
  return progress.hasResult ? null : resultDueAt(poll);
}
