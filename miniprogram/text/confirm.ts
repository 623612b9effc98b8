// What the confirmation sheet says before, during and after a cast.
import type { Measure } from '../services/polls';
import { guessText } from './rules';

export const confirmWords = {
  title: '核对您的选票',
  chosen: (day: string, count: number, room: number, of: Measure): string =>
    `${day}・选了 ${count} ${of}，${room > 0 ? `还可再选 ${room} ${of}` : '已选满'}`,
  chosenOne: (day: string, left: number, daily: boolean, of: Measure): string =>
    left > 1 ? `${day}・${daily ? '今天' : ''}还有 ${left} 票，这是其中一票` : `${day}・选了 1 ${of}`,
  chosenMany: (day: string, left: number, count: number, daily: boolean, of: Measure): string =>
    `${day}・${daily ? '今天' : ''}还有 ${left} 票，选了 ${count} ${of}，一${of}一票`,
  final: {
    againAt: (time: string): string => `投出后不能更改，${time} 可以再投一票。`,
    more: (count: number, daily: boolean): string => `投出后不能更改，${daily ? '今天' : ''}还可以再投 ${count} 票。`,
    never: '投出后不能更改，一人只投这一票。',
    neverMany: '投出后不能更改，这是最后一票。',
  },
  secret: '不记名。选票上没有您的身份信息。',
  secretGuess: `不记名。但票数每票即时更新，${guessText}。`,
  /** What matters of both, in one line that stays in sight above the button. */
  brief: '投出后不能更改，不记名',
  briefGuess: '投出后不能更改，别人可能猜到',
  cast: '投出这一票',
  again: '再试一次',
  castMany: (count: number): string => `投出这 ${count} 票`,
  submitting: '正在提交',
  submittingOne: (at: number, of: number): string => `正在投第 ${at} 票，共 ${of} 票`,
  /** What became of those before the one that did not go through. */
  soFar: (done: number, title: string): string => `已投出 ${done} 票，下一票没有投出：${title}`,
  back: '再看看',
  remove: (number: string, name: string): string => `去掉${number}号${name}`,
} as const;

export const receivedWords = {
  title: '投票成功',
  leave: '现在可以离开了',
  /** Several, one after the other; the code shown is the last one's. */
  leaveMany: (count: number): string => `${count} 票都投票成功，每票一张回执。现在可以离开了`,
  taken: '票已收到',
  chosen: (count: number, of: Measure): string => `您选了 ${count} ${of}`,
  show: '点开看',
  fold: '收起',
  codeName: '回执码，查询时用',
  lastCodeName: '最后一票的回执码',
  receipt: '看回执',
  results: '看票数',
  close: '回到评选',
  next: (count: number, daily: boolean): string => `${daily ? '今天' : ''}还有 ${count} 票，接着投`,
} as const;
