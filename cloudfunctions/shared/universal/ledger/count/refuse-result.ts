import type { AnyRulesEntry, ResultEntry } from '../entries/log-entry';
import type { CountState } from './count-state';
import type { FoldRefusal } from './fold-refusal';
import { isTooFine } from './score';

/** How many working days of notice the rules owe; undefined where they owe none. */
export function owedDays(rules: AnyRulesEntry): number | undefined {
  return rules.v === 3 ? rules.notice?.days : undefined;
}

/** Which version a result under these rules has. */
export function resultVersion(rules: AnyRulesEntry): ResultEntry['v'] {
  return owedDays(rules) === undefined ? 1 : 2;
}

/** Why no result of this version can be what the rules ask for, if so. */
export function refuseResult(
  state: CountState,
  rules: AnyRulesEntry,
  { v }: Pick<ResultEntry, 'v'>,
): FoldRefusal | null {
  return v === resultVersion(rules) ? refuseCount(state, rules) : 'RESULT_VERSION';
}

/** Whether a closed log lacks what a result has to count: sheets of the jury that its rules declare. */
export function isCountIncomplete(state: CountState): boolean {
  return state.rules !== undefined && refuseCount(state, state.rules) !== null;
}

/** Why nothing can be counted yet that a result or a notice may say, if so. */
export function refuseCount(state: CountState, rules: AnyRulesEntry): FoldRefusal | null {
  if (rules.v !== 3 || rules.result.jury === undefined) return null;
  // What was called off is counted as far as it went: nobody wins it.
  if (state.jury.isAwaited && state.award.callOff === undefined) return 'SHEETS_NOT_REVEALED';
  return isTooFine(state) ? 'SCORE_TOO_FINE' : null;
}
