import { nextTimeOfDay } from './day';
import type { Poll } from './poll';

/** How many ballots that wait make a release, where the poll does not say otherwise. */
export const usualStep = 20;

/** How many ballots that wait are released at once. */
export function stepOf({ countPolicy }: Pick<Poll, 'countPolicy'>): 1 | typeof usualStep {
  return countPolicy.kind === 'live' && countPolicy.step === 1 ? 1 : usualStep;
}

/**
 * How long after voting ends a ballot may still arrive: the voter function's time-out, the SDK's, and a margin.
 * Milliseconds. The first two are set in `cloudfunctions/voter/config.json` and `platform/database.ts`.
 */
export const closeDelay = 20_000 + 10_000 + 30_000;

/** The earliest instant at which the log may be closed, epoch milliseconds. */
export function closesAt(poll: Pick<Poll, 'stages'>): number {
  return poll.stages.verifying + closeDelay;
}

/** When counts are published next, as seen at `now` before the close; null where they are live. */
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
