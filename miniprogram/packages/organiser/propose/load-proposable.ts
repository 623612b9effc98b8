import type { Answer } from '../../../services/cloud';
import { loadPoll, type EditedPoll } from '../services/polls';
import { listTeamCandidates, type TeamCandidate } from '../services/team-candidates';

/** What acts can be about: the poll and its candidates. */
export interface Proposable {
  poll: EditedPoll;
  candidates: TeamCandidate[];
}

export async function loadProposable(pollId: string): Promise<Answer<Proposable>> {
  const [poll, candidates] = await Promise.all([loadPoll(pollId), listTeamCandidates(pollId)]);
  if (!poll.ok) return poll;
  return candidates.ok ? { ...candidates, data: { poll: poll.data.poll, candidates: candidates.data } } : candidates;
}
