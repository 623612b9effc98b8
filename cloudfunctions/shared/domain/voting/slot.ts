import type { Period } from '../../universal/period';

/**
 * A voter's places for ballots, as names that only the poll's key can compute. The database's unique keys hold
 * the limits: one ballot per slot, one ballot per mark.
 */
export interface Voter {
  /** HMAC-SHA256 under the poll's secret, cut to 16 bytes: 32 hex digits. */
  mac: (message: string) => string;
  /** The platform's identity; it is stored nowhere. */
  openid: string;
}

/**
 * The name of a voter's n-th ballot place in a period. The period and n are inside the MAC, so tags cannot be linked
 * across days or polls.
 */
export function tagOf({ mac, openid }: Voter, period: Period, nth: number): string {
  return mac(`v1|${period}|${nth}|${openid}`);
}

/** The name of a voter's k-th vote for a candidate in a period, k = 1 … cap. */
export function markOf({ mac, openid }: Voter, period: Period, candidateId: string, k: number): string {
  return mac(`mark|${period}|${candidateId}|${k}|${openid}`);
}

/** An unsigned 32-bit seed: the voter's own order of candidates, the same on every visit. */
export function shuffleSeedOf({ mac, openid }: Voter): number {
  return parseInt(mac(`shuffle|${openid}`).slice(0, 8), 16);
}
