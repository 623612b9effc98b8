import { together, type Answer } from '../../../services/cloud';
import { loadPoll, type EditedPoll } from '../services/polls';
import { listTeamCandidates, type TeamCandidate } from '../services/candidates';

/** What acts can be about: the poll and its candidates. */
export interface Proposable {
  poll: EditedPoll;
  candidates: TeamCandidate[];
}

export async function loadProposable(pollId: string): Promise<Answer<Proposable>> {
  const answer = await together(loadPoll(pollId), listTeamCandidates(pollId));
  if (!answer.ok) return answer;
  const [{ poll }, candidates] = answer.data;
  return { ...answer, data: { poll, candidates } };
}
