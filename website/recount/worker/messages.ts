import type { RecountFailure } from '../../../cloudfunctions/shared/universal/ledger/bundle/recount-failure';
import type { AwardReport } from '../../../cloudfunctions/shared/universal/ledger/count/award-report';
import type { LotFall } from '../../../cloudfunctions/shared/universal/ledger/count/lot-fall';
import type { SheetCandidate } from '../../../cloudfunctions/shared/universal/ledger/entries/candidate-sheet';
import type {
  AnyRulesEntry,
  AnyRulingEntry,
  ResultEntry,
} from '../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import type { Likeness } from './likeness';

/** Where a bundle comes from. */
export type Source = { kind: 'file'; file: File } | { kind: 'url'; url: string };

/** What the visitor knows from elsewhere; everything is well-formed, whether it is true shows in the count. */
export interface Given {
  /** The log's verifier key. */
  key?: string;
  /** Signed checkpoints. */
  held: string[];
  receipts: Receipt[];
}

export interface Receipt {
  /** The log it is of; a receipt that was copied as text need not name it. */
  origin?: string;
  /** 64 hex digits. */
  leafHash: string;
}

export interface Order {
  source: Source;
  given: Given;
}

/** Why there was nothing to count. */
export type Unreadable =
  | { reason: 'HTTP'; status: number }
  /** No answer, or one that other sites may not read. */
  | { reason: 'NETWORK' }
  /** The connection broke, or the file went away, while it was read. */
  | { reason: 'INTERRUPTED' };

/** What a sound bundle says, in values that cross from the worker to the page. */
export interface Sound {
  isSound: true;
  /** What the other recounters print as JSON, byte by byte. */
  line: string;
  /** Verifier key of the log. */
  key: string;
  origin: string;
  rules: AnyRulesEntry;
  candidates: readonly SheetCandidate[];
  entries: number;
  /** Cast, void ones included. */
  ballots: number;
  checkpoints: number;
  rulings: readonly AnyRulingEntry[];
  result: ResultEntry;
  /** How a public lot fell; null where the rules have none. */
  lot: LotFall | null;
  /** Notices, revocations, a calling off. */
  award: AwardReport;
  /** 64 hex digits. */
  root: string;
}

export interface Unsound {
  isSound: false;
  line: string;
  failure: RecountFailure;
  /** The word that the line at fault begins with; null where it is another line that told. */
  word: string | null;
  /** What the file seems to be where it is no bundle at all. */
  likeness: Likeness | null;
  /** Entries in order before the fault. */
  entries: number;
}

export type Verdict = Sound | Unsound;

/** What the worker tells the page; after `verdict` comes `fingerprint` and nothing more, after `unreadable` nothing. */
export type News =
  /** `total` is null where nobody said how long the file is. Bytes. */
  | { kind: 'progress'; bytes: number; total: number | null; entries: number }
  | { kind: 'verdict'; verdict: Verdict }
  /** SHA-256 of the whole file, and its length in bytes. */
  | { kind: 'fingerprint'; sha256: string; bytes: number }
  | { kind: 'unreadable'; why: Unreadable };
