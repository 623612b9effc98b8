import type { InquiryRulingEntry } from '../entries/inquiry-ruling';
import type { AnyRulesEntry, RulingEntry } from '../entries/log-entry';
import type { BallotMemory } from './ballot-memory';
import type { FoldRefusal } from './fold-refusal';
import type { Ground, VoidBallots } from './void-ballots';

type Ruling = RulingEntry | InquiryRulingEntry;

/** The places in the log of the ballots that a ruling is about. */
export function placesOf(ruling: Ruling): readonly number[] {
  return ruling.v === 1 ? [ruling.index] : ruling.indexes;
}

export function groundOf(ruling: Ruling): Ground {
  return { reason: ruling.reason, inquiry: ruling.v === 1 ? undefined : ruling.inquiry };
}

/** Why a ruling cannot stand here. One ballot that it cannot be about refuses the whole of it: all are looked at before any is moved. */
export function refuseRuling(
  rules: AnyRulesEntry,
  { isClosed }: { isClosed: boolean },
  ruling: Ruling,
  record: BallotMemory,
  voids: VoidBallots,
): FoldRefusal | null {
  const isByInquiry = rules.v === 3 && rules.fairPlay !== undefined;
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
