import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Period } from './period';

/**
 * A voter's places for ballots, as names that only the poll's key can compute. The database's unique keys hold
 * the limits: one ballot per slot, one ballot per mark.
 */
export interface Voter {
  /** The poll's secret, 32 bytes. */
  key: Uint8Array;
  /** The platform's identity; it is stored nowhere. */
  openid: string;
}

const tagLength = 16;

/**
 * The name of a voter's n-th ballot place in a period: 32 hex digits. The period and n are inside the MAC, so
 * tags cannot be linked across days or polls.
 */
export function tagOf(voter: Voter, period: Period, nth: number): string {
  return mac(voter, `v1|${period}|${nth}|`);
}

/** The name of a voter's k-th vote for a candidate in a period, k = 1 … cap: 32 hex digits. */
export function markOf(voter: Voter, period: Period, candidateId: string, k: number): string {
  return mac(voter, `mark|${period}|${candidateId}|${k}|`);
}

/** An unsigned 32-bit seed: the voter's own order of candidates, the same on every visit. */
export function shuffleSeedOf(voter: Voter): number {
  return parseInt(mac(voter, 'shuffle|').slice(0, 8), 16);
}

function mac({ key, openid }: Voter, message: string): string {
  return bytesToHex(hmac(sha256, key, utf8ToBytes(message + openid)).subarray(0, tagLength));
}
