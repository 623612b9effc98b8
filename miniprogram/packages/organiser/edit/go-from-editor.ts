import { openPreview } from '../../../routes';
import { askToConfirm, tellFailure } from '../../../phone/dialogs';
import { forgetDraft } from '../draft/kept-draft';
import { discardPoll } from '../services/polls';
import { publishWords } from '../text/publish';
import {
  goBack,
  openCandidateEditor,
  openCandidates,
  openChatGroups,
  openImport,
  openReview,
  openTeam,
} from '../routes';
import type { Editor } from './editor';
import { steps } from './steps';

/**
 * Where a tap in the editor leads: a step, or a page above it, before which everything is saved.
 * @param to a step, `candidates-page`, `add`, `import`, `preview`, `team`, `nominations`, `media`,
 * `chatGroups`, `discard`, or `candidate:<id>`
 * @returns whether the editor itself shows it
 */
export async function goFromEditor(editor: Editor, pollId: string, to: string): Promise<boolean> {
  const step = steps.find((name) => name === to);
  if (step !== undefined) {
    await editor.enter(step);
    return true;
  }
  if (to === 'discard') {
    await discard(editor, pollId);
    return false;
  }
  await editor.draft.flush();
  if (to === 'add') openCandidateEditor(pollId);
  else if (to === 'import') openImport(pollId);
  else if (to === 'preview') openPreview(pollId);
  else if (to === 'team') openTeam(pollId);
  else if (to === 'chatGroups') openChatGroups(pollId);
  else if (to === 'nominations') openReview(pollId);
  else if (to === 'media') openReview(pollId, 'media');
  else if (to === 'candidates-page') openCandidates(pollId);
  else if (to.startsWith('candidate:')) openCandidateEditor(pollId, to.slice('candidate:'.length));
  return false;
}

async function discard(editor: Editor, pollId: string): Promise<void> {
  const { discardTitle, discardDetail, discardYes } = publishWords;
  const { poll } = editor;
  if (!poll || !(await askToConfirm(discardTitle(poll.title), discardDetail, discardYes))) return;
  await editor.draft.flush();
  const answer = await discardPoll(pollId, editor.poll?.version ?? poll.version);
  if (!answer.ok) {
    await tellFailure(answer.error);
    return;
  }
  forgetDraft(pollId);
  goBack();
}
