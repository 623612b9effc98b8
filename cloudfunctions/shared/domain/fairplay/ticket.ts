import type { Seal } from './seal';

/** WeChat's opinion of an account, from 0, harmless, to 4. */
export type RiskRank = 0 | 1 | 2 | 3 | 4;

/** What the poll's page was opened with: proof that it was, and when. It says nothing of who votes for whom, and is stored nowhere. */
export interface Ticket {
  /** Epoch milliseconds, in whole seconds, never later than it was. */
  openedAt: number;
  /** Null where WeChat said nothing: that accuses nobody. */
  rank: RiskRank | null;
}

/** How long a ticket is good for, milliseconds. */
export const ticketLife = 24 * 60 * 60 * 1000;

const plainBytes = 6;
const unknownRank = 7;

/** @returns 46 characters, which are good for this person in this poll alone */
export function writeTicket(seal: Seal, pollId: string, openid: string, { openedAt, rank }: Ticket): string {
  const plain = new Uint8Array(plainBytes);
  const view = new DataView(plain.buffer);
  view.setUint32(0, Math.floor(openedAt / 1000));
  view.setUint8(4, rank ?? unknownRank);
  // The last byte is kept for a check that is not made yet.
  return seal.close(plain, boundTo(pollId, openid));
}

/**
 * @param text what came with a cast, whatever it is
 * @param now epoch milliseconds
 * @returns null for no ticket, and for one of another person, of another poll, altered, or over: nobody is refused for it
 */
export function readTicket(
  seal: Seal,
  pollId: string,
  openid: string,
  text: string | undefined,
  now: number,
): Ticket | null {
  if (text === undefined) return null;
  const plain = seal.open(text, boundTo(pollId, openid));
  if (plain?.length !== plainBytes) return null;
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  const openedAt = view.getUint32(0) * 1000;
  if (now - openedAt >= ticketLife) return null;
  return { openedAt, rank: riskRankOf(view.getUint8(4)) };
}

/** A number as a rank; null for any other. */
export function riskRankOf(value: unknown): RiskRank | null {
  return value === 0 || value === 1 || value === 2 || value === 3 || value === 4 ? value : null;
}

/** No id of a poll holds a zero byte. */
function boundTo(pollId: string, openid: string): string {
  return `${pollId}\0${openid}`;
}
