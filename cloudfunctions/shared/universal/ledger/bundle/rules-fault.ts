import { candidateSheet, type SheetCandidate } from '../entries/candidate-sheet';
import type { AnyRulesEntry } from '../entries/log-entry';
import type { VerifierKey } from '../note/verifier-key';
import type { RecountCode } from './recount-failure';

/** Why rules are not those of a bundle's key and candidates: a code and what is wrong; null where they are. */
export function rulesFault(
  rules: AnyRulesEntry,
  key: VerifierKey,
  candidates: readonly SheetCandidate[],
): [code: RecountCode, message: string] | null {
  const isTheirs = rules.candidates.join(' ') === candidates.map(({ id }) => id).join(' ');
  const committed = rules.v === 3 ? rules.candidateList : rules.v === 2 ? rules.sheet : undefined;
  if (!isTheirs || (committed !== undefined && committed !== candidateSheet(candidates))) {
    return ['CANDIDATES_ALTERED', 'the rules commit to other candidates'];
  }
  if (!key.name.endsWith(`/${rules.poll}`)) {
    return ['POLL_MISMATCH', `the log ${key.name} is not of the poll ${rules.poll}`];
  }
  return null;
}
