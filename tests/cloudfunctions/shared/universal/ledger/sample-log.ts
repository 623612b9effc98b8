import { ballotEntry, closeEntry } from '../../../../../cloudfunctions/shared/universal/ledger/entries/make-entry';
import { noticeOf } from '../../../../../cloudfunctions/shared/universal/ledger/count/noticed';
import { resultOf } from '../../../../../cloudfunctions/shared/universal/ledger/count/result';
import { Frontier } from '../../../../../cloudfunctions/shared/universal/ledger/tree/frontier';
import { plainHasher } from '../../../../../cloudfunctions/shared/universal/ledger/tree/tree-hasher';
import { LogState, type FoldRefusal } from '../../../../../cloudfunctions/shared/universal/ledger/count/log-state';
import {
  candidateSheet,
  type SheetCandidate,
} from '../../../../../cloudfunctions/shared/universal/ledger/entries/candidate-sheet';
import {
  encodeEntry,
  type FullRulesEntry,
  type NoticeEntry,
  type RulesEntry,
  type RulingEntry,
} from '../../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import type { WholeRulesEntry } from '../../../../../cloudfunctions/shared/universal/ledger/entries/whole-rules';
import { parseEntry } from '../../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';

export const candidates: SheetCandidate[] = [
  { id: 'a', number: 1, name: '社区食堂', group: 'x' },
  { id: 'b', number: 2, name: '口袋公园', group: 'x' },
  { id: 'c', number: 3, name: '共享书屋', group: 'y' },
];

export const fullRules: FullRulesEntry = {
  v: 2,
  kind: 'rules',
  poll: 'p1',
  start: Date.UTC(2026, 10, 20),
  end: Date.UTC(2026, 10, 22),
  rules: { period: 'once', ballotsPerPeriod: 1, choices: { min: 1, max: 3 } },
  countPolicy: { kind: 'afterClose' },
  candidates: ['a', 'b', 'c'],
  sheet: candidateSheet(candidates),
  voidReasons: ['机器投票', '重复身份'],
  result: {
    seats: 1,
    decimals: 2,
    votes: { weight: 3, by: 'maximum' },
    jury: {
      weight: 1,
      most: 10,
      criteria: [
        { id: 'innovation', weight: 1 },
        { id: 'satisfaction', weight: 1 },
      ],
    },
    ties: [{ by: 'votes' }, { by: 'jury', criterion: 'satisfaction' }, { by: 'lot', draw: '福彩3D 第2026123期' }],
  },
};

/** Rules of version 3 as a poll of today has them: a vote whose last tie a public lot decides. */
export const wholeRules: WholeRulesEntry = {
  v: 3,
  kind: 'rules',
  poll: 'p1',
  start: fullRules.start,
  end: fullRules.end,
  rules: fullRules.rules,
  countPolicy: { kind: 'afterClose' },
  candidates: ['a', 'b', 'c'],
  candidateList: candidateSheet(candidates),
  voidReasons: fullRules.voidReasons,
  result: {
    seats: 1,
    decimals: 2,
    votes: { weight: 1, by: 'maximum' },
    ties: [{ by: 'votes' }, { by: 'lot', draw: '福彩3D 第2026123期，12月9日 21:15', digits: 3 }],
  },
};

/** Rules of version 3 with all that they can say. */
export const widestRules: WholeRulesEntry = {
  ...wholeRules,
  countPolicy: { kind: 'live', step: 1 },
  result: {
    groups: [
      { id: 'y', seats: 1 },
      { id: 'x', seats: 2 },
    ],
    decimals: 2,
    votes: { weight: 30, by: 'maximum' },
    jury: {
      weight: 70,
      most: 100,
      criteria: [
        { id: 'innovation', name: '创新', weight: 60 },
        { id: 'effect', name: '效果', weight: 40 },
      ],
      drop: { top: 1, bottom: 1 },
      least: 3,
      names: 'numbered',
    },
    ties: [
      { by: 'votes' },
      { by: 'jury', criterion: 'effect' },
      { by: 'jury' },
      { by: 'lot', draw: '福彩3D 第2026123期', digits: 3 },
    ],
    levels: [
      { name: '一等奖', last: 1 },
      { name: '二等奖', last: 2 },
    ],
  },
  fairPlay: {
    version: 1,
    flags: ['platform', 'unvisited', 'machine'],
    minRank: 3,
    paceSeconds: 2,
    alpha: 10,
    gate: [4, 30],
  },
  notice: { days: 5 },
  from: {
    origin: 'gongping.example/p0',
    size: 40,
    root: 'a'.repeat(64),
    result: 'b'.repeat(64),
    taken: ['a', 'c'],
  },
};

