import { dayOf, daysBetween, endOfDay, startOfDay, type Day } from './day';
import type { Poll } from './poll';

/** What a voter's limit is counted over: the whole event or a day. */
export type Period = 'once' | Day;

/** The period at `now`, epoch milliseconds. */
export function periodAt(poll: Pick<Poll, 'rules'>, now: number): Period {
  return poll.rules.period === 'once' ? 'once' : dayOf(now);
}

/** Whether a ballot of this poll could ever belong to `period`. */
export function isPeriodOf(poll: Pick<Poll, 'rules' | 'stages'>, period: string): boolean {
  if (poll.rules.period === 'once') return period === 'once';
  const start = startOfDay(period);
  return start < poll.stages.verifying && endOfDay(period) > poll.stages.voting;
}

/** Every period of the poll that has begun at `now`, oldest first. */
export function periodsUntil(poll: Pick<Poll, 'rules' | 'stages'>, now: number): Period[] {
  if (now < poll.stages.voting) return [];
  if (poll.rules.period === 'once') return ['once'];
  return daysBetween(poll.stages.voting, Math.min(now + 1, poll.stages.verifying));
}

/** When the next period begins, epoch milliseconds; null when voting is over by then. */
export function nextPeriodAt(poll: Pick<Poll, 'rules' | 'stages'>, now: number): number | null {
  if (now < poll.stages.voting) return poll.stages.voting;
  if (poll.rules.period === 'once') return null;
  const next = endOfDay(dayOf(now));
  return next < poll.stages.verifying ? next : null;
}
