import { dayLength, dayOf, startOfDay } from '../../universal/day';
import type { Poll } from '../../universal/poll';
import { resultDueAt } from '../counting/publication';

export const reminderKinds = ['opening', 'lastDay', 'result', 'verdict'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

const hour = 60 * 60 * 1000;

/** The last day is told of in the morning, and leaves so much of it at least; else it is the morning before. */
const morning = 9 * hour;
const leastLeft = 3 * hour;

type Times = Pick<Poll, 'stages'>;

/**
 * When a reminder is to be sent, by the poll's times: epoch milliseconds, never in the night but where the poll itself says so. For a
 * verdict it is when one can be given no more: the organisers' decision sends it before that.
 */
export function reminderDueAt(kind: ReminderKind, poll: Times): number {
  const { voting, verifying } = poll.stages;
  switch (kind) {
    case 'opening':
    case 'verdict':
      return voting;
    case 'lastDay': {
      const onTheDay = startOfDay(dayOf(verifying - 1)) + morning;
      return verifying - onTheDay >= leastLeft ? onTheDay : onTheDay - dayLength;
    }
    case 'result':
      return resultDueAt(poll);
  }
}

/** From when on a reminder that could not be sent in time helps nobody any more, epoch milliseconds. */
export function reminderEndsAt(kind: ReminderKind, poll: Times): number {
  return kind === 'opening' || kind === 'lastDay' ? poll.stages.verifying : reminderDueAt(kind, poll) + 7 * dayLength;
}

/**
 * Whether a poll has this reminder, and it lies ahead: a vote that opens and ends within a day has no last day to tell of.
 * @param now epoch milliseconds
 */
export function isReminderAhead(kind: Exclude<ReminderKind, 'verdict'>, poll: Times, now: number): boolean {
  const dueAt = reminderDueAt(kind, poll);
  return dueAt > now && (kind !== 'lastDay' || dueAt > poll.stages.voting);
}

/** So often a message is tried that WeChat refuses for a reason that may pass. */
export const mostAttempts = 6;

/** How long to wait after an attempt, milliseconds: one minute, two, four … @param attempt from 1 */
export function pauseAfter(attempt: number): number {
  return 60 * 1000 * 2 ** (attempt - 1);
}

/** WeChat's codes after which nothing will help: no consent is left, or there is no such person. */
const finalCodes: readonly number[] = [43101, 40003];

/**
 * What a message that was not sent comes to. WeChat's answer says that it was not; where none came it may have been, and is not
 * repeated: rather no message than two.
 * @param attempt which one it was, from 1
 */
export function afterFailure(errcode: number | undefined, attempt: number): 'done' | 'unknown' | 'again' | 'given up' {
  if (errcode === undefined) return 'unknown';
  if (finalCodes.includes(errcode)) return 'done';
  return attempt < mostAttempts ? 'again' : 'given up';
}
