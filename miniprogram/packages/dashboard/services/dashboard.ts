import type { OrganizerOutput } from '../../../../cloudfunctions/shared/contract/organizer';
import { callOrganizer, type Answer } from '../../../services/cloud';

export type Dashboard = OrganizerOutput<'dashboard.get'>;
export type DashboardPoll = OrganizerOutput<'poll.load'>['poll'];

/** How a poll goes; half a minute old at most. */
export function getDashboard(pollId: string): Promise<Answer<Dashboard>> {
  return callOrganizer('dashboard.get', { pollId });
}

export async function getPollOfTeam(pollId: string): Promise<Answer<DashboardPoll>> {
  const answer = await callOrganizer('poll.load', { pollId });
  return answer.ok ? { ...answer, data: answer.data.poll } : answer;
}
