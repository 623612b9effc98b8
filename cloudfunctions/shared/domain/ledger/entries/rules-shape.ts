import type { AnyRulesEntry } from './log-entry';
import { areResultRules } from './result-rules';
import { areAll, isId, isRecord, isText, isWhole } from './shape';

/** Whether what JSON gave is a rules entry of either version. */
export function isRulesEntry(value: Record<string, unknown>): value is Record<string, unknown> & AnyRulesEntry {
  const { v, poll, start, end, rules, countPolicy, candidates } = value;
  const isFirst =
    isText(poll) &&
    isWhole(start) &&
    isWhole(end) &&
    areBallotRules(rules) &&
    isCountPolicy(countPolicy) &&
    areAll(candidates, isId) &&
    new Set(candidates).size === candidates.length;
  return isFirst && (v === 1 || isSecond(value));
}

function isSecond({ sheet, voidReasons, result }: Record<string, unknown>): boolean {
  return (
    typeof sheet === 'string' && /^[0-9a-f]{64}$/.test(sheet) && areAll(voidReasons, isText) && areResultRules(result)
  );
}

function areBallotRules(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { period, ballotsPerPeriod, choices, perCandidate, groups } = value;
  const isGroup = (each: unknown): each is object =>
    isRecord(each) && isId(each.id) && isText(each.name) && isSpan(each);
  return (
    (period === 'once' || period === 'daily') &&
    isWhole(ballotsPerPeriod) &&
    isSpan(choices) &&
    (perCandidate === undefined || isWhole(perCandidate)) &&
    (groups === undefined || areAll(groups, isGroup))
  );
}

function isSpan(value: unknown): boolean {
  return isRecord(value) && isWhole(value.min) && isWhole(value.max);
}

function isCountPolicy(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return value.kind === 'live' || value.kind === 'afterClose' || (value.kind === 'daily' && isText(value.at));
}
