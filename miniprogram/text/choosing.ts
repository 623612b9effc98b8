// What the cards, the selection bar and its notices say while somebody fills in a ballot.

/** The word at the foot of a candidate's card. */
export const cardWords = {
  open: '选这项',
  chosen: '已选',
  chosenElder: '已选，点一下取消',
  castToday: '今天选了',
  castOnce: '您选了',
  plain: '看介绍',
  frozen: '暂停投票',
  withdrawn: '已退出评选',
} as const;

/** What a screen reader says of a card's two targets. */
export const cardLabels = {
  open: (number: string, name: string, unit: string): string => `${number}号，${name}，${unit}，看介绍`,
  choose: (number: string, name: string): string => `选${number}号${name}`,
} as const;

/** Said when a candidate cannot be added to the ballot. */
export const obstacles = {
  full: (max: number): string => `最多选 ${max} 项。先取消一项，再选这一项`,
  groupFull: (group: string, max: number): string => `“${group}”最多选 ${max} 项。先取消一项，再选这一项`,
  withdrawn: '这个项目现在不接受投票，不能选',
  capReached: (cap: number, daily: boolean): string =>
    `${daily ? '今天' : '您'}已经给这个项目投过 ${cap} 票，同一项最多 ${cap} 票。请选别的项目`,
} as const;

/** What the ballot lacks: short for the button, whole for the notice and the screen reader. */
export const missingWords = {
  overall: (count: number): string => `再选 ${count} 项`,
  single: '先选一项',
  singleWhole: '选一项就可以投了',
  overallWhole: (count: number, min: number): string => `再选 ${count} 项就可以投了，至少 ${min} 项`,
  groupWhole: (group: string, count: number, min: number): string => `“${group}”再选 ${count} 项，这一组至少 ${min} 项`,
} as const;

export const barWords = {
  review: '核对并投出',
  chosen: '已选',
  upTo: (max: number): string => `最多 ${max} 项`,
  exactly: (count: number): string => `要选 ${count} 项`,
  unitOf: '项',
  /** Read aloud in place of the rings. */
  slots: (chosen: number, min: number, max: number): string =>
    min === max ? `已选 ${chosen} 项，要选 ${max} 项` : `已选 ${chosen} 项，至少 ${min} 项，最多 ${max} 项`,
  ballotsLeft: (count: number, daily: boolean): string => (daily ? `今天还有 ${count} 票` : `还有 ${count} 票`),
  ballotsCast: (cast: number, all: number): string => `共 ${all} 票，已投 ${cast} 票`,
  chosenOne: (name: string): string => `选了${name}`,
  receipt: '看回执',
  results: '看计票',
  done: {
    one: { daily: '今天的一票已投', once: '您的一票已投' },
    many: {
      daily: (count: number): string => `今天的 ${count} 票都已投`,
      once: (count: number): string => `您的 ${count} 票都已投`,
    },
  },
  againAt: (time: string): string => `${time} 可以再投`,
  thanks: '投票结束后公布结果',
} as const;

/** The candidate page's button: it chooses this one candidate. */
export const candidateBarWords = {
  choose: '选这一项',
  takeBack: '取消选择',
  plain: '看全部候选',
} as const;
