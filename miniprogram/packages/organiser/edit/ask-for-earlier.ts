import { chooseOne, tell, tellFailure, whileBusy } from '../../../phone/dialogs';
import type { Answer } from '../../../services/cloud';
import { tellWords } from '../../../text/buttons';
import { listMyPolls, type MyPoll } from '../services/polls';
import { earlierWords } from '../text/earlier';
import { earlierPolls, sheetOf } from './earlier.view';

/** Asks from which poll candidates are to be taken. @returns its id; undefined where none is */
export async function askForEarlier(pollId: string): Promise<string | undefined> {
  const listed = await whileBusy(earlierWords.finding, allMyPolls());
  if (!listed.ok) {
    await tellFailure(listed.error);
    return undefined;
  }
  const polls = earlierPolls(listed.data, pollId);
  if (polls.length > 0) return choosePoll(polls);
  await tell({ detail: earlierWords.none }, tellWords.read);
  return undefined;
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
async function choosePoll(polls: readonly MyPoll[]): Promise<string | undefined> {
  for (let from = 0; ;) {
    const { items, next } = sheetOf(polls, from);
    const chosen = await chooseOne(items);
    if (chosen !== 'more') return chosen;
    from = next;
  }
}