export const rulesText = encodeEntry(fullRules);

/** Rules as the log's first version had them: no names, no reasons, no result. */
export const plainRules: RulesEntry = {
  v: 1,
  kind: 'rules',
  poll: 'p1',
  start: 1,
  end: 2,
  rules: fullRules.rules,
  countPolicy: { kind: 'live' },
  candidates: ['a', 'b', 'c'],
};

/** A tag of its own for each number. */
export const tagOf = (n: number): string => n.toString(16).padStart(32, '0');
export const vote = (n: number, ...choices: string[]): string =>
  ballotEntry({ tag: tagOf(n), period: 'once', choices });
export const close = closeEntry;

const ruling = { v: 1, reason: '机器投票', clause: '第七条', proposer: '甲', approver: '乙' } as const;
export const voidOf = (index: number, more: Partial<RulingEntry> = {}): string =>
  encodeEntry({ ...ruling, kind: 'void', index, ...more });
export const restoreOf = (index: number, more: Partial<RulingEntry> = {}): string =>
  encodeEntry({ ...ruling, kind: 'restore', index, ...more });
export const withdrawalOf = (candidate: string): string =>
  encodeEntry({ v: 1, kind: 'withdraw', candidate, reason: '本人申请退出', proposer: '甲', approver: '甲' });
export const drawn = (draw: string, approver = '乙'): string =>
  encodeEntry({ v: 1, kind: 'draw', draw, proposer: '甲', approver });
/** The same rules, which owe a notice of five working days. */
export const noticeRules: WholeRulesEntry = { ...wholeRules, notice: { days: 5 } };
/** When the first notice goes up: 7 December 2026, 10:00 in China. */
export const noticeDay = Date.UTC(2026, 11, 7, 2);
/** The end of the day so many days behind the one on which the first notice goes up. */
export const endOfDayBehind = (days: number): number => Date.UTC(2026, 11, 7 + days, 16);
/** A notice of what these entries add up to, up for five days unless it is told otherwise. */
export function noticeText(texts: readonly string[], more: Partial<NoticeEntry> = {}): string {
  const term = { from: noticeDay, until: endOfDayBehind(5), proposer: '甲', approver: '乙' };
  return encodeEntry({ ...noticeOf(stateOf(texts), { closeRoot: closeRootOf(texts) }, term), ...more });
}
/** What these entries add up to. */
export const resultText = (texts: readonly string[]): string =>
  encodeEntry(resultOf(stateOf(texts), { closeRoot: closeRootOf(texts) }));
export const revocationOf = (candidate: string, approver = '乙'): string =>
  encodeEntry({ v: 1, kind: 'revoke', candidate, reason: '材料不实', clause: '第九条', proposer: '甲', approver });
export const callOffText = (approver = '乙'): string =>
  encodeEntry({ v: 1, kind: 'callOff', reason: '主办单位撤销', proposer: '甲', approver });

/** The root at the close, and that of no entries where there is none. */
function closeRootOf(texts: readonly string[]): Uint8Array {
  const tree = new Frontier(plainHasher);
  for (const text of texts) {
    tree.append(plainHasher.leaf(text));
    if (text.includes('"kind":"close"')) return tree.root();
  }
  return plainHasher.empty();
}

export const jury = (juror: string, ...scores: [string, ...number[]][]): string =>
  encodeEntry({ v: 1, kind: 'jury', juror, scores });

/** Folds entry texts; tells the first refusal, or the state after all of them. */
export function foldTexts(texts: readonly string[]): LogState | FoldRefusal {
  const state = LogState.recount();
  for (const text of texts) {
    const entry = parseEntry(text);
    if (typeof entry === 'string') throw new Error(`${entry}: ${text}`);
    const refusal = state.apply(entry, candidates);
    if (refusal) return refusal;
  }
  return state;
}

export function stateOf(texts: readonly string[]): LogState {
  const state = foldTexts(texts);
  if (typeof state === 'string') throw new Error(state);
  return state;
}
