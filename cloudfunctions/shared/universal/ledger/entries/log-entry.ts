import type { Poll } from '../../poll';
import type { ResultRules } from './result-rules';
import { ballotRulesInOrder, wholeRulesInOrder } from './rules-in-order';
import type { WholeRulesEntry } from './whole-rules';

/**
 * Every kind of entry, in the order of a log's life: rules; ballots; close; jury sheets; draw; result. Voids, restores and
 * withdrawals may stand anywhere between rules and result. The text is JSON without white space, fields in the order below.
 * Which version of a later entry a log takes follows from what its rules declare.
 */
export type LogEntry =
  AnyRulesEntry | BallotEntry | CloseEntry | RulingEntry | WithdrawalEntry | JuryEntry | DrawEntry | ResultEntry;

export type AnyRulesEntry = RulesEntry | FullRulesEntry | WholeRulesEntry;

/** The log's first entry, as its first version was: what every ballot after it is judged by. */
export interface RulesEntry {
  v: 1;
  kind: 'rules';
  poll: string;
  /** Voting is open in [start, end) at the most, epoch milliseconds. */
  start: number;
  end: number;
  rules: Poll['rules'];
  countPolicy: Poll['countPolicy'];
  /** Ids in the order of their numbers. */
  candidates: string[];
}

/** Rules that also say who may win, and commit to what the candidates are called. */
export interface FullRulesEntry extends Omit<RulesEntry, 'v'> {
  v: 2;
  /** SHA-256 over the candidates' lines, 64 hex digits; see `candidateSheet`. */
  sheet: string;
  /** The only reasons for which a ballot may be voided. */
  voidReasons: string[];
  result: ResultRules;
}

export interface BallotEntry {
  v: 1;
  kind: 'ballot';
  /** 32 hex digits. */
  tag: string;
  period: string;
  /** Candidate ids, sorted. */
  choices: string[];
}

/** No ballot follows. */
export interface CloseEntry {
  v: 1;
  kind: 'close';
  ballots: number;
}

/** Two persons take a ballot out of the count, or put it back. */
export interface RulingEntry {
  v: 1;
  kind: 'void' | 'restore';
  /** The ballot's place in the log. */
  index: number;
  reason: string;
  /** Of the published rules. */
  clause: string;
  proposer: string;
  approver: string;
}

/**
 * A candidate is out for good. Ballots that chose it stay, and count for the others that they chose; it keeps its votes on record
 * and leaves the ranking, which is made as if it had never stood.
 */
export interface WithdrawalEntry {
  v: 1;
  kind: 'withdraw';
  candidate: string;
  reason: string;
  /** Who decided: one person twice, where the poll asks for no second. */
  proposer: string;
  approver: string;
}

/** One juror's sheet. */
export interface JuryEntry {
  v: 1;
  kind: 'jury';
  juror: string;
  /** By candidate id, sorted: the points by criterion in the rules' order. Who abstained on a candidate leaves it out. */
  scores: [candidate: string, ...points: number[]][];
}

/** What the public draw gave that the rules announced, entered by two persons behind the close. Under rules of version 3 alone. */
export interface DrawEntry {
  v: 1;
  kind: 'draw';
  /** Exactly as many ASCII digits as the rules say: free text could be written in many ways, until one pleases. */
  draw: string;
  proposer: string;
  approver: string;
}

export interface ResultEntry {
  v: 1;
  kind: 'result';
  /** Ballots that count. */
  ballots: number;
  voided: number;
  /** Voided ballots by reason, reasons sorted. */
  voids: { reason: string; ballots: number }[];
  /** What the lot that the rules announced drew, once it was needed. */
  draw?: string;
  /** The best first; those that share a rank in the rules' order. */
  ranking: RankedCandidate[];
  /** Those that were withdrawn, in the rules' order; absent where none was. */
  withdrawn?: WithdrawnCandidate[];
}

export interface WithdrawnCandidate {
  candidate: string;
  votes: number;
  /** Votes of voided ballots. */
  voided: number;
}

export interface RankedCandidate extends WithdrawnCandidate {
  /** Rounded once, here: votes, or points of 100 with the rules' decimals. */
  score: string;
  rank: number;
  won: boolean;
}

/** The canonical text of any entry. */
export function encodeEntry(entry: LogEntry): string {
  switch (entry.kind) {
    case 'rules':
      return encodeRules(entry);
    case 'ballot': {
      const { v, kind, tag, period, choices } = entry;
      return JSON.stringify({ v, kind, tag, period, choices });
    }
    case 'close':
      return JSON.stringify({ v: entry.v, kind: entry.kind, ballots: entry.ballots });
    case 'void':
    case 'restore': {
      const { v, kind, index, reason, clause, proposer, approver } = entry;
      return JSON.stringify({ v, kind, index, reason, clause, proposer, approver });
    }
    case 'withdraw': {
      const { v, kind, candidate, reason, proposer, approver } = entry;
      return JSON.stringify({ v, kind, candidate, reason, proposer, approver });
    }
    case 'jury':
      return JSON.stringify({ v: entry.v, kind: entry.kind, juror: entry.juror, scores: entry.scores });
    case 'draw': {
      const { v, kind, draw, proposer, approver } = entry;
      return JSON.stringify({ v, kind, draw, proposer, approver });
    }
    case 'result':
      return encodeResult(entry);
  }
}

function encodeRules(entry: AnyRulesEntry): string {
  if (entry.v === 3) return JSON.stringify(wholeRulesInOrder(entry));
  const { v, kind, poll, start, end, rules, countPolicy, candidates } = entry;
  return JSON.stringify({
    v,
    kind,
    poll,
    start,
    end,
    rules: ballotRulesInOrder(rules),
    countPolicy: countPolicy.kind === 'daily' ? { kind: 'daily', at: countPolicy.at } : { kind: countPolicy.kind },
    candidates,
    ...(v === 1
      ? {}
      : { sheet: entry.sheet, voidReasons: entry.voidReasons, result: resultRulesInOrder(entry.result) }),
  });
}

function resultRulesInOrder({ seats, decimals, votes, jury, ties }: ResultRules): ResultRules {
  return {
    seats,
    decimals,
    votes: { weight: votes.weight, by: votes.by },
    ...(jury === undefined
      ? {}
      : {
          jury: {
            weight: jury.weight,
            most: jury.most,
            criteria: jury.criteria.map(({ id, weight }) => ({ id, weight })),
          },
        }),
    ties: ties.map((tie) => {
      switch (tie.by) {
        case 'votes':
          return { by: tie.by };
        case 'jury':
          return { by: tie.by, criterion: tie.criterion };
        case 'lot':
          return { by: tie.by, draw: tie.draw };
      }
    }),
  };
}

function encodeResult({ v, kind, ballots, voided, voids, draw, ranking, withdrawn }: ResultEntry): string {
  return JSON.stringify({
    v,
    kind,
    ballots,
    voided,
    voids: voids.map(({ reason, ballots: count }) => ({ reason, ballots: count })),
    ...(draw === undefined ? {} : { draw }),
    ranking: ranking.map(({ candidate, votes, voided: taken, score, rank, won }) => ({
      candidate,
      votes,
      voided: taken,
      score,
      rank,
      won,
    })),
    ...(withdrawn === undefined
      ? {}
      : { withdrawn: withdrawn.map(({ candidate, votes, voided: taken }) => ({ candidate, votes, voided: taken })) }),
  });
}
