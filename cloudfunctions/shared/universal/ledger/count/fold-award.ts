import type { AnyRulesEntry, CallOffEntry, NoticeEntry, ResultEntry, RevocationEntry } from '../entries/log-entry';
import { isDrawMissing } from './ranking';
import type { FoldRefusal } from './fold-refusal';
import type { CountState } from './count-state';
import { owedDays, refuseCount, refuseResult } from './refuse-result';

/** Takes an entry that says what becomes of a count, or says why it cannot stand there. */
export function foldAward(
  state: CountState,
  rules: AnyRulesEntry,
  entry: NoticeEntry | ResultEntry | RevocationEntry | CallOffEntry,
): FoldRefusal | null {
  switch (entry.kind) {
    case 'notice':
      return putUp(state, rules, entry);
    case 'result':
      return end(state, rules, entry);
    case 'revoke':
      return owedDays(rules) === undefined ? 'NOTICE_NOT_DECLARED' : state.award.revoke(entry, state.hasResult);
    case 'callOff':
      return state.award.end(rules, entry);
  }
}

function putUp(state: CountState, rules: AnyRulesEntry, entry: NoticeEntry): FoldRefusal | null {
  const days = owedDays(rules);
  if (days === undefined) return 'NOTICE_NOT_DECLARED';
  if (!state.isClosed) return 'NOTICE_WHILE_OPEN';
  return refuseCount(state, rules) ?? (isDrawMissing(state) ? 'DRAW_MISSING' : state.award.putUp(days, entry));
}

function end(state: CountState, rules: AnyRulesEntry, entry: ResultEntry): FoldRefusal | null {
  if (!state.isClosed) return 'RESULT_BEFORE_CLOSE';
  const refusal = refuseResult(state, rules, entry) ?? (isDrawMissing(state) ? 'DRAW_MISSING' : null);
  if (refusal) return refusal;
  const fault = entry.v === 2 ? state.award.refuseResult(entry) : null;
  if (fault) return fault;
  state.result = entry;
  state.hasResult = true;
  return null;
}
