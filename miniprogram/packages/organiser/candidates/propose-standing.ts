import { tellDone, tellFailure } from '../../../phone/dialogs';
import { needsTwo } from '../propose/propose.view';
import { proposeAct } from '../services/acts';
import type { EditedPoll } from '../services/polls';
import { askToPropose } from '../acts/ask-to-propose';
import { candidatesWords } from '../text/candidates';
import type { Asking } from './candidate-menu';

/** Proposes an act about a candidate, and tells what became of it. @returns whether it was taken */
export async function proposeStanding(poll: EditedPoll, { kind, id, name }: Asking, reason: string): Promise<boolean> {
  const act = { kind, candidateId: id, reason };
  if (!(await askToPropose(act, { poll: poll.title, candidate: name }, needsTwo(poll, kind)))) return false;
  const answer = await proposeAct(poll.id, act);
  if (answer.ok) tellDone(answer.data.act.state === 'waiting' ? candidatesWords.waiting : candidatesWords.done);
  else await tellFailure(answer.error);
  return answer.ok;
}
