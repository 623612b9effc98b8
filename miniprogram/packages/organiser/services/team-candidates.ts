import type { OrganiserOutput } from '../../../../cloudfunctions/shared/contract/organiser';
import { callOrganiser, type Answer } from '../../../services/cloud';

export type TeamCandidate = OrganiserOutput<'candidate.list'>['candidates'][number];

/** All candidates by number. */
export async function listTeamCandidates(pollId: string): Promise<Answer<TeamCandidate[]>> {
  const answer = await callOrganiser('candidate.list', { pollId });
  return answer.ok ? { ...answer, data: answer.data.candidates } : answer;
}
