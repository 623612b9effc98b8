import {
  candidateSheet,
  type SheetCandidate,
} from '../../../cloudfunctions/shared/universal/ledger/entries/candidate-sheet';
import {
  encodeEntry,
  type AnyRulesEntry,
  type LogEntry,
} from '../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import type { ResultRules, TieBreak } from '../../../cloudfunctions/shared/universal/ledger/entries/result-rules';
import type {
  WholeResultRules,
  WholeTieBreak,
} from '../../../cloudfunctions/shared/universal/ledger/entries/whole-result';
import { lotOf } from '../../../cloudfunctions/shared/universal/ledger/entries/whole-rules';
import { isDrawMissing } from '../../../cloudfunctions/shared/universal/ledger/count/ranking';
import { LogState } from '../../../cloudfunctions/shared/universal/ledger/count/log-state';
import { seededRandom, wholeBetween, type Random } from '../../../scripts/random/random';
import { reportOf } from '../../cloudfunctions/shared/universal/ledger/sample-inquiry';
import { usualFairPlay as fairPlay } from '../../../cloudfunctions/shared/domain/poll/usual-rules';
import { pick } from './pick';
import { awardOf } from './random-award';
import { juryRulesOf, sealedSheetsOf } from './random-jury';
import type { SamplePoll } from './sample-bundle';

const start = Date.UTC(2026, 10, 20);
/** Among them names that every object has: whoever keys an object by people's texts counts wrongly, or stops. */
const reasons = ['机器投票', 'toString', 'constructor', '__proto__'];
const ids = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty'];
const persons = ['甲', '乙', '__proto__', 'constructor'];

function sheetOf(random: Random): SheetCandidate[] {
  const isGrouped = random() < 0.5;
  return Array.from({ length: wholeBetween(random, 2, 9) }, (_, index) => ({
    // Ids that every object has, or that numbers, capitals and punctuation would sort differently in careless code.
    id:
      index < ids.length && random() < 0.3
        ? (ids[index] ?? '')
        : pick(random, ['c', 'C', 'x-', '_', '']) + String(index),
    number: wholeBetween(random, 1, 999),
    name: pick(random, ['社区食堂', '口袋公园 𝄞', 'Réseau "A"', '书屋\\2', '__proto__']),
    ...(isGrouped ? { group: index % 2 === 0 ? '__proto__' : 'constructor' } : {}),
  }));
}

function resultRulesOf(random: Random): ResultRules {
  const criteria = ['constructor', '__proto__'].map((id) => ({ id, weight: wholeBetween(random, 1, 40) }));
  const hasJury = random() < 0.6;
  const ties: TieBreak[] = [];
  if (random() < 0.6) ties.push({ by: 'votes' });
  if (hasJury && random() < 0.6) ties.push({ by: 'jury', criterion: '__proto__' });
  if (random() < 0.5) ties.push({ by: 'lot', draw: '福彩3D' });
  return {
    seats: wholeBetween(random, 1, 4),
    decimals: wholeBetween(random, 0, 4),
    votes: { weight: wholeBetween(random, 1, 100), by: pick(random, ['maximum', 'ballots', 'rank']) },
    ...(hasJury ? { jury: { weight: wholeBetween(random, 1, 100), most: 10, criteria } } : {}),
    ties,
  };
}

function wholeResultRulesOf(random: Random, groups: readonly string[]): WholeResultRules {
  const ties: WholeTieBreak[] = [];
  const jury = random() < 0.5 ? juryRulesOf(random) : undefined;
  const hasVotes = jury === undefined || random() < 0.7;
  if (hasVotes && random() < 0.4) ties.push({ by: 'votes' });
  if (jury && random() < 0.4) ties.push(random() < 0.5 ? { by: 'jury' } : { by: 'jury', criterion: '__proto__' });
  if (random() < 0.7) ties.push({ by: 'lot', draw: '福彩3D 12月9日', digits: 3 });
  const rest = {
    decimals: wholeBetween(random, 0, 6),
    ...(hasVotes
      ? { votes: { weight: wholeBetween(random, 1, 100), by: pick(random, ['maximum', 'ballots', 'rank'] as const) } }
      : {}),
    ...(jury === undefined ? {} : { jury }),
    ties,
  };
  if (groups.length > 0 && random() < 0.6) {
    return { groups: groups.map((id) => ({ id, seats: wholeBetween(random, 1, 3) })), ...rest };
  }
  const seats = wholeBetween(random, 2, 4);
  return {
    seats,
    ...rest,
    ...(random() < 0.3
      ? {
          levels: [
            { name: '一等奖', last: 1 },
            { name: '二等奖', last: seats },
          ],
        }
      : {}),
  };
}

