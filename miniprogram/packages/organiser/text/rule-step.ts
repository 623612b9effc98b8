// What the step of rules says.
import { paceText } from '../../../../cloudfunctions/shared/universal/count-words';
import { guessText } from '../../../text/rules';
import type { Measure } from '../../../../cloudfunctions/shared/universal/poll';
import type { PollFields } from '../services/polls';

type CountKind = PollFields['countPolicy']['kind'];
export type TieKind = 'shared' | 'lot';

export const ruleWords = {
  choicesOf: (count: number, of: Measure): string => (count === 0 ? '还没有候选' : `共 ${count} ${of}候选`),
  to: '到',
  period: '每人可以投',
  perDay: '每天几票',
  perOnce: '一共几票',
  ballotUnit: '票',
  count: '票数何时公布',
  countAt: '每天几点公布',
  each: '每票即时更新',
  eachHint: `给班级或几个朋友用。${guessText}，规则里会这样告诉大家。关掉就${paceText(20)}。`,
  seatsHint: '排名里会画出这条线。',
  ties: '得票相同时',
  draw: '用什么号码抽签',
  drawHint: '要谁也左右不了、谁都查得到，写明是哪一期。',
  drawExample: '如：福彩3D 第2026330期开奖号码',
  drawUnwritten: '写明用什么号码，才能发布',
  drawAt: '号码什么时候公布',
  drawAtHint: '要在投票截止以后。投票还开着时，谁也不能知道抽签的结果。',
  drawTooSoon: (earliest: string): string => `要在 ${earliest} 以后`,
  digits: '号码有几位',
  groups: '分组',
  groupName: '组名',
  addGroup: '加一组',
  removeGroup: '去掉这一组',
  groupRange: '这一组选',
  voids: '什么样的票作废',
  voidsHint: '只有写在这里的理由能作废一张票，而且要两个人同意。',
  voidName: '作废理由',
  addVoid: '加一条',
  removeVoid: '去掉这一条',
  unnamed: '写上组名，才能保存',
  unwritten: '写完这一条，才能保存',
  tooMany: (count: number, of: Measure): string => `候选只有 ${count} ${of}，最多选的不能比这多`,
  groupsTooMany: (max: number, of: Measure): string => `各组至少要选的加起来，超过了每票最多 ${max} ${of}`,
  groupsTooFew: (min: number, of: Measure): string => `各组最多能选的加起来，不到每票至少 ${min} ${of}`,
  seatsTooMany: (count: number, of: Measure): string => `候选只有 ${count} ${of}`,
} as const;

/** What of the rules counts candidates. */
export function countedRuleWords(of: Measure): Readonly<Record<CountedRule, string>> {
  return {
    choices: `每票选几${of}`,
    least: `至少选几${of}`,
    most: `最多选几${of}`,
    unit: of,
    cap: `同一${of}最多投几票`,
    capHint: `关掉就不限，票可以全投给一${of}。`,
    seats: `入选几${of}`,
    groupsHint: `候选分类时才用。每组可以定选几${of}，例如“市级”选 2–3 ${of}。`,
  };
}
type CountedRule = 'choices' | 'least' | 'most' | 'unit' | 'cap' | 'capHint' | 'seats' | 'groupsHint';

export const periodNames: Readonly<Record<PollFields['rules']['period'], string>> = {
  daily: '每天投',
  once: '全程一次',
};

/** @param at "18:00" */
export function countNames(at: string): Record<CountKind, string> {
  return { live: '随时', daily: `每天 ${at}`, afterClose: '截止后' };
}

/** What each way of showing counts means, and why hiding them is the better one. */
export const countHints: Readonly<Record<CountKind, string>> = {
  live: '谁领先随时看得到，容易跟着票数投、临近截止拉票。小范围的投票可以用。',
  daily: '公布前，进展页也只显示选票数，不显示各项得票，团队也看不到。大家按自己的看法投，不跟着票数走。',
  afterClose: '截止前谁也看不到各项得票，团队也看不到。最不受票数影响。',
};

export const tieNames: Readonly<Record<TieKind, string>> = { shared: '并列', lot: '公开抽签' };

export const tieHints: Readonly<Record<TieKind, string>> = {
  shared: '名次并列。并列在入选线上的，一起入选。',
  lot: '票数相同、关系到入选的，到时候用一个公开的号码定先后。发布后不能再改。',
};
