// What a poster says, and the page on which one takes it along.
import type { PollReply } from '../../../services/polls';
import { groupedText, rangeText } from '../../../../cloudfunctions/shared/universal/numbers';
import { dateTimeText } from '../../../../cloudfunctions/shared/universal/times';

type Poll = PollReply['poll'];

export const posterWords = {
  title: '海报',
  /** 云川市人民政府办公室 邀请您 */
  invites: (organiser: string): string => `${organiser} 邀请您`,
  hosts: (organiser: string): string => `${organiser} 主办`,
  noPhone: '不用关注，不用手机号。',
  receipt: '投完有回执，人人可核对。',
  label: (title: string): string => `海报：${title}。轻点放大，长按可以发给朋友`,
  hint: '长按图片可以发给朋友，也可以打印出来张贴。',
  counted: (channel: string): string => `从这张海报来的，计在“${channel}”下。只计次数，不记是谁。`,
} as const;

/** Why there is no poster. */
export const noPosterWords = {
  group: {
    title: '群里的投票不做海报',
    detail: '扫码进来的人不能投。请把卡片转发到群里，从群里打开才能投。',
  },
  frozen: { title: '候选暂停投票', detail: '现在不接受投票，所以不做海报。' },
  withdrawn: { title: '候选已退出评选', detail: '不再接受投票，所以不做海报。' },
  code: { title: '二维码没有画出来', detail: '微信暂时没有回应，海报还没有做成。请过一会儿再试一次。' },
  drawing: { title: '海报没有画出来', detail: '手机没有画成这张图片。请再试一次。' },
  toPoll: '看评选',
} as const;

/** What a scan leads to now. */
export function callText({ votingStartAt, votingEndAt }: Poll, now: number): string {
  if (now < votingStartAt) return '微信扫一扫，看候选';
  return now < votingEndAt ? '微信扫一扫，投一票' : '微信扫一扫，看票数';
}

/** 投票到 11月30日 18:00。 */
export function deadlineText({ votingStartAt, votingEndAt }: Poll, now: number): string {
  if (now < votingStartAt) return `${dateTimeText(votingStartAt)} 开始。`;
  return now < votingEndAt ? `投票到 ${dateTimeText(votingEndAt)}。` : `投票已在 ${dateTimeText(votingEndAt)} 截止。`;
}

/** 20 项候选 | 3–10 项可选 | 1 票一天 */
export function posterFigures({ candidateCount, measure, rules }: Poll): { figure: string; of: string }[] {
  const { choices, period, ballotsPerPeriod } = rules;
  return [
    { figure: groupedText(candidateCount), of: `${measure}候选` },
    {
      figure: rangeText(choices.min, choices.max),
      of: choices.min === choices.max ? `${measure}一票` : `${measure}可选`,
    },
    { figure: String(ballotsPerPeriod), of: period === 'daily' ? '票一天' : '票一人' },
  ];
}
