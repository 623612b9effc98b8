import type { OrganiserOutput } from '../../../../cloudfunctions/shared/contract/organiser';
import { callOrganiser, type Answer } from '../../../services/cloud';

export type Dashboard = OrganiserOutput<'dashboard.get'>;
export type DashboardPoll = OrganiserOutput<'poll.load'>['poll'];

/** How a poll goes; half a minute old at most. */
export function getDashboard(pollId: string): Promise<Answer<Dashboard>> {
  return callOrganiser('dashboard.get', { pollId });
}

export async function getPollOfTeam(pollId: string): Promise<Answer<DashboardPoll>> {
  const answer = await callOrganiser('poll.load', { pollId });
  return answer.ok ? { ...answer, data: answer.data.poll } : answer;
}
