import { askToConfirm, tellFailure, whileBusy } from '../../../phone/dialogs';
import type { Answer } from '../../../services/cloud';
import { copyPoll, type EditedPoll } from '../services/polls';
import { manageWords } from '../text/manage';
import { pollsWords } from '../text/polls';

/** Asks whether a poll is to be copied, and copies it to the end. @returns the draft's id; undefined where there is none */
export async function askToCopy({ id, title }: EditedPoll, requestId: string): Promise<string | undefined> {
  const { copyTitle, copyDetail, copyYes, copying } = manageWords;
  if (!(await askToConfirm(copyTitle(title === '' ? pollsWords.untitled : title), copyDetail, copyYes)))
    return undefined;
  const answer = await whileBusy(copying, copyWhole(id, requestId));
  if (answer.ok) return answer.data;
  await tellFailure(answer.error);
  return undefined;
}

/** Pictures are copied some at a time. */
async function copyWhole(pollId: string, requestId: string): Promise<Answer<string>> {
  for (;;) {
    const answer = await copyPoll(pollId, requestId);
    if (!answer.ok) return answer;
    if (answer.data.left === 0) return { ...answer, data: answer.data.pollId };
  }
}
