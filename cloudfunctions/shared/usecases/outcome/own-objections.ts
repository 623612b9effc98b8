import { refuse, type Refused } from '../../contract/answered';
import { mostPerPerson, type Objection } from '../../domain/outcome/objection';
import { isOpenObjection } from '../../universal/objections';
import { setting } from '../../platform/environment';
import { topicMac } from '../../platform/keys';
import { findPoll, type StoredPoll } from '../../store/poll/polls';
import { isPollId } from '../poll/open-poll';

// What residents' procedures about objections have in common.

/** A poll that is or was public. */
export async function findPublicPoll(pollId: string): Promise<StoredPoll | null> {
  const poll = isPollId(pollId) ? await findPoll(pollId) : null;
  return poll === null || poll.status === 'draft' ? null : poll;
}

export function macOf(pollId: string): (message: string) => string {
  return topicMac(setting('PARTICIPANT_KEY'), 'objection', pollId);
}

/** Whose an objection is: nobody without the installation's key can tell that from an identity. */
export function personOf(pollId: string, openid: string): string {
  return `${pollId}:${macOf(pollId)(JSON.stringify(['person', openid]))}`;
}

/** Those that were decided have given their place back. */
export function leftOf(own: readonly Objection[]): number {
  return Math.max(0, mostPerPerson - own.filter(({ state }) => isOpenObjection(state)).length);
}

export function notFound(): Refused<'POLL_NOT_FOUND'> {
  return refuse('POLL_NOT_FOUND', 'no such poll', { field: 'pollId' });
}

export function closed({
  startAt,
  until,
}: {
  startAt?: number | null;
  until: number | null;
}): Refused<'OBJECTION_CLOSED'> {
  const start = typeof startAt === 'number' && startAt > 0 ? { startAt } : {};
  return refuse('OBJECTION_CLOSED', 'objections are not taken now', { until, ...start });
}
