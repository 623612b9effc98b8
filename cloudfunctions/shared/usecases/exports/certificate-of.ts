import { hexToBytes } from '@noble/hashes/utils.js';
import { refuse, type Refused } from '../../contract/answered';
import { certificateLetter } from '../../domain/exports/certificate-letter';
import type { Certificate } from '../../universal/certificate-layout';
import { certificateCode, printedCode } from '../../universal/ledger/check/certificate-code';
import type { AnyRulesEntry } from '../../universal/ledger/entries/log-entry';
import type { Outcome, OutcomeResult } from '../../universal/outcome';
import type { Measure } from '../../universal/poll';
import { fullDateText } from '../../universal/times';
import { listCandidates } from '../../store/poll/candidates';
import type { PublicOutcome } from './public-outcome';

/** A winner of the result whose award stands, with all that their certificate says. */
export interface Winner {
  candidateId: string;
  name: string;
  unit: string;
  level: string | undefined;
  code: string;
}

/** What of a poll stands on its certificates. */
interface Awarding {
  title: string;
  organiser: string;
  measure?: Measure | undefined;
}

/** Why there is no certificate for this candidate, if so. */
export function noCertificate(
  { winners, revocations }: Outcome,
  candidateId: string,
): Refused<'CANDIDATE_NOT_FOUND' | 'AWARD_REVOKED'> | null {
  if (!winners.some(({ candidate }) => candidate === candidateId)) {
    return refuse('CANDIDATE_NOT_FOUND', 'not awarded', { field: 'candidateId', candidateId });
  }
  const revoked = revocations.find(({ candidate }) => candidate === candidateId);
  return revoked ? refuse('AWARD_REVOKED', 'revoked', { field: 'candidateId', revokedAt: revoked.at }) : null;
}

/** Those whose award stands, in the ranking's order. */
export async function standingWinners(
  pollId: string,
  { origin, outcome }: PublicOutcome,
  { leaf }: OutcomeResult,
): Promise<Winner[]> {
  const candidates = new Map((await listCandidates(pollId)).map((each) => [each.id, each]));
  const revoked = new Set(outcome.revocations.map(({ candidate }) => candidate));
  return outcome.winners
    .filter(({ candidate }) => !revoked.has(candidate))
    .map(({ candidate, level }) => {
      const { name, unit } = candidates.get(candidate) ?? { name: '', unit: '' };
      const code = certificateCode(origin, hexToBytes(leaf), candidate);
      return { candidateId: candidate, name, unit, level, code };
    });
}

/** @param at when two persons awarded */
export function certificateOf(
  { name, unit, level, code }: Winner,
  { title, organiser, measure }: Awarding,
  rules: AnyRulesEntry,
  at: number,
): Certificate {
  const hasJury = rules.v !== 1 && rules.result?.jury !== undefined;
  const letter = certificateLetter({ name, unit, level, title, measure, hasJury });
  return { letter, organiser, day: fullDateText(at), code: printedCode(code) };
}
