// What the poll page says of the notice and the award before one opens them.
import type { Measure } from '../services/polls';

export const outcomeCardWords = {
  up: '拟表彰名单公示中',
  /** In the place of an earlier one: what has changed is on its page. */
  upAgain: '公示有更正或延长',
  until: (time: string): string => `${time} 前可以提异议`,
  over: '公示已结束，还没有表彰',
  waits: '看名单和异议的答复',
  notYet: '还没有公示',
  late: {
    notice: (day: string): string => `公示原定 ${day}，已推迟`,
    award: (day: string): string => `表彰原定 ${day}，已推迟`,
  },
  awarded: (count: number, of: Measure): string => `已表彰 ${count} ${of}`,
  toAwards: '看表彰决定',
  revoked: (count: number, of: Measure): string => `其中 ${count} ${of}已撤销`,
  calledOff: '评选已取消',
  reason: (reason: string): string => `原因：${reason}`,
} as const;

/** What became of a candidate. */
export const becameWords = {
  toBe: (rank: number, level = ''): string => `拟表彰${level}，第 ${rank} 名，正在公示。`,
  /** The notice is over, and nobody was awarded yet. */
  waits: (rank: number, level = ''): string => `拟表彰${level}，第 ${rank} 名，公示已结束。`,
  awarded: (rank: number, level = ''): string => `已表彰${level}，第 ${rank} 名。`,
  revoked: '表彰已撤销，原因写在表彰决定里。',
} as const;
