/**
 * What became of a poll behind its close: the file `logs/POLL/outcome.json` beside its log, as JSON. It is there from the first notice
 * on, or from the calling off, and is made of the log's own entries; what they cannot say (who answers objections, why a notice was
 * corrected) stands beside them. Instants are epoch milliseconds, candidates are named by their ids.
 */
export interface OutcomeFile extends Outcome {
  v: 1;
  pollId: string;
  /** Entries of the log that it is made of. */
  size: number;
}

export interface Outcome {
  /** Working days of notice that the rules owe. */
  owedDays: number;
  /** Every notice, the first one first; the last one stands. */
  notices: OutcomeNotice[];
  /** Present once the award is in the log; it says what the last notice said. */
  result?: OutcomeResult;
  /** Those who are to be awarded by the last notice, or are by the result: in the ranking's order. Revoked ones stay in it. */
  winners: OutcomeWinner[];
  revocations: OutcomeRevocation[];
  /** Nothing comes behind it. */
  callOff?: { reason: string; at: number; index: number };
}

export interface OutcomeNotice {
  /** Its number, from 1. */
  n: number;
  /** Its place in the log. */
  index: number;
  from: number;
  /** The end of a day: the first instant at which it is over. */
  until: number;
  /** Who is to be awarded by it, in the ranking's order. */
  winners: OutcomeWinner[];
  ballots: number;
  /** Voided ballots by reason. */
  voids: { reason: string; ballots: number }[];
  /** Where objections go. */
  office: string;
  phone: string;
  address: string;
  note: string;
  /** Why it takes the place of an earlier one. */
  reason?: string;
  /** The first year whose working days nobody had announced: it runs by calendar days then. */
  unknownYear?: number;
}

export interface OutcomeResult {
  /** Its place in the log. */
  index: number;
  /** When two persons awarded. */
  at: number;
  /** Its leaf hash, 64 hex digits: what certificates are computed from. */
  leaf: string;
  /** The text of the log's entry. */
  entry: string;
}

export interface OutcomeWinner {
  candidate: string;
  rank: number;
  /** The name of its grade, like 一等奖; absent where the rules have none. */
  level?: string;
}

export interface OutcomeRevocation {
  candidate: string;
  reason: string;
  /** Of the published rules. */
  clause: string;
  at: number;
  index: number;
}

/** The same in short, for whoever looks at the poll and not at its notice. */
export interface OutcomeInShort {
  /** The last notice. */
  notice?: Pick<OutcomeNotice, 'n' | 'from' | 'until' | 'office' | 'phone' | 'address' | 'note' | 'reason'>;
  awardedAt?: number;
  winners: OutcomeWinner[];
  /** Ids of those whose award was taken back. */
  revoked: string[];
}