/** Digits where the rules need some, and at times where they do not. */
function drawOf(random: Random, entries: readonly LogEntry[], candidates: readonly SheetCandidate[]): LogEntry[] {
  const [rules] = entries;
  if (rules?.kind !== 'rules' || rules.v !== 3 || lotOf(rules) === undefined) return [];
  const state = LogState.recount();
  for (const entry of entries) state.apply(entry, candidates);
  if (random() < 0.5 && !isDrawMissing(state)) return [];
  const draw = String(wholeBetween(random, 0, 999)).padStart(3, '0');
  return [{ v: 1, kind: 'draw', draw, proposer: '甲', approver: '乙' }];
}

function rulesOf(random: Random, candidates: SheetCandidate[]): AnyRulesEntry {
  const isGrouped = candidates[0]?.group !== undefined;
  const group = (id: string) => ({ id, name: `组 ${id}`, min: 0, max: candidates.length });
  const common = {
    kind: 'rules' as const,
    poll: 'p1',
    start,
    end: start + 3 * 24 * 60 * 60 * 1000,
    rules: {
      period: pick(random, ['once', 'daily'] as const),
      ballotsPerPeriod: 2,
      choices: { min: 1, max: candidates.length },
      ...(isGrouped ? { groups: [group('__proto__'), group('constructor')] } : {}),
    },
    countPolicy: pick(random, [{ kind: 'live' }, { kind: 'daily', at: '20:00' }, { kind: 'afterClose' }] as const),
    candidates: candidates.map(({ id }) => id),
  };
  const version = random();
  if (version < 0.15) return { v: 1, ...common };
  if (version < 0.6) {
    const candidateList = candidateSheet(candidates);
    const result = wholeResultRulesOf(random, isGrouped ? ['constructor', '__proto__'] : []);
    const notice = random() < 0.5 ? { notice: { days: pick(random, [1, 2, 5]) } } : {};
    const fair = random() < 0.4 ? { fairPlay } : {};
    const { rules, countPolicy, ...rest } = common;
    const ofVote = result.votes === undefined ? {} : { rules, countPolicy };
    return { v: 3, ...rest, ...ofVote, candidateList, voidReasons: reasons, result, ...fair, ...notice };
  }
  return { v: 2, ...common, sheet: candidateSheet(candidates), voidReasons: reasons, result: resultRulesOf(random) };
}

/** Voids and restores, among ballots and behind the close; where the rules declare fair play by inquiries, behind it alone. */
function rulingOf(random: Random, rules: AnyRulesEntry, isVoid: Map<number, boolean>): LogEntry {
  const index = pick(random, [...isVoid.keys()]);
  const kind = isVoid.get(index) === true ? ('restore' as const) : ('void' as const);
  const decided = {
    reason: pick(random, reasons),
    clause: pick(random, reasons),
    proposer: '甲',
    approver: pick(random, persons.slice(1)),
  };
  if (rules.v !== 3 || rules.fairPlay === undefined) {
    isVoid.set(index, kind === 'void');
    return { v: 1, kind, index, ...decided };
  }
  // One inquiry of each half of the log, so that what it restores it has voided.
  const inquiry = 1 + (index % 2);
  const alike = [...isVoid].filter(
    ([other, wasVoid]) => wasVoid === (kind === 'restore') && 1 + (other % 2) === inquiry,
  );
  const indexes = alike.map(([other]) => other).filter((other) => other === index || random() < 0.3);
  for (const each of indexes) isVoid.set(each, kind === 'void');
  return { v: 2, kind, inquiry, indexes, report: reportOf(`核查 ${inquiry}`), ...decided };
}

