import type { Poll } from '../../poll';
import { figuresInOrder, type Figures } from './figures';
import type { ResultRules } from './result-rules';
import { inquiryRulingInOrder, type InquiryRulingEntry } from './inquiry-ruling';
import { ballotRulesInOrder, wholeRulesInOrder } from './rules-in-order';
import type { WholeRulesEntry } from './whole-rules';

/**
 * Every kind of entry, in the order of a log's life: rules; ballots; close; jury sheets; draw; notices; result; revocations. Voids,
 * restores, withdrawals and exclusions of jurors may stand anywhere between rules and result, and so may a calling off, behind which
 * nothing comes; what a jury hands in stands anywhere before the first of its sheets is public. The text is JSON without white space, fields in the order below. Which version of a later entry a log takes follows from what its
 * rules declare.
 */
export type LogEntry =
  | AnyRulesEntry
  | BallotEntry
  | CloseEntry
  | RulingEntry
  | InquiryRulingEntry
  | WithdrawalEntry
  | SheetEntry
  | JuryEntry
  | ExclusionEntry
  | DrawEntry
  | NoticeEntry
  | ResultEntry
  | RevocationEntry
  | CallOffEntry;

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

/** Whatever takes something out of the count, or puts it back. */
export type AnyRulingEntry = RulingEntry | InquiryRulingEntry | WithdrawalEntry | ExclusionEntry;

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

/** A juror has handed in a version of a sheet: it is bound, and nobody can read it yet. Under rules of version 3. */
export interface SheetEntry {
  v: 1;
  kind: 'sheet';
  juror: string;
  /** Its number, from 1: a sheet that was opened again is handed in anew. */
  n: number;
  /** The leaf hash of the very `jury` entry that will reveal it, 64 hex digits. */
  hash: string;
}

/** One juror's sheet, public. */
export type JuryEntry = OpenSheetEntry | RevealedSheetEntry;

interface JurySheet {
  kind: 'jury';
  juror: string;
  /** By candidate id, sorted: the points by criterion in the rules' order. */
  scores: [candidate: string, ...points: number[]][];
}

/** Under rules of version 2. Who abstained on a candidate leaves it out. */
interface OpenSheetEntry extends JurySheet {
  v: 1;
}

/** Under rules of version 3, behind the close: what was handed in. Every candidate is scored or recused. */
export interface RevealedSheetEntry extends JurySheet {
  v: 2;
  /** Candidates whom the juror may not judge, sorted. */
  recused: string[];
  /** Sixteen random bytes as hex, which hid the sheet behind its hash: points alone could be guessed. */
  salt: string;
}

/** Two persons take a juror out, with all that this juror gave. Under rules of version 3. */
export interface ExclusionEntry {
  v: 1;
  kind: 'exclude';
  juror: string;
  reason: string;
  /** Of the published rules. */
  clause: string;
  proposer: string;
  approver: string;
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

/**
 * What is to be the result, put up for objections before it is one. Under rules that owe a notice; the result has to be what the last
 * of them says.
 */
export interface NoticeEntry extends Figures {
  v: 1;
  kind: 'notice';
  /** Its number in the log, from 1. A later one takes the place of an earlier one, which stays readable. */
  n: number;
  /** When it goes up, epoch milliseconds. */
  from: number;
  /** How long it is up: the end of a day in China, epoch milliseconds. */
  until: number;
  proposer: string;
  approver: string;
}

/** Version 2 where the rules owe a notice, else version 1. */
export interface ResultEntry extends Figures {
  v: 1 | 2;
  kind: 'result';
}

/** Two persons take an award back, behind the result, which stays as it is. Under rules that owe a notice. */
export interface RevocationEntry {
  v: 1;
  kind: 'revoke';
  candidate: string;
  reason: string;
  /** Of the published rules. */
  clause: string;
  proposer: string;
  approver: string;
}

/** Two persons call the poll off: nothing comes behind it, no result either. Under rules of version 3. */
export interface CallOffEntry {
  v: 1;
  kind: 'callOff';
  reason: string;
  proposer: string;
  approver: string;
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
      if (entry.v === 2) return JSON.stringify(inquiryRulingInOrder(entry));
      const { v, kind, index, reason, clause, proposer, approver } = entry;
      return JSON.stringify({ v, kind, index, reason, clause, proposer, approver });
    }
    case 'withdraw': {
      const { v, kind, candidate, reason, proposer, approver } = entry;
      return JSON.stringify({ v, kind, candidate, reason, proposer, approver });
    }
    case 'sheet':
      return JSON.stringify({ v: entry.v, kind: entry.kind, juror: entry.juror, n: entry.n, hash: entry.hash });
    case 'jury': {
      const { v, kind, juror, scores } = entry;
      const sealed = v === 1 ? {} : { recused: entry.recused, salt: entry.salt };
      return JSON.stringify({ v, kind, juror, scores, ...sealed });
    }
    case 'exclude': {
      const { v, kind, juror, reason, clause, proposer, approver } = entry;
      return JSON.stringify({ v, kind, juror, reason, clause, proposer, approver });
    }
    case 'draw': {
      const { v, kind, draw, proposer, approver } = entry;
      return JSON.stringify({ v, kind, draw, proposer, approver });
    }
    case 'notice': {
      const { v, kind, n, from, until, proposer, approver } = entry;
      return JSON.stringify({ v, kind, n, from, until, ...figuresInOrder(entry, true), proposer, approver });
    }
    case 'result':
      return JSON.stringify({ v: entry.v, kind: entry.kind, ...figuresInOrder(entry, entry.v !== 1) });
    case 'revoke': {
      const { v, kind, candidate, reason, clause, proposer, approver } = entry;
      return JSON.stringify({ v, kind, candidate, reason, clause, proposer, approver });
    }
    case 'callOff': {
      const { v, kind, reason, proposer, approver } = entry;
      return JSON.stringify({ v, kind, reason, proposer, approver });
    }
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
