import type { EditedPoll } from '../../../../cloudfunctions/shared/contract/organizer/poll-fields';
import type { OrganizerOutput } from '../../../../cloudfunctions/shared/contract/organizer';
import { callOrganizer, type Answer } from '../../../services/cloud';

export type TeamPoll = EditedPoll;
export type TeamCandidate = OrganizerOutput<'candidate.list'>['candidates'][number];

/** The poll as its team sees it, with what the caller may do. */
export async function loadTeamPoll(pollId: string): Promise<Answer<TeamPoll>> {
  const answer = await callOrganizer('poll.load', { pollId });
  return answer.ok ? { ...answer, data: answer.data.poll } : answer;
}

/** All candidates by number. */
export async function listTeamCandidates(pollId: string): Promise<Answer<TeamCandidate[]>> {
  const answer = await callOrganizer('candidate.list', { pollId });
  return answer.ok ? { ...answer, data: answer.data.candidates } : answer;
}