/** Some who stood are out, before the close or behind it; at times all of them. */
function withdrawalsOf(random: Random, candidates: readonly SheetCandidate[]): LogEntry[] {
  const share = pick(random, [0, 0, 0.2, 1]);
  return candidates
    .filter(() => random() < share)
    .map(({ id }) => ({
      v: 1,
      kind: 'withdraw',
      candidate: id,
      reason: pick(random, reasons),
      proposer: '甲',
      approver: pick(random, persons),
    }));
}

function ballotOf(random: Random, rules: AnyRulesEntry): LogEntry {
  const tag = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  // Few voters who like the same few make ties likely.
  const most = Math.min(rules.candidates.length, 3);
  const choices = [...new Set(Array.from({ length: most }, () => pick(random, rules.candidates)))].sort();
  const period = rules.rules?.period === 'once' ? 'once' : pick(random, ['2026-11-20', '2026-11-21', '2026-11-22']);
  return { v: 1, kind: 'ballot', tag, period, choices };
}

function sheetsOf(random: Random, rules: AnyRulesEntry): LogEntry[] {
  if (rules.v !== 2 || rules.result.jury === undefined) return [];
  return Array.from({ length: wholeBetween(random, 0, 4) }, (_, juror): LogEntry => {
    const scored = rules.candidates.filter(() => random() < 0.8).sort();
    const scores = scored.map((id): [string, number, number] => [
      id,
      wholeBetween(random, 0, 10),
      wholeBetween(random, 0, 10),
    ]);
    return { v: 1, kind: 'jury', juror: persons[juror] ?? '', scores };
  });
}

/** Somewhere before the result, which ends the log there. */
function callOff(random: Random, entries: LogEntry[]): void {
  const result = entries.findIndex(({ kind }) => kind === 'result');
  entries.length = wholeBetween(random, 1, result < 0 ? entries.length : result);
  const reason = pick(random, reasons);
  entries.push({ v: 1, kind: 'callOff', reason, proposer: '甲', approver: pick(random, persons.slice(1)) });
}

/** A sound poll with groups, voids, restores, withdrawals, jury sheets, ties, notices and what follows them, the same for the same seed. */
export function randomPoll(seed: string): SamplePoll {
  const random = seededRandom(seed);
  const candidates = sheetOf(random);
  const rules = rulesOf(random, candidates);
  const entries: LogEntry[] = [rules];
  const isVoid = new Map<number, boolean>();
  const ballots = rules.rules === undefined ? 0 : wholeBetween(random, 0, 30);
  const { submissions, reveals, exclusions } = sealedSheetsOf(random, rules);
  const withdrawals = withdrawalsOf(random, candidates);
  while (isVoid.size < ballots) {
    if (random() < 0.05) entries.push(...withdrawals.splice(0, 1));
    if (random() < 0.2) entries.push(...submissions.splice(0, 1));
    if (isVoid.size > 0 && random() < 0.1 && !(rules.v === 3 && rules.fairPlay)) {
      entries.push(rulingOf(random, rules, isVoid));
      continue;
    }
    isVoid.set(entries.length, false);
    entries.push(ballotOf(random, rules));
  }
  entries.push({ v: 1, kind: 'close', ballots });
  for (let left = wholeBetween(random, 0, 6); left > 0 && ballots > 0; left--)
    entries.push(rulingOf(random, rules, isVoid));
  entries.push(...withdrawals, ...sheetsOf(random, rules), ...submissions, ...exclusions, ...reveals);
  entries.push(...drawOf(random, entries, candidates));
  if (rules.v === 3 && rules.notice) {
    const some = (): LogEntry[] => (ballots > 0 ? [rulingOf(random, rules, isVoid)] : []);
    entries.push(...awardOf(random, entries, candidates, some));
  }
  if (rules.v === 3 && random() < 0.1) callOff(random, entries);
  const published = entries.map((_, index) => index + 1).filter(() => random() < 0.2);
  return {
    candidates,
    entries: entries.map(encodeEntry),
    published,
    ...(random() < 0.5 ? { draw: String(wholeBetween(random, 0, 999)).padStart(3, '0') } : {}),
  };
}
