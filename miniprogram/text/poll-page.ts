// What the poll page says about the poll itself. Times arrive as words already ("11月30日 18:00", "还有 6 天").
import { paceText } from '../../cloudfunctions/shared/universal/count-words';
import type { Step } from '../../cloudfunctions/shared/universal/public-count';
import type { Measure } from '../services/polls';
import { guessText } from './rules';

/** A run of words; strong ones carry the rule. */
export interface Words {
  text: string;
  look: 'plain' | 'strong';
}

/** "2026年度十佳…" is set in two lines, since the year would otherwise push the name apart. */
export function titleLines(title: string): string[] {
  const year = /^(\d{4}\s*年度?|第.{1,4}届)(.{4,})$/.exec(title);
  return year?.[1] !== undefined && year[2] !== undefined ? [year[1], year[2]] : [title];
}

export const pollWords = {
  /** In the navigation bar while the poll's own title is in sight; poll.json says the same before the page runs. */
  page: '评选',
  candidateCount: (count: number, of: Measure): string => `${count} ${of}候选`,
  ownOrder: '顺序随机，每人不同',
  allGroups: '全部',
  approval: (document: string): string => `依据 ${document}`,
  openRules: '评选规则',
  share: (title: string): string => `${title}，请您评`,
} as const;

export const sealPlaceWords = {
  today: ['今天', '还没投'],
  once: ['您', '还没投'],
  before: ['还没', '开始'],
  after: ['投票', '已截止'],
  stamp: ['投出后', '在此盖印'],
  label: {
    received: '投票成功',
    counted: '票已收到，可在回执里核对',
    checked: '已进公开账册，本机核对无误',
    alarm: '核对没有通过，请看回执',
  },
} as const;

export const deadlineWords = {
  before: '投票开始',
  open: '投票到',
  after: '投票截止',
  nextStage: (day: string, stage: string): string => `${day} ${stage}`,
  late: (day: string, stage: string): string => `${stage}原定 ${day}，已推迟`,
} as const;

/** The rules as three figures, each with two short lines. */
export const figureWords = {
  choices: {
    range: (of: Measure): string => `每票选几${of}`,
    exact: (count: number, of: Measure): string => `每票正好 ${count} ${of}`,
    single: (of: Measure): string => `每票选一${of}`,
  },
  among: (count: number, of: Measure): string => `共 ${count} ${of}`,
  ballots: {
    daily: (count: string): string => `每人每天${count}票`,
    once: (count: string): string => `每人${count}票`,
  },
  final: '投出不能改',
  cap: (cap: number, of: Measure): string => `同一${of}最多 ${cap} 票`,
  count: {
    live: {
      20: { figure: '满 20 票', lines: ['更新一次票数', '人少时每小时'] },
      1: { figure: '即时', lines: ['每票更新票数', '别人可能猜到'] },
    },
    daily: ['每天公布票数', '其余时间不显示'],
    afterClose: { figure: '截止后', lines: ['公布票数', '投票中不显示'] },
  },
} as const;

/** 一 … 十 for a number of ballots; figures above. */
export function countInWords(count: number): string {
  return ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'][count] ?? String(count);
}

/** The rules as one sentence, for large text. */
export function ruleSentence(
  choices: { min: number; max: number },
  ballots: number,
  daily: boolean,
  of: Measure,
): Words[] {
  const { min, max } = choices;
  const some = min === max ? `${max}` : `${min} 到 ${max}`;
  const every = countInWords(ballots);
  return [
    { text: '选 ', look: 'plain' },
    { text: some, look: 'strong' },
    { text: ` ${of}，`, look: 'plain' },
    { text: daily ? '每天' : '每人', look: 'strong' },
    { text: `${every}票`, look: 'plain' },
  ];
}

/** What 长辈版 asks for, in place of the poll's title: the title stands above it and in the navigation bar. */
export const askWords = {
  some: (min: number, max: number, of: Measure): string => `请选 ${min} 到 ${max} ${of}`,
  exactly: (count: number, of: Measure): string => `请选 ${count} ${of}`,
  terms: (ballots: string, until: string): string => `${ballots}，${until} 截止`,
} as const;

/** The row that leads to the counts. */
export const countWords = {
  live: (step: Step): string => `票数${paceText(step)}`,
  today: (time: string): string => `票数今天 ${time} 公布`,
  tomorrow: (time: string): string => `票数明天 ${time} 公布`,
  afterClose: '票数在投票截止后公布',
  closed: '投票已经截止',
  own: (promise: string): string => `您的票${promise}`,
  ownLate: '您的票还不能核对，请看回执',
  toRanking: '看票数',
  todaysRanking: '今天的票数',
  yesterdaysRanking: '昨天的票数',
  toCounts: '看票数',
} as const;

/** The bar when no ballot can be cast. */
export const closedWords = {
  before: '投票还没开始',
  startsAt: (time: string): string => `${time} 开始`,
  after: '投票已经截止',
  endedAt: (time: string): string => `${time} 截止`,
} as const;

/** What the search says when nothing fits. */
export const searchWords = {
  nothing: (query: string): string => `没有找到“${query}”`,
  advice: (example: string): string => `可以换个词，或直接输入候选的编号，如 ${example}。`,
  showAll: (count: number, of: Measure): string => `看全部 ${count} ${of}`,
} as const;

/** The rules in full, term by term. */
export const ruleTerms = {
  time: '投票时间',
  span: (from: string, to: string): string => `${from} 到 ${to}`,
  ballot: '怎样投',
  secret: '保密',
  secretText: '不记名。选票上没有您的身份信息，主办方也看不到谁投了谁。',
  secretGuess: `不记名，选票上没有您的身份信息。但票数每票即时更新，${guessText}，主办方也一样。`,
  pace: '票数更新',
  order: '排列',
  orderText: '候选顺序随机，每人不同，谁也不占前排的便宜。',
  seats: '名额',
  seatsText: (seats: number, of: Measure): string => `得票最多的 ${seats} ${of}入选。`,
  tie: '票数相同',
  void: '作废',
  changes: '变更',
  changesText: (needsTwo: boolean): string =>
    `延长、提前截止、候选暂停或退出、取消评选，${needsTwo ? '都要两个人同意' : '负责人一个人可以办理，会写明“一人办理”'}。每次写明理由，记在“变更记录”里。`,
} as const;
