import type { OrganizerOutput } from '../../../../cloudfunctions/shared/contract/organizer';
import { callOrganizer, type Answer } from '../../../services/cloud';

export type TeamCandidate = OrganizerOutput<'candidate.list'>['candidates'][number];

/** All candidates by number. */
export async function listTeamCandidates(pollId: string): Promise<Answer<TeamCandidate[]>> {
  const answer = await callOrganizer('candidate.list', { pollId });
  return answer.ok ? { ...answer, data: answer.data.candidates } : answer;
}
