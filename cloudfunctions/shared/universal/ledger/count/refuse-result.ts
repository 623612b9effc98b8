import type { AnyRulesEntry } from '../entries/log-entry';
import type { FoldRefusal } from './fold-refusal';

/** Why no result of this version can be what the rules ask for, if so. */
export function refuseResult(rules: AnyRulesEntry): FoldRefusal | null {
  if (rules.v !== 3) return null;
  if (rules.notice) return 'RESULT_VERSION';
  return rules.result.jury ? 'SHEETS_NOT_REVEALED' : null;
}
