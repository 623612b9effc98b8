import { askToConfirm } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import type { ProposedAct } from '../services/acts';
import { actConsequences, actNames, actSubject, actWords } from '../text/acts';
import { irrevocableQuestion } from '../text/irrevocable';

/** Says what the act does and to what, and asks for the second person's word. @param title the poll's */
export function askToApprove(proposed: ProposedAct, title: string): Promise<boolean> {
  const { act, subject = '' } = proposed;
  const now = serverNow();
  const question = irrevocableQuestion(act, { poll: title, candidate: subject }, now);
  if (question) return askToConfirm(question.title, question.detail, actWords.approve);
  const about = actSubject(proposed, now) || title;
  return askToConfirm(actWords.approveTitle(actNames[act.kind], about), actConsequences[act.kind], actWords.approve);
}
