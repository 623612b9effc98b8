import { fairPlayFlags, type FairPlayFlag } from '../../universal/fair-play';
import { hasFlag, type InquiryFacts } from './inquiry';

export interface Reported {
  inquiry: { pollId: string; n: number; candidateId: string; from: number; to: number; facts: InquiryFacts };
  kind: 'void' | 'restore';
  reason: string;
  clause: string;
  /** Places in the log, and flags as `flagBits` writes them. */
  ballots: readonly (readonly [index: number, flags: number])[];
}

/**
 * What everybody may read of a decision's grounds: what was found, and of how many ballots it takes out of the count, or puts back, each
 * flag was shown. Which ballots these are its entries say. The same decision gives the same text, whoever writes it.
 */
export function inquiryReport({ inquiry, kind, reason, clause, ballots }: Reported): string {
  const { pollId, n, candidateId, from, to, facts } = inquiry;
  const { p, rho, isThin, probability } = facts;
  const found = { ballots: facts.n, flagged: facts.m, elsewhere: p, alike: rho, isThin, probability };
  return JSON.stringify({
    v: 1,
    poll: pollId,
    inquiry: n,
    kind,
    candidate: candidateId,
    from,
    to,
    found,
    decided: { ballots: ballots.length, flags: fairPlayFlags.flatMap((flag) => countOf(flag, ballots)) },
    reason,
    clause,
  });
}

function countOf(flag: FairPlayFlag, ballots: Reported['ballots']): { flag: FairPlayFlag; ballots: number }[] {
  const count = ballots.filter(([, bits]) => hasFlag(bits, flag)).length;
  return count === 0 ? [] : [{ flag, ballots: count }];
}
