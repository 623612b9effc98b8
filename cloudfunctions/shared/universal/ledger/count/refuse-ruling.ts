import type { AnyRulesEntry } from '../entries/log-entry';
import type { BallotMemory } from './ballot-memory';
import type { FoldRefusal } from './fold-refusal';
import { placesOf, type AnyVoiding, type VoidBallots } from './void-ballots';

/** Why a ruling cannot stand here. One ballot that it cannot be about refuses the whole of it: all are looked at before any is moved. */
export function refuseRuling(
  rules: AnyRulesEntry,
  { isClosed }: { isClosed: boolean },
  ruling: AnyVoiding,
  record: BallotMemory,
  voids: VoidBallots,
): FoldRefusal | null {
  const isByInquiry = areVoidsByInquiry(rules);
  if (isByInquiry !== (ruling.v === 2)) return 'RULING_VERSION';
  if (isByInquiry && !isClosed) return 'RULING_WHILE_OPEN';
  const places = placesOf(ruling);
  if (places.some((index) => record.counts(index) === null)) return 'NOT_A_BALLOT';
  if (ruling.proposer === ruling.approver) return 'ONE_PERSON_ALONE';
  if (ruling.kind === 'void') {
    if (places.some((index) => record.counts(index) === false)) return 'ALREADY_VOID';
    return rules.v === 1 || rules.voidReasons.includes(ruling.reason) ? null : 'REASON_NOT_DECLARED';
  }
  for (const index of places) {
    if (record.counts(index) === true) return 'NOT_VOID';
    if (ruling.v === 2 && voids.find(index)?.inquiry !== ruling.inquiry) return 'OTHER_INQUIRY';
  }
  return null;
}

/** Whether these rules have ballots voided by inquiries alone. */
export function areVoidsByInquiry(rules: AnyRulesEntry): boolean {
  return rules.v === 3 && rules.fairPlay !== undefined;
}
