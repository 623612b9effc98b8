import type { Voter } from './slot';

/**
 * What lets a member of a chat group vote in a poll of that group. Membership is verified once, on opening; the pass carries it
 * to the cast, so that casting stays one insert. Its MAC is made with the poll's secret over group, identity and expiry: it is
 * of no use to anybody else, in any other poll, or later.
 */
export interface Pass {
  /** Which of the poll's chat groups, from 0. */
  chatGroup: number;
  /** Epoch milliseconds. */
  expiresAt: number;
}

/** How long a pass is good for, milliseconds. */
export const passLife = 2 * 60 * 60 * 1000;

export const passShape = /^\d{1,3}\.\d{13}\.[0-9a-f]{32}$/;

/**
 * @param chatGroups the ids of the poll's groups; the group's own is inside the MAC, since its place in a list may become another's
 * @returns `GROUP.EXPIRY.MAC`
 */
export function writePass(
  { mac, openid }: Voter,
  { chatGroup, expiresAt }: Pass,
  chatGroups: readonly string[],
): string {
  return `${chatGroup}.${expiresAt}.${mac(`pass|${chatGroups[chatGroup] ?? ''}|${chatGroup}|${expiresAt}|${openid}`)}`;
}

/**
 * @param chatGroups as above
 * @param now epoch milliseconds
 * @returns null when the pass is not this voter's, not of this poll, or was never given
 */
export function readPass(
  voter: Voter,
  text: string,
  chatGroups: readonly string[],
  now: number,
): Pass | 'expired' | null {
  if (!passShape.test(text)) return null;
  const [chatGroup = 0, expiresAt = 0] = text.split('.').slice(0, 2).map(Number);
  const pass = { chatGroup, expiresAt };
  if (chatGroup >= chatGroups.length || writePass(voter, pass, chatGroups) !== text) return null;
  return now < expiresAt ? pass : 'expired';
}
