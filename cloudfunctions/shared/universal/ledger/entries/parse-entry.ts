import { mostEntryBytes } from '../tiles/tile-content';
import { encodeUtf8 } from '../utf8';
import {
  encodeEntry,
  type BallotEntry,
  type CallOffEntry,
  type CloseEntry,
  type DrawEntry,
  type ExclusionEntry,
  type JuryEntry,
  type LogEntry,
  type NoticeEntry,
  type ResultEntry,
  type RevealedSheetEntry,
  type RevocationEntry,
  type RulingEntry,
  type SheetEntry,
  type WithdrawalEntry,
} from './log-entry';
import type { InquiryRulingEntry } from './inquiry-ruling';
import { areFigures } from './figures';
import { isTooDeep } from './json-depth';
import { isRulesEntry } from './rules-shape';
import { areAll, areSorted, isHash, isId, isInstant, isPoints, isRecord, isText, isWhole } from './shape';
import { isEndOfDay } from './whole-days';

export type EntryRefusal =
  'ENTRY_TOO_LONG' | 'ENTRY_MALFORMED' | 'ENTRY_KIND_UNKNOWN' | 'ENTRY_VERSION_UNKNOWN' | 'ENTRY_NOT_CANONICAL';

const versions: Record<LogEntry['kind'], readonly number[]> = {
  rules: [1, 2, 3],
  ballot: [1],
  close: [1],
  void: [1, 2],
  restore: [1, 2],
  withdraw: [1],
  sheet: [1],
  jury: [1, 2],
  exclude: [1],
  draw: [1],
  notice: [1],
  result: [1, 2],
  revoke: [1],
  callOff: [1],
};

function isKind(kind: unknown): kind is LogEntry['kind'] {
  return typeof kind === 'string' && Object.hasOwn(versions, kind);
}

/** Reads an entry of any kind; it stands on its own here, what went before it is not looked at. */
export function parseEntry(text: string): LogEntry | EntryRefusal {
  return parsePlainBallot(text) ?? parseByJson(text);
}

const plainBallot =
  /^\{"v":1,"kind":"ballot","tag":"([0-9a-f]{32})","period":"(once|\d{4}-\d\d-\d\d)","choices":\["([!#-[\]-~]{1,64}(?:","[!#-[\]-~]{1,64})*)"\]\}$/;

/**
 * Reads what nearly all of a large log is. Text of exactly this form is canonical, and needs neither JSON nor writing anew,
 * which take as long as all hashing does.
 * @returns null when the text has to be looked at more closely
 */
function parsePlainBallot(text: string): BallotEntry | null {
  const match = plainBallot.exec(text);
  if (match === null || text.length * 3 > mostEntryBytes) return null;
  const [, tag = '', period = '', list = ''] = match;
  const choices = list.split('","');
  return areSorted(choices) ? { v: 1, kind: 'ballot', tag, period, choices } : null;
}

/** The same for any text, slowly. */
export function parseByJson(text: string): LogEntry | EntryRefusal {
  // No character takes more than three bytes a unit, so short texts need no encoding to be told.
  if (text.length * 3 > mostEntryBytes && encodeUtf8(text).length > mostEntryBytes) return 'ENTRY_TOO_LONG';
  const value = parseJson(text);
  if (!isRecord(value)) return 'ENTRY_MALFORMED';
  const { kind, v } = value;
  if (!isKind(kind)) return 'ENTRY_KIND_UNKNOWN';
  if (!versions[kind].includes(Number(v)) || typeof v !== 'number') return 'ENTRY_VERSION_UNKNOWN';
  const entry = readAs(kind, value);
  if (entry === null) return 'ENTRY_MALFORMED';
  return encodeEntry(entry) === text ? entry : 'ENTRY_NOT_CANONICAL';
}

