/*
 * What everyone can work out from what is public of a count: whether it is shown, when it moves next, and how long the wait is.
 * The app, the dashboard and the board say it in words of their own.
 */
import { dayLength } from './day';

/** How many ballots that wait are counted at once, where a poll or a public file does not say otherwise. */
export const usualStep = 20;

/** How many ballots that wait are counted at once. */
export type Step = 1 | typeof usualStep;

export function stepOf({ countPolicy }: { countPolicy: { kind: string; step?: number | undefined } }): Step {
  return countPolicy.kind === 'live' && countPolicy.step === 1 ? 1 : usualStep;
}

/** How long before the end of a vote that is counted by twenties nothing moves until the close counts it all; milliseconds. */
export const quietTime = 10 * 60 * 1000;

/**
 * Whether the vote is in its last minutes, in which no figure moves.
 * @param endAt of the vote, epoch milliseconds
 * @param step where each ballot is counted by itself, each is to the end
 */
export function isQuietEnd(endAt: number, step: number, now: number): boolean {
  return step !== 1 && now >= endAt - quietTime && now < endAt;
}

/** The last count waits a little for ballots on their way: it comes once the vote is over. */
export function isAfterVote(nextAt: number, endAt: number): boolean {
  return nextAt > endAt;
}

/**
 * What moves a count that is shown: nothing any more, the close that is near, the close alone, each release, a count after the vote,
 * or one at a time that is announced.
 */
export type NextMove = 'never' | 'closing' | 'close' | 'release' | 'afterVote' | 'announced';

/** @param nextAt epoch milliseconds; null where counts are live, or none is to come */
export function nextMove(
  { final, nextAt, step = usualStep }: { final: boolean; nextAt: number | null; step?: number },
  endAt: number,
  now: number,
): NextMove {
  if (final) return 'never';
  if (now >= endAt) return 'closing';
  if (isQuietEnd(endAt, step, now)) return 'close';
  if (nextAt === null) return 'release';
  return isAfterVote(nextAt, endAt) ? 'afterVote' : 'announced';
}

/** The wait for counts that are hidden, as it is told. */
export interface CountWait {
  /** Whether they come after the vote: then people are told its end, and not the margin of the last count. */
  isLast: boolean;
  /** Epoch milliseconds. */
  until: number;
  /** How much of the wait is over, in degrees of a clock's ring. */
  degrees: number;
}

/**
 * @param times of the vote; isDaily where counts are published each day, so that the wait is one of a day
 * @param nextAt when counts are published next, epoch milliseconds
 */
export function countWait(
  { startAt, endAt, isDaily }: { startAt: number; endAt: number; isDaily: boolean },
  nextAt: number,
  now: number,
): CountWait {
  const isLast = isAfterVote(nextAt, endAt);
  const until = isLast ? endAt : nextAt;
  const from = isDaily ? Math.max(startAt, until - dayLength) : startAt;
  return { isLast, until, degrees: degreesOver(from, until, now) };
}

/** How much of the time between two instants is over, in degrees of a clock's ring. */
export function degreesOver(from: number, until: number, now: number): number {
  const share = Math.min(1, Math.max(0, (now - from) / (until - from)));
  return Math.round(share * 360);
}
