import { openPreview } from '../../../routes';
import { askToConfirm, tellFailure } from '../../../phone/dialogs';
import { scrollPage } from '../../../phone/page';
import { newRandomId } from '../../../phone/random-id';
import { forgetDraft } from '../draft/kept-draft';
import { askToCopy } from '../manage/ask-to-copy';
import { discardPoll } from '../services/polls';
import { publishWords } from '../text/publish';
import {
  goBack,
  openCandidateEditor,
  openCandidates,
  openChatGroups,
  openEarlier,
  openImport,
  openReview,
  openTeam,
  replaceByEditor,
} from '../routes';
import { askForEarlier } from './ask-for-earlier';
import { selectorOf, type Destination } from './destination';
import type { EditSession } from './edit-session';

/** Leads where a tap in the editor goes. Before a page above it everything is saved. */
export async function openDestination(editor: EditSession, pollId: string, destination: Destination): Promise<void> {
  switch (destination.to) {
    case 'step':
      await editor.enter(destination.step, destination.place);
      return scrollPage(destination.place === undefined ? undefined : selectorOf(destination.place));
    case 'discard':
      return discard(editor, pollId);
    case 'earlier':
      await editor.draft.flush();
      return openEarlierOf(pollId);
    case 'copy':
      await editor.draft.flush();
      return copy(editor);
    default:
      await editor.draft.flush();
      return openAbove(pollId, destination);
  }
}

function openAbove(
  pollId: string,
  destination: Exclude<Destination, { to: 'step' | 'discard' | 'earlier' | 'copy' }>,
): void {
  switch (destination.to) {
    case 'candidate':
      return openCandidateEditor(pollId, destination.id, destination.field);
    case 'newCandidate':
      return openCandidateEditor(pollId);
    case 'candidates':
      return openCandidates(pollId);
    case 'import':
      return openImport(pollId);
    case 'preview':
      return openPreview(pollId);
    case 'team':
      return openTeam(pollId);
    case 'chatGroups':
      return openChatGroups(pollId);
    case 'nominations':
      return openReview(pollId);
    case 'media':
      return openReview(pollId, 'media');
  }
}

async function openEarlierOf(pollId: string): Promise<void> {
  const fromPollId = await askForEarlier(pollId);
  if (fromPollId !== undefined) openEarlier(pollId, fromPollId);
}

async function copy({ poll }: EditSession): Promise<void> {
  const made = poll && (await askToCopy(poll, newRandomId()));
  if (made !== undefined) replaceByEditor(made);
}

async function discard(editor: EditSession, pollId: string): Promise<void> {
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
