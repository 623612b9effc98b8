import { tellDone, tellFailure } from '../../../services/tell';
import { proposeAct } from '../services/acts';
import { candidatesWords } from '../text/candidates';
import type { Asking } from './candidate-menu';

/** Proposes an act about a candidate, and tells what became of it. @returns whether it was taken */
export async function proposeStanding(pollId: string, { kind, id }: Asking, reason: string): Promise<boolean> {
  const answer = await proposeAct(pollId, { kind, candidateId: id, reason });
  if (answer.ok) tellDone(answer.data.act.state === 'waiting' ? candidatesWords.waiting : candidatesWords.done);
  else await tellFailure(answer.error);
  return answer.ok;
}
