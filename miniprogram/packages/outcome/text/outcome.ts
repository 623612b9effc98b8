// What residents read of the notice, of the award, and of how both were worked out.
import type { Measure } from '../../../services/polls';

export const noticeWords = {
  page: '公示',
  list: '拟表彰名单',
  state: { up: '公示中', over: '公示已结束', awarded: '已表彰', calledOff: '评选已取消' },
  published: (day: string): string => `${day}发布`,
  until: (time: string): string => `${time} 前可以提异议`,
  ended: (time: string): string => `公示已在 ${time} 结束`,
  /** How a working day of the notice stands. */
  day: { tick: '已过', dot: '今天', open: '还没到' },
  days: (days: number): string => `${days} 个工作日`,
  unknownYear: (year: number): string => `${year} 年放假安排尚未公布，按自然日公示`,
  award: (day: string): string => `公示期满、异议答复后表彰，计划 ${day}`,
  awardSome: '公示期满、异议答复后表彰',
  awardLate: (day: string): string => `表彰原定 ${day}，已推迟`,
  noticeLate: (day: string): string => `公示原定 ${day}，已推迟`,
  noticeWasLate: (planned: string, day: string): string => `公示原定 ${planned}，推迟到 ${day} 开始`,
  count: (count: number, of: Measure): string => `拟表彰 ${count} ${of}`,
  order: '按名次排列',
  where: '到哪里提异议',
  here: '在这里提，或者：',
  office: '单位',
  phone: '电话',
  address: '地址',
  call: (number: string): string => `打电话 ${number}`,
  why: (reason: string): string => `重新公示的原因：${reason}`,
  earlier: '以前的公示',
  earlierLine: (n: number, from: string, until: string): string => `第 ${n} 次：${from}至${until}`,
  earlierNames: (names: string): string => `拟表彰：${names}`,
  calledOff: (reason: string): string => `原因：${reason}`,
  none: '还没有公示',
  nonePlanned: (day: string): string => `计划 ${day} 公示拟表彰名单。`,
  noneDetail: '核验完票数，拟表彰名单会公示在这里。',
  object: '提异议',
  objections: '看异议和答复',
  toAwards: '看表彰决定',
  share: (title: string): string => `公示：${title}`,
} as const;

export const winnerWords = {
  rank: (rank: number): string => `第 ${rank} 名`,
  revoked: (day: string): string => `${day}撤销`,
  isRevoked: '已撤销',
  certificate: '证书',
  certificateOf: '核对证书，',
} as const;

export const countWords = {
  title: '怎么算的',
  valid: '有效选票',
  voided: '作废',
  voids: (reason: string, ballots: string): string => `${reason}：${ballots} 张`,
  noVoids: '没有作废的票。',
  one: (of: Measure): string => `每张有效选票，给选中的一${of}记一票。`,
  many: (of: Measure): string => `每张有效选票，给选中的每一${of}各记一票。`,
  seats: (seats: number, of: Measure): string => `按得票从多到少排名，前 ${seats} ${of}入选。`,
  all: '按得票从多到少排名。',
  toResults: '看全部名次和得票',
} as const;

export const awardWords = {
  page: '表彰',
  decision: '表彰决定',
  facts: (ballots: string, days: number, count: number, of: Measure): string =>
    `${ballots} 张有效选票，公示 ${days} 个工作日，表彰以下 ${count} ${of}。`,
  list: (count: number, of: Measure): string => `表彰 ${count} ${of}`,
  revocations: '撤销说明',
  revocation: (name: string): string => `${name}，撤销表彰`,
  clause: (clause: string): string => `依据：${clause}`,
  byTwo: (day: string): string => `两人同意 · ${day}`,
  empty: '名额空缺，不递补；原来的票数留在公开账册里。',
  none: '还没有表彰',
  noneDetail: '公示期满、异议答复以后，表彰决定会公布在这里。',
  toNotice: '看公示',
  toVerify: '核对一张证书',
  share: (title: string): string => `表彰：${title}`,
} as const;
