import { tellFailure, askToConfirm } from '../../../phone/dialogs';
import { proposeAct } from '../services/acts';
import { publishWords } from '../text/publish';
import type { EditSession } from './edit-session';
import { publishQuestion } from './publish.view';

/** Says what publishing means, and publishes or proposes it. @returns whether the poll is published now */
export async function askToPublish(editor: EditSession, pollId: string): Promise<boolean> {
  const { fields } = editor.draft;
  if (!fields) return false;
  const isSecond = editor.checklist?.needsSecondPerson === true;
  const isSure = await askToConfirm(
    isSecond ? publishWords.proposeTitle(fields.title) : publishWords.confirmTitle(fields.title),
    publishQuestion(fields, isSecond),
    isSecond ? publishWords.yesSecond : publishWords.yes,
    publishWords.no,
  );
  if (!isSure) return false;
  editor.publishing(true);
  const answer = await proposeAct(pollId, { kind: 'publish' });
  editor.publishing(false);
  if (answer.ok && answer.data.act.state === 'done') return true;
  if (!answer.ok) await tellFailure(answer.error);
  await editor.check();
  return false;
}
