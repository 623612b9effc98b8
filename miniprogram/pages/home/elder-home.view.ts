import type { ListedPoll } from '../../services/polls';
import { ballotStateText, elderHomeWords } from '../../text/home';
import { momentText } from '../../../cloudfunctions/shared/universal/times';

/** One of the three entries: a word, and what it leads to. */
export interface Entry {
  pollId: string;
  title: string;
  lines: string[];
  spoken: string;
}

/** What 长辈版 shows in place of the featured poll. */
export interface ElderHome {
  cover: string;
  /** Stands for a missing cover's tint. */
  tint: string;
  /** Null where no poll is open. */
  vote: Entry | null;
  /** Null where there is nothing to see yet. */
  counts: Entry | null;
  receipts: Entry;
  /** Whom one asks; null where the poll gives no number. */
  call: { number: string; word: string; spoken: string } | null;
}

/**
 * The three entries of the list's first poll.
 * @param receipts how many this phone keeps
 * @param now the server's time, epoch milliseconds
 */
export function elderHome(polls: readonly ListedPoll[], receipts: number, now: number): ElderHome {
  const open = polls.find(({ stage }) => stage === 'voting');
  const counted = open ?? polls.find(({ votingEndAt }) => now >= votingEndAt);
  return {
    cover: open?.cover ?? '',
    tint: String(open?.candidateCount ?? 0),
    vote: open === undefined ? null : entry(open.id, elderHomeWords.vote, [open.title, stateLine(open, now)]),
    counts: counted === undefined ? null : entry(counted.id, elderHomeWords.counts, countLines(counted, open)),
    receipts: entry('', elderHomeWords.receipts, [
      receipts === 0 ? elderHomeWords.none : elderHomeWords.cast(receipts),
    ]),
    call: callTo(counted?.hotline ?? ''),
  };
}

function callTo(number: string): ElderHome['call'] {
  const word = elderHomeWords.call;
  return number === '' ? null : { number, word, spoken: `${word}，${elderHomeWords.hotline} ${number}` };
}

function entry(pollId: string, title: string, lines: string[]): Entry {
  return { pollId, title, lines, spoken: [title, ...lines].join('，') };
}

function stateLine(poll: ListedPoll, now: number): string {
  const state = ballotStateText(poll, poll.me?.ballotsLeft ?? 0);
  return `${state}，${elderHomeWords.until(momentText(poll.votingEndAt, now))}`;
}

/** When the counts are to be seen; of a poll that is over also which it is. */
function countLines(poll: ListedPoll, open: ListedPoll | undefined): string[] {
  if (poll !== open) return [poll.title, elderHomeWords.ended];
  const { countPolicy } = poll;
  return [countPolicy.kind === 'daily' ? elderHomeWords.daily(countPolicy.at) : elderHomeWords[countPolicy.kind]];
}
