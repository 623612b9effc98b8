import type { Answer } from '../../../services/cloud';
import { loadPoll, type EditedPoll } from '../services/polls';
import { listTeam, type Team } from '../services/team';

/** A poll and its team, asked for at once. */
export async function loadTeam(pollId: string): Promise<Answer<{ poll: EditedPoll; team: Team }>> {
  const [poll, team] = await Promise.all([loadPoll(pollId), listTeam(pollId)]);
  if (!poll.ok) return poll;
  return team.ok ? { ...team, data: { poll: poll.data.poll, team: team.data } } : team;
}
