import { dayOf, startOfDay } from '../../universal/day';
import { stages as stageNames, type StageTimes } from '../../universal/poll';

const minute = 60 * 1000;

/** How old a poll may be in a `voter` instance's memory, milliseconds: `usecases/poll/open-poll.ts`. */
const cacheLife = 5_000;

/**
 * The least time between publishing and the vote, milliseconds: two lives of what instances remember, and time for the
 * phones of those who wait.
 */
export const openingLead = 6 * 2 * cacheLife;

/**
 * The least time ahead at which the end may be moved, milliseconds: the scheduler looks at its plan every eight minutes even if
 * nobody calls it, and every instance of `voter` has to know the new end long before it comes.
 */
export const endLead = 10 * minute;

/** The least time between the latest end of a vote and a public draw, milliseconds: its log is closed by then. */
export const lotLead = 10 * minute;

/** The shortest vote of a poll that opens at once: long enough for everybody to find the card. Milliseconds. */
export const shortestVote = 10 * minute;

/**
 * When a poll that is made now ends on the same day, at eight in the evening or, if that is less than an hour ahead, a minute before
 * midnight; so late that neither leaves an hour, at eight the next evening. @param now epoch milliseconds
 */
export function sameDayEnd(now: number): number {
  const today = startOfDay(dayOf(now));
  const ends = [20 * 60, 24 * 60 - 1, 44 * 60].map((minutes) => today + minutes * minute);
  return ends.find((end) => end - now >= 60 * minute) ?? today + 44 * 60 * minute;
}

/** The first stage that does not begin after the one before it; null when all are in order. */
export function stageOutOfOrder(times: StageTimes): (typeof stageNames)[number] | null {
  let before = -Infinity;
  for (const stage of stageNames) {
    const startAt = times[stage];
    if (startAt === undefined) continue;
    if (startAt <= before) return stage;
    before = startAt;
  }
  return null;
}

/** The times of a poll that opens at once. @param now when it is published, epoch milliseconds */
export function openAtOnce(times: StageTimes, now: number): StageTimes {
  const { nominating: _, promoting: __, ...rest } = times;
  return { ...rest, voting: now + openingLead };
}

/**
 * Nominating is over once the candidates stand: what is left of it is time to show them.
 * @param now when the poll is published, epoch milliseconds
 */
export function endNominating(times: StageTimes, now: number): StageTimes {
  const { nominating, promoting, ...rest } = times;
  if (nominating === undefined || (promoting ?? times.voting) <= now) return times;
  return nominating < now ? { ...rest, nominating, promoting: now } : { ...rest, promoting: now };
}

/** When nominations are taken in a draft: [startAt, endAt), each only where a stage says so. */
export function nominatingTimes({ nominating, promoting, voting }: StageTimes): { startAt?: number; endAt?: number } {
  return nominating === undefined ? {} : { startAt: nominating, endAt: promoting ?? voting };
}

/** Moves the end of the vote, and with it everything behind, so that the notice keeps its length. */
export function moveEnd(times: StageTimes, endAt: number): StageTimes {
  const shift = endAt - times.verifying;
  const moved = (['verifying', 'notice', 'awarded', 'archived'] as const).flatMap((stage) => {
    const startAt = times[stage];
    return startAt === undefined ? [] : [[stage, startAt + shift] as const];
  });
  return { ...times, ...Object.fromEntries(moved) };
}
