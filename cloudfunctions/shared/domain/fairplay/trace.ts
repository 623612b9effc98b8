import type { RiskRank, Ticket } from './ticket';

/** What a ballot keeps for a while so that ballots which no resident cast can be found. No identity, address or instant is in it. */
export interface Trace {
  rank: RiskRank | null;
  /** How long after the page was opened it was cast, in steps; null without a ticket. */
  pace: Pace | null;
  /** The network it came from, under a name of that day alone: 8 hex digits; null where nothing is known of it. */
  net: string | null;
}

/** Below 2, 5, 15, 60 seconds, and longer. */
export type Pace = 0 | 1 | 2 | 3 | 4;

/** @param now when the ballot is cast, epoch milliseconds */
export function traceOf(ticket: Ticket | null, net: string | null, now: number): Trace {
  if (ticket === null) return { rank: null, pace: null, net };
  return { rank: ticket.rank, pace: paceOf(now - ticket.openedAt), net };
}

/** @param elapsed milliseconds; below zero where the clocks of two instances differ */
function paceOf(elapsed: number): Pace {
  if (elapsed < 2_000) return 0;
  if (elapsed < 5_000) return 1;
  if (elapsed < 15_000) return 2;
  return elapsed < 60_000 ? 3 : 4;
}
