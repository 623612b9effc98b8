import { dayLength, dayOf, startOfDay } from '../../universal/day';
import type { OutcomeInShort } from '../../universal/outcome';
import type { Poll, PublicRules } from '../../universal/poll';
import { resultDueAt } from '../counting/publication';

/** In the order in which they are asked for: one question has room for three. */
export const reminderKinds = ['opening', 'lastDay', 'notice', 'result', 'extended', 'verdict'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/**
 * Those that tell of what two persons do when they do it: that the notice is up, or was extended or corrected, and that the vote was
 * extended. One consent is one message, so each tells of the first change behind what stood when it was asked for.
 */
const changeKinds = ['notice', 'extended'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export function tellsOfChange(kind: ReminderKind): kind is ChangeKind {
  return changeKinds.some((each) => each === kind);
}

const hour = 60 * 60 * 1000;

/** The last day is told of in the morning, and leaves so much of it at least; else it is the morning before. */
const morning = 9 * hour;
const leastLeft = 3 * hour;

type Times = Pick<Poll, 'stages'>;
type Changing = Times &
  Pick<PublicRules, 'noticeDays' | 'latestEnd'> & { outcome?: Pick<OutcomeInShort, 'notice' | 'awardedAt'> };

/** How far it has come with what a kind tells of: a change makes it grow. */
export function markOf(kind: ChangeKind, { stages, outcome }: Changing): number {
  return kind === 'notice' ? (outcome?.notice?.n ?? 0) : stages.verifying;
}

/**
 * When a reminder of a change is looked at although nobody has called for it, epoch milliseconds. Whoever makes the change calls; this
 * is for those that were set in that very moment. It is when there should be news by the poll's times, and then once a day.
 */
export function nextLookAt(kind: ChangeKind, { stages, outcome }: Changing, now: number): number {
  const planned = kind === 'notice' ? (outcome?.notice?.until ?? stages.notice ?? stages.verifying) : stages.verifying;
  return planned > now ? planned : now + dayLength;
}

/**
 * When a reminder is to be sent, by the poll's times: epoch milliseconds, never in the night but where the poll itself says so. For a
 * verdict it is when one can be given no more: the organisers' decision sends it before that.
 */
export function reminderDueAt(kind: Exclude<ReminderKind, ChangeKind>, poll: Times): number {
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
export function reminderEndsAt(kind: ReminderKind, poll: Changing): number {
  switch (kind) {
    case 'opening':
    case 'lastDay':
    case 'extended':
      return poll.stages.verifying;
    case 'notice':
      // Behind the award nobody can object any more, and the result tells the rest.
      return poll.outcome?.awardedAt ?? Infinity;
    case 'result':
    case 'verdict':
      return reminderDueAt(kind, poll) + 7 * dayLength;
  }
}

/**
 * Whether a poll has this reminder, and it lies ahead: a vote that opens and ends within a day has no last day to tell of, one that
 * owes no notice has none, and one whose end cannot be moved back is not extended.
 * @param now epoch milliseconds
 */
export function isReminderAhead(kind: Exclude<ReminderKind, 'verdict'>, poll: Changing, now: number): boolean {
  if (kind === 'notice') return poll.noticeDays !== undefined && poll.outcome?.awardedAt === undefined;
  if (kind === 'extended') return now < poll.stages.verifying && (poll.latestEnd ?? 0) > poll.stages.verifying;
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
