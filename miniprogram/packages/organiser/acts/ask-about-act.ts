import { askToConfirm } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import type { Act, ProposedAct } from '../services/acts';
import { proposeWords, actConsequence, actNames, actSubject, actWords } from '../text/acts';
import type { Viewer } from './acts.view';
import { irrevocableQuestion, type About } from '../text/irrevocable';

/** Says what the act does and to what, and asks for the second person's word. @param poll the title, and how candidates are counted */
export function askToApprove(proposed: ProposedAct, poll: Pick<Viewer, 'title' | 'measure'>): Promise<boolean> {
  const { act, subject = '' } = proposed;
  const { title, measure } = poll;
  const now = serverNow();
  const question = irrevocableQuestion(act, { poll: title, candidate: subject }, now);
  if (question) return askToConfirm(question.title, question.detail, actWords.approve);
  const about = actSubject(proposed, now) || title;
  return askToConfirm(
    actWords.approveTitle(actNames[act.kind], about),
    actConsequence(act.kind, measure),
    actWords.approve,
  );
}

/** Asks once more before an act that cannot be taken back. @param needsTwo it is only proposed: another has to approve */
export async function askToPropose(act: Act, about: About, needsTwo: boolean): Promise<boolean> {
  const question = irrevocableQuestion(act, about, serverNow());
  if (question === null) return true;
  const { title, detail, yes } = question;
  return needsTwo
    ? askToConfirm(title, `${detail}${proposeWords.needsTwo}`, proposeWords.submitShort)
    : askToConfirm(title, detail, yes);
}
