import type { FailureState } from '../../../components/page-state/page-state.view';
import type { MyPoll } from '../services/polls';
import { myPollTimeText, pollRoleText, pollsWords, statusText } from '../text/polls';

/** One poll of one's own. */
export interface MyPollRow {
  id: string;
  title: string;
  isUntitled: boolean;
  tag: string;
  ring: 'open' | 'dot' | 'tick';
  isOpen: boolean;
  second: string;
  time: string;
}

export type PollsView =
  | { kind: 'loading' }
  | { kind: 'ready'; rows: MyPollRow[] }
  | { kind: 'empty'; drawing: 'mark'; title: string; detail: string; action: string }
  | FailureState;

/** @param now the server's time, epoch milliseconds */
export function pollsView(polls: readonly MyPoll[], now: number): PollsView {
  if (polls.length === 0) {
    const { noneTitle: title, noneDetail: detail, create: action } = pollsWords;
    return { kind: 'empty', drawing: 'mark', title, detail, action };
  }
  return { kind: 'ready', rows: polls.map((poll) => rowOf(poll, now)) };
}

function rowOf(poll: MyPoll, now: number): MyPollRow {
  const title = poll.title === '' ? pollsWords.untitled : poll.title;
  const [tag, second, time] = [statusText(poll), pollRoleText(poll), myPollTimeText(poll, now)];
  return {
    id: poll.id,
    title,
    isUntitled: poll.title === '',
    tag,
    ring: ringOf(poll),
    isOpen: poll.status === 'published' && poll.stage === 'voting',
    second,
    time,
  };
}

function ringOf({ status, stage }: MyPoll): MyPollRow['ring'] {
  if (status === 'draft') return 'open';
  return status === 'withdrawn' || stage === 'awarded' || stage === 'archived' ? 'tick' : 'dot';
}
