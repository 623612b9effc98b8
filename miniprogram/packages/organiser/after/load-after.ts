import { together, type Answer } from '../../../services/cloud';
import { loadSteps, type OutcomeSteps } from '../services/outcome';
import { loadPoll, type EditedPoll } from '../services/polls';

export interface After {
  poll: EditedPoll;
  outcome: OutcomeSteps;
}

export async function loadAfter(pollId: string): Promise<Answer<After>> {
  const answer = await together(loadPoll(pollId), loadSteps(pollId));
  if (!answer.ok) return answer;
  const [{ poll }, outcome] = answer.data;
  return { ...answer, data: { poll, outcome } };
}
