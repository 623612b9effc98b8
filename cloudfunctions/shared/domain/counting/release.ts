import { dayOf, endOfDay, nextTimeOfDay, startOfDay, startOfHour } from '../../universal/day';
import type { Period } from '../../universal/period';
import type { Poll } from '../../universal/poll';
import { quietTime, stepOf } from '../../universal/public-count';
import { publishingTime } from '../voting/receipt';

/*
 * Counting happens in releases. Ballots wait in the database; a release takes those that wait into the log at once, sorted by tag,
 * and everything public moves with it: checkpoint, number of ballots, counts. Nothing moves in between, so each ballot stays
 * hidden among the others of its release: at least `step` of them, or all that were cast in a whole hour, or all since the last
 * minutes before the end. Where people vote anew each day, an entry names its day, so that a release over midnight would be two
 * heaps, of which one may be a single ballot: a release is of one day, and the end of a day is to its ballots what the close is.
 */

const minute = 60 * 1000;
const hour = 60 * minute;

/**
 * How long a ballot may be on its way to the database: the voter function's time-out and the SDK's, milliseconds. They are set
 * in `cloudfunctions/voter/config.json` and `platform/database.ts`.
 */
export const arrivalTime = 20_000 + 10_000;

/** How long after voting ends the log is closed: whatever was cast in time has arrived, with a margin. Milliseconds. */
export const closeDelay = arrivalTime + 30_000;

/** The earliest instant at which the log may be closed, epoch milliseconds. */
export function closesAt(poll: Pick<Poll, 'stages'>): number {
  return poll.stages.verifying + closeDelay;
}

/** What of a poll releases follow. */
type ReleasedPoll = Pick<Poll, 'stages' | 'countPolicy'> & { rules: Pick<Poll['rules'], 'period'> };

/** What the close takes: its delay, the timer's minute, and the time to publish it. */
const closingTime = closeDelay + 2 * minute;

/**
 * From when on only the close releases, epoch milliseconds. Where the end lies just behind a full hour, too late for the close to
 * keep the promises that run out ten minutes after that hour, the hour's own release still is.
 */
export function quietFrom({ stages }: Pick<Poll, 'stages'>): number {
  const turn = startOfHour(stages.verifying);
  // What comes with the end is not to come alone, nor is what comes with the end of a day.
  const from = stages.verifying - quietTime;
  return turn >= from && stages.verifying + closingTime > turn + publishingTime ? turn : from;
}

/** A release that is due. */
export interface DueRelease {
  /** The instant that it is told under, epoch milliseconds: the full hour of one that is made for the hour. */
  at: number;
  /** It takes ballots of earlier hours than this, epoch milliseconds: those of the hour that has begun wait for the next one. */
  before: number;
}

/**
 * Whether a release is due while voting is open. It is once `step` ballots wait; else at the turn of an hour at which the last
 * release lies a whole hour back. Never at the moment at which that becomes true, for then a ballot's arrival would show; and a
 * ballot of the hour that has just begun neither causes an hour's release nor is in it, so that one which comes late still tells
 * of whole hours only. Where people vote daily, those of a day that is over come at once and alone. A poll that chose a step of 1
 * hides nothing.
 * @param lastAt when the last release was, or voting opened
 * @param hours of the ballots that wait
 * @param settledAt the newest instant whose ballots have all arrived as far as the caller knows: a release for an hour waits until its
 * turn is past this
 */
export function releaseDue(
  poll: ReleasedPoll,
  lastAt: number,
  hours: readonly number[],
  now: number,
  settledAt: number = now,
): DueRelease | null {
  const step = stepOf(poll);
  if (hours.length === 0) return null;
  if (step === 1) return { at: now, before: Infinity };
  const quiet = quietFrom(poll);
  // Behind the end the close is near.
  const isOpen = now < poll.stages.verifying;
  const isDaily = poll.rules.period === 'daily';
  const midnight = startOfDay(dayOf(now));
  if (isDaily && lastAt < midnight && hours.some((each) => each < midnight)) {
    // By themselves, and ahead of all others.
    const isOver = isOpen && settledAt >= midnight && midnight <= quiet;
    return isOver ? { at: midnight, before: midnight } : null;
  }
  const endOfRelease = isDaily ? endOfDay(dayOf(now)) : Infinity;
  if (hours.length >= step && now < Math.min(quiet, endOfRelease - quietTime)) return { at: now, before: endOfRelease };
  const turn = startOfHour(settledAt);
  const isDue = isOpen && turn - lastAt >= hour && turn <= quiet && hours.some((each) => each < turn);
  return isDue ? { at: turn, before: turn } : null;
}

/**
 * What a release that somebody left unfinished may still take.
 * @param period of the ballots that it has taken last
 */
export function restOfRelease(period: Period | '', now: number): DueRelease {
  return { at: now, before: period === 'once' || period === '' ? Infinity : endOfDay(period) };
}

/** When counts are published next, as seen at `now` before the close; null where they move with each release. */
export function nextReleaseAt(poll: Pick<Poll, 'stages' | 'countPolicy'>, now: number): number | null {
  const { countPolicy } = poll;
  switch (countPolicy.kind) {
    case 'live':
      return null;
    case 'daily':
      return Math.min(nextTimeOfDay(Math.max(now, poll.stages.voting), countPolicy.at), closesAt(poll));
    case 'afterClose':
      return closesAt(poll);
  }
}
