// What the list of polls says.
import type { ListedPoll } from '../services/polls';
import { groupedText } from '../../cloudfunctions/shared/universal/numbers';
import { momentText } from '../../cloudfunctions/shared/universal/times';

export const homeWords = {
  name: '公评',
  motto: '票票有回执，人人可核对',
  search: '搜评选名称',
  open: '正在投票',
  moreOpen: '更多评选',
  coming: '即将开始',
  ended: '已结束',
  found: '搜索结果',
  calledOff: '已取消',
  look: '去看看',
  noneTitle: '还没有评选',
  noneDetail: '有了新的评选，会放在这里。下拉可以刷新。',
  organise: '您也可以办一个评选',
  shareTitle: '公评：票票有回执，人人可核对',
} as const;

/** The three entries of 长辈版. */
export const elderHomeWords = {
  vote: '去投票',
  counts: '看票数',
  receipts: '我的回执',
  until: (time: string): string => `${time} 截止`,
  live: '现在就可以看',
  daily: (at: string): string => `每天 ${at} 公布`,
  afterClose: '投票截止后公布',
  ended: '投票已截止',
  cast: (count: number): string => `投过 ${count} 票，都查得到`,
  none: '还没有投过票',
  others: '别的评选',
  call: '打电话问',
  hotline: '监督电话',
} as const;

export const notFoundWords = {
  title: (query: string): string => `没有找到“${query}”`,
  detail: '可以换个词，或直接输入评选的编号。',
  action: '看全部评选',
} as const;

/** 云川市人民政府办公室 · 20 项候选 */
export function pollSecondLine({ organiser, candidateCount, measure }: ListedPoll): string {
  return `${organiser} · ${groupedText(candidateCount)} ${measure}候选`;
}

/** The time that matters about a poll now. */
export function pollTimeText({ stage, votingStartAt, votingEndAt }: ListedPoll, now: number): string {
  if (stage === 'voting') return `${momentText(votingEndAt, now)} 截止`;
  return now < votingStartAt ? `${momentText(votingStartAt, now)} 开始投票` : `${momentText(votingEndAt, now)} 已截止`;
}

/** What became of this voter's ballots in the period now. */
export function ballotStateText({ rules }: ListedPoll, ballotsLeft: number): string {
  const isDaily = rules.period === 'daily';
  if (rules.ballotsPerPeriod === 1) {
    return `${isDaily ? '今天' : '您'}的一票${ballotsLeft > 0 ? '还没投' : '已经投过'}`;
  }
  if (ballotsLeft === 0) return isDaily ? '今天的票已投完' : '您的票已投完';
  return `${isDaily ? '今天' : '您'}还有 ${ballotsLeft} 票`;
}
