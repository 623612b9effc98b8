import type { RankedCandidate } from '../entries/figures';
import type { CallOffEntry, RevocationEntry } from '../entries/log-entry';
import type { NoticeMark } from './award-state';
import { waitingForLot, type LotFall } from './lot-fall';
import type { LogState } from './log-state';
import { owedDays } from './refuse-result';

/** What became of a count, as plain values. */
export interface AwardReport {
  /** How many working days of notice the rules owe; absent where they owe none. */
  owedDays?: number;
  notices: readonly NoticeMark[];
  /** Whether the result is in the log. */
  hasResult: boolean;
  revocations: readonly RevocationEntry[];
  callOff?: CallOffEntry;
  /** Whether the vote was closed before that. */
  isClosed: boolean;
}

export function awardReportOf(state: LogState): AwardReport {
  const { notices, revocations, callOff } = state.award;
  const days = state.rules && owedDays(state.rules);
  return {
    ...(days === undefined ? {} : { owedDays: days }),
    notices,
    hasResult: state.hasResult,
    revocations,
    ...(callOff === undefined ? {} : { callOff }),
    isClosed: state.isClosed,
  };
}

/**
 * What a place in the ranking means: a seat, one that a lot may still take away, one that a notice may, or one that was taken away.
 * Nobody has a seat in a poll that was called off.
 */
export type Fate = 'won' | 'waits' | 'proposed' | 'revoked' | 'none';

/** Tells the fate of each candidate of a ranking. @param lot as the count has it */
export function fatesOf(award: AwardReport, lot: LotFall | null): (ranked: RankedCandidate) => Fate {
  const waiting = waitingForLot(lot);
  const revoked = new Set(award.revocations.map(({ candidate }) => candidate));
  return ({ candidate, won }) => {
    if (award.callOff) return 'none';
    if (waiting.has(candidate)) return 'waits';
    if (!won) return 'none';
    if (revoked.has(candidate)) return 'revoked';
    return award.owedDays === undefined || award.hasResult ? 'won' : 'proposed';
  };
}
