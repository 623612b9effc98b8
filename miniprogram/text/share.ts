// What cards in chats, posters and the timeline say of a poll.
import type { PollReply } from '../services/polls';
import { dateText } from '../../cloudfunctions/shared/universal/times';
import { countInWords } from './poll-page';

type Poll = PollReply['poll'];

export const shareWords = {
  /** Says that one has voted, and never for whom. */
  voted: (title: string): string => `我投过了：${title}`,
  votedCard: '我投过了',
} as const;

/** 每天一票 · 11月30日截止 */
export function termsLine({ rules, votingStartAt, votingEndAt }: Poll, now: number): string {
  const { period, ballotsPerPeriod } = rules;
  const every = `${period === 'daily' ? '每天' : '每人'}${countInWords(ballotsPerPeriod)}票`;
  if (now < votingStartAt) return `${every} · ${dateText(votingStartAt)}开始`;
  return now < votingEndAt ? `${every} · ${dateText(votingEndAt)}截止` : `投票已于${dateText(votingEndAt)}截止`;
}