/** @returns undefined when the text is no JSON, or deeper than any entry is */
function parseJson(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readAs(kind: LogEntry['kind'], value: Record<string, unknown>): LogEntry | null {
  switch (kind) {
    case 'rules':
      return isRulesEntry(value) ? value : null;
    case 'ballot':
      return isBallot(value) ? value : null;
    case 'close':
      return isClose(value) ? value : null;
    case 'void':
    case 'restore':
      return isRuling(value) ? value : null;
    case 'withdraw':
      return isWithdrawal(value) ? value : null;
    case 'sheet':
      return isSheet(value) ? value : null;
    case 'jury':
      return isJury(value) ? value : null;
    case 'exclude':
      return isExclusion(value) ? value : null;
    case 'draw':
      return isDraw(value) ? value : null;
    case 'notice':
      return isNotice(value) ? value : null;
    case 'result':
      return isResult(value) ? value : null;
    case 'revoke':
      return isRevocation(value) ? value : null;
    case 'callOff':
      return isCallOff(value) ? value : null;
  }
}

type Fields<Entry> = Partial<Record<keyof Entry, unknown>>;

function isBallot(value: Fields<BallotEntry>): value is BallotEntry {
  const { tag, period, choices } = value;
  return (
    typeof tag === 'string' &&
    /^[0-9a-f]{32}$/.test(tag) &&
    typeof period === 'string' &&
    /^(?:once|\d{4}-\d\d-\d\d)$/.test(period) &&
    areAll(choices, isId) &&
    choices.length > 0 &&
    areSorted(choices)
  );
}

function isClose(value: Fields<CloseEntry>): value is CloseEntry {
  return isWhole(value.ballots);
}

/** As many ballots as one ruling may name. */
const mostIndexes = 1_000;

function isRuling(
  value: Fields<Omit<RulingEntry, 'v'> & InquiryRulingEntry>,
): value is RulingEntry | InquiryRulingEntry {
  const { v, reason, clause, proposer, approver } = value;
  if (![reason, clause, proposer, approver].every(isText)) return false;
  if (Number(v) === 1) return isWhole(value.index);
  const { inquiry, indexes, report } = value;
  return isWhole(inquiry) && inquiry > 0 && areAll(indexes, isWhole) && areAscending(indexes) && isHash(report);
}

function areAscending(indexes: readonly number[]): boolean {
  return (
    indexes.length > 0 &&
    indexes.length <= mostIndexes &&
    indexes.every((index, at) => at === 0 || index > (indexes[at - 1] ?? index))
  );
}

function isWithdrawal(value: Fields<WithdrawalEntry>): value is WithdrawalEntry {
  return isId(value.candidate) && [value.reason, value.proposer, value.approver].every(isText);
}

function isSheet(value: Fields<SheetEntry>): value is SheetEntry {
  const { juror, n, hash } = value;
  return isText(juror) && isWhole(n) && isHash(hash);
}

function isJury(value: Fields<RevealedSheetEntry>): value is JuryEntry {
  const isLine = (line: unknown): line is JuryEntry['scores'][number] =>
    Array.isArray(line) && line.length > 1 && isId(line[0]) && line.slice(1).every(isPoints);
  const { v, juror, scores, recused, salt } = value;
  return (
    isText(juror) &&
    areAll(scores, isLine) &&
    areSorted(scores.map(([candidate]) => candidate)) &&
    (Number(v) === 1 || (areAll(recused, isId) && areSorted(recused) && isSalt(salt)))
  );
}

function isSalt(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);
}

function isExclusion(value: Fields<ExclusionEntry>): value is ExclusionEntry {
  return [value.juror, value.reason, value.clause, value.proposer, value.approver].every(isText);
}

/** How many digits the rules ask for is the fold's to look at: DRAW_MALFORMED. */
function isDraw(value: Fields<DrawEntry>): value is DrawEntry {
  return [value.draw, value.proposer, value.approver].every(isText);
}

/** Whether it is up as long as it has to be is the fold's to look at: NOTICE_MISSING. */
function isNotice(value: Fields<NoticeEntry>): value is NoticeEntry {
  const { n, from, until, proposer, approver } = value;
  return (
    isWhole(n) &&
    isInstant(from) &&
    isInstant(until) &&
    isEndOfDay(until) &&
    areFigures(value, true) &&
    [proposer, approver].every(isText)
  );
}

function isResult(value: Fields<ResultEntry>): value is ResultEntry {
  return areFigures(value, value.v !== 1);
}

function isRevocation(value: Fields<RevocationEntry>): value is RevocationEntry {
  return isId(value.candidate) && [value.reason, value.clause, value.proposer, value.approver].every(isText);
}

function isCallOff(value: Fields<CallOffEntry>): value is CallOffEntry {
  return [value.reason, value.proposer, value.approver].every(isText);
}
