import type { PollReply } from '../../../services/polls';
import { countWords } from '../../../text/poll-page';
import { phaseOf } from './phase';
import { dayLength, dayOf, nextTimeOfDay } from '../../../../cloudfunctions/shared/universal/day';
import { isAfterVote } from '../../../../cloudfunctions/shared/universal/public-count';

type Poll = PollReply['poll'];

/** The row that leads to the counts: when they come, and what lies behind the link. */
export interface CountRow {
  text: string;
  link: string;
}

/**
 * What the row says, or null before the vote, when there is nothing to count.
 * @param now the server's clock, epoch milliseconds
 */
export function countRow(poll: Poll, now: number): CountRow | null {
  const phase = phaseOf(poll.stage);
  if (phase === 'before') return null;
  if (phase === 'after') return { text: countWords.closed, link: countWords.toCounts };
  switch (poll.countPolicy.kind) {
    case 'live':
      return { text: countWords.live(poll.step), link: countWords.toRanking };
    case 'afterClose':
      return { text: countWords.afterClose, link: countWords.toCounts };
    case 'daily':
      return dailyRow(poll, poll.countPolicy.at, now);
  }
}

function dailyRow(poll: Poll, at: string, now: number): CountRow {
  const next = nextTimeOfDay(now, at);
  const last = next - dayLength;
  const isOut = dayOf(last) === dayOf(now);
  const ranking = isOut ? countWords.todaysRanking : countWords.yesterdaysRanking;
  return {
    text: isAfterVote(next, poll.votingEndAt)
      ? countWords.afterClose
      : isOut
        ? countWords.tomorrow(at)
        : countWords.today(at),
    link: last > poll.votingStartAt ? ranking : countWords.toCounts,
  };
}
