import type { WantedReminders } from '../../../components/reminder/reminder.view';
import type { PollReply } from '../../../services/polls';
import type { Phase } from './phase';

/**
 * What the poll page offers to remind of: before the vote its opening; once there is no ballot left now, what is to come. While
 * one can vote it offers nothing: the ballot comes first.
 */
export function wantedReminders({ poll, me, can, closedFor }: PollReply, phase: Phase): WantedReminders | null {
  const pollId = poll.id;
  if (phase === 'before') return closedFor === undefined ? { pollId, kinds: ['opening'] } : null;
  if (phase === 'after' || can.cast || me.ballots.length === 0) return null;
  // Whoever has voted for good is not called to vote on the last day.
  return { pollId, kinds: poll.rules.period === 'daily' ? ['lastDay', 'result'] : ['result'] };
}
