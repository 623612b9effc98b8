import { areBallotRules } from './ballot-rules-shape';
import type { AnyRulesEntry } from './log-entry';
import { areResultRules } from './result-rules';
import { areAll, areDistinct, isHash, isId, isRecord, isText, isWhole } from './shape';
import { isWholeRulesEntry } from './whole-rules-shape';

/** Whether what JSON gave is a rules entry of any version. */
export function isRulesEntry(value: Record<string, unknown>): value is Record<string, unknown> & AnyRulesEntry {
  if (value.v === 3) return isWholeRulesEntry(value);
  const { v, poll, start, end, rules, countPolicy, candidates } = value;
  const isFirst =
    isText(poll) &&
    isWhole(start) &&
    isWhole(end) &&
    areBallotRules(rules) &&
    isCountPolicy(countPolicy) &&
    areAll(candidates, isId) &&
    areDistinct(candidates);
  return isFirst && (v === 1 || isSecond(value));
}

function isSecond({ sheet, voidReasons, result }: Record<string, unknown>): boolean {
  return isHash(sheet) && areAll(voidReasons, isText) && areResultRules(result);
}

function isCountPolicy(value: unknown): boolean {
  if (!isRecord(value)) return false;
  // These versions know no step; one that is there is not written anew, and so is found out.
  return value.kind === 'live' || value.kind === 'afterClose' || (value.kind === 'daily' && isText(value.at));
}
