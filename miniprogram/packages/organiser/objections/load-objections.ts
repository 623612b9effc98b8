import { together, type Answer } from '../../../services/cloud';
import { listObjections, type TeamObjections } from '../services/outcome';
import { loadPoll } from '../services/polls';

export interface LoadedObjections extends TeamObjections {
  /** Whoever looks may take one up and answer. */
  canHandle: boolean;
}

/** @param cursor `next` of the page before */
export async function loadObjections(pollId: string, cursor?: string): Promise<Answer<LoadedObjections>> {
  const answer = await together(loadPoll(pollId), listObjections(pollId, cursor));
  if (!answer.ok) return answer;
  const [{ poll }, found] = answer.data;
  return { ...answer, data: { ...found, canHandle: poll.may.includes('objection.accept') } };
}
