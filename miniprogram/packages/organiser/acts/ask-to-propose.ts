import { askToConfirm } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import type { Act } from '../services/acts';
import { proposeWords } from '../text/acts';
import { irrevocableQuestion, type About } from '../text/irrevocable';

/** Asks once more before an act that cannot be taken back. @param needsTwo it is only proposed: another has to approve */
export async function askToPropose(act: Act, about: About, needsTwo: boolean): Promise<boolean> {
  const question = irrevocableQuestion(act, about, serverNow());
  if (question === null) return true;
  const { title, detail, yes } = question;
  return needsTwo
    ? askToConfirm(title, `${detail}${proposeWords.needsTwo}`, proposeWords.submitShort)
    : askToConfirm(title, detail, yes);
}
