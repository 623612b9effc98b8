import type { PollReply } from '../../../services/polls';
import { deadlineWords } from '../../../text/poll-page';
import { stageNames } from '../../../text/stages';
import { dateText, dateTimeText, remainingText } from '../../../../cloudfunctions/shared/universal/times';
import { phaseOf } from './phase';
import { midnightAfter } from '../../../../cloudfunctions/shared/universal/day';

type Poll = Pick<PollReply['poll'], 'stage' | 'votingStartAt' | 'votingEndAt' | 'timeline'>;

/** "投票到 11月30日 18:00 — 还有 6 天"; after the vote the third part names what comes next. */
export interface Deadline {
  lead: string;
  at: string;
  /** '' when nothing more is planned. */
  left: string;
}

/** The date that matters now. @param now the server's clock, epoch milliseconds */
export function deadline(poll: Poll, now: number): Deadline {
  const phase = phaseOf(poll.stage);
  const at = phase === 'before' ? poll.votingStartAt : poll.votingEndAt;
  const left = phase === 'after' ? nextStage(poll, now) : remainingText(at, now);
  return { lead: deadlineWords[phase], at: dateTimeText(at), left };
}

/**
 * When the page has to ask the server again, since what it shows will no longer hold: the next stage, the start or
 * end of the vote, the voter's next period. Null when nothing is going to change.
 */
export function nextChangeAt({ poll, me }: Pick<PollReply, 'poll' | 'me'>, now: number): number | null {
  const instants = [poll.votingStartAt, poll.votingEndAt, ...poll.timeline.map(({ startAt }) => startAt)];
  if (me.nextAt !== null) instants.push(me.nextAt);
  if (poll.rules.period === 'daily' && phaseOf(poll.stage) === 'open') instants.push(midnightAfter(now));
  const coming = instants.filter((at) => at > now);
  return coming.length === 0 ? null : Math.min(...coming);
}

function nextStage(poll: Poll, now: number): string {
  const late = poll.timeline.find(({ isLate }) => isLate === true);
  if (late !== undefined) return deadlineWords.late(dateText(late.startAt), stageNames[late.stage]);
  const next = poll.timeline.find(({ startAt }) => startAt > now);
  return next === undefined ? '' : deadlineWords.nextStage(dateText(next.startAt), stageNames[next.stage]);
}
