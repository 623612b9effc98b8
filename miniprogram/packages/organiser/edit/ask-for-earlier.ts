import { askToConfirm, chooseOne, tell, tellFailure, whileBusy } from '../../../phone/dialogs';
import { newRandomId } from '../../../phone/random-id';
import type { Answer } from '../../../services/cloud';
import { tellWords } from '../../../text/buttons';
import { copyCandidates } from '../services/candidates';
import { listMyPolls, type MyPoll } from '../services/polls';
import { candidateStepWords as words } from '../text/candidate-step';
import { pollsWords } from '../text/polls';
import { earlierPolls, sheetOf } from './earlier.view';

/** Asks from which poll candidates are to be taken, and adds them. @returns whether any may have been added */
export async function askForEarlier(pollId: string): Promise<boolean> {
  const listed = await whileBusy(words.earlierBusy, allMyPolls());
  if (!listed.ok) {
    await tellFailure(listed.error);
    return false;
  }
  const polls = earlierPolls(listed.data, pollId);
  if (polls.length === 0) {
    await tell({ detail: words.earlierNone }, tellWords.read);
    return false;
  }
  const poll = await choosePoll(polls);
  if (!poll) return false;
  const title = poll.title === '' ? pollsWords.untitled : poll.title;
  if (!(await askToConfirm(words.earlierTitle(title), words.earlierDetail(poll.candidateCount), words.earlierYes)))
    return false;
  const answer = await whileBusy(words.earlierBusy, copyAll(pollId, poll.id));
  if (answer.ok) await tell({ detail: words.earlierDone(answer.data.added, answer.data.taken) }, tellWords.read);
  else await tellFailure(answer.error);
  return true;
}

async function allMyPolls(): Promise<Answer<MyPoll[]>> {
  const polls: MyPoll[] = [];
  for (let cursor: string | undefined; ;) {
    const answer = await listMyPolls(cursor);
    if (!answer.ok) return answer;
    polls.push(...answer.data.polls);
    cursor = answer.data.next;
    if (cursor === undefined) return { ...answer, data: polls };
  }
}

/** A sheet shows six lines at most: the last one leads on. */
async function choosePoll(polls: readonly MyPoll[]): Promise<MyPoll | undefined> {
  for (let from = 0; ;) {
    const { items, next } = sheetOf(polls, from);
    const chosen = await chooseOne(items);
    if (chosen !== 'more') return polls.find(({ id }) => id === chosen);
    from = next;
  }
}

/** Pictures are copied some at a time. */
async function copyAll(pollId: string, fromPollId: string): ReturnType<typeof copyCandidates> {
  // Another tap may be another wish: what is there already is told by its name then, and not added twice.
  const requestId = newRandomId();
  for (;;) {
    const answer = await copyCandidates({ pollId, fromPollId, requestId });
    if (!answer.ok || answer.data.left === 0) return answer;
  }
}
