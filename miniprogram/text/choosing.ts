import { participationWords } from '../../cloudfunctions/shared/universal/participation';
import type { Measure } from '../services/polls';

// What the cards, the selection bar and its notices say while somebody fills in a ballot.

/** The word at the foot of a candidate's card. */
export const cardWords = {
  open: (of: Measure): string => `选这${of}`,
  chosen: '已选',
  chosenElder: '已选，再点就取消',
  castToday: '今天选了',
  castOnce: '您选了',
  plain: '看介绍',
  frozen: participationWords.frozen,
  withdrawn: participationWords.withdrawn,
} as const;

/** What a screen reader says beside the word that is seen. */
export const cardLabels = {
  /** 选这件，03号转角口袋公园 */
  choice: (number: string, name: string): string => `，${number}号${name}`,
} as const;

/** Said when a candidate cannot be added to the ballot. */
export const obstacles = {
  full: (max: number, of: Measure): string => `最多选 ${max} ${of}。先取消一${of}，再选这一${of}`,
  groupFull: (group: string, max: number, of: Measure): string =>
    `“${group}”最多选 ${max} ${of}。先取消一${of}，再选这一${of}`,
  withdrawn: (of: Measure): string => `这一${of}现在不接受投票，不能选`,
  capReached: (cap: number, daily: boolean, of: Measure): string =>
    `${daily ? '今天' : '您'}已经给这一${of}投过 ${cap} 票，同一${of}最多 ${cap} 票。请选别的`,
} as const;

/** What the ballot lacks: short for the button, whole for the notice and the screen reader. */
export const missingWords = {
  overall: (count: number, of: Measure): string => `再选 ${count} ${of}`,
  single: (of: Measure): string => `先选一${of}`,
  singleWhole: (of: Measure): string => `选一${of}就可以投了`,
  /** The whole width of a screen is there for it. */
  overallWide: (count: number, of: Measure): string => `再选 ${count} ${of}就能投`,
  overallWhole: (count: number, min: number, of: Measure): string => `再选 ${count} ${of}就可以投了，至少 ${min} ${of}`,
  groupWhole: (group: string, count: number, min: number, of: Measure): string =>
    `“${group}”再选 ${count} ${of}，这一组至少 ${min} ${of}`,
} as const;

export const barWords = {
  review: '核对并投出',
  /** How many there are in all, for whom the list is long. */
  all: (count: number, of: Measure): string => `共 ${count} ${of}，往下看`,
  chosen: '已选',
  upTo: (max: number, of: Measure): string => `最多 ${max} ${of}`,
  exactly: (count: number, of: Measure): string => `要选 ${count} ${of}`,
  /** Read aloud in place of the rings. */
  slots: (chosen: number, min: number, max: number, of: Measure): string =>
    min === max
      ? `已选 ${chosen} ${of}，要选 ${max} ${of}`
      : `已选 ${chosen} ${of}，至少 ${min} ${of}，最多 ${max} ${of}`,
  ballotsLeft: (count: number, daily: boolean): string => (daily ? `今天还有 ${count} 票` : `还有 ${count} 票`),
  ballotsCast: (cast: number, all: number): string => `共 ${all} 票，已投 ${cast} 票`,
  chosenOne: (name: string): string => `选了${name}`,
  /** 选了 3 项，一项一票 */
  chosenMany: (count: number, of: Measure): string => `选了 ${count} ${of}，一${of}一票`,
  receipt: '看回执',
  results: '看票数',
  done: {
    one: { daily: '今天的一票已投', once: '您的一票已投' },
    many: {
      daily: (count: number): string => `今天的 ${count} 票都已投`,
      once: (count: number): string => `您的 ${count} 票都已投`,
    },
  },
  againAt: (time: string): string => `${time} 可以再投`,
  /** Where this person has no ballot left for good: when the counts can be seen. */
  counts: {
    live: '现在就可以看票数',
    daily: (at: string): string => `票数每天 ${at} 公布`,
    afterClose: '票数在投票截止后公布',
  },
} as const;

/** The candidate page's button: it chooses this one candidate. */
export const candidateBarWords = {
  choose: (of: Measure): string => `选这一${of}`,
  takeBack: '取消选择',
  plain: '看全部候选',
} as const;
