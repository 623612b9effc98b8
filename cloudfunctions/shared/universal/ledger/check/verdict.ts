import type { SignedReceipt } from '../receipt/receipt-text';

/** What a log keeps on a phone that has checked it: the next check is held against it. */
export interface SeenLog {
  /** The verifier key it had when it was first seen. */
  key: string;
  /** The checkpoint with the most entries that was found right, as it was signed. */
  note: string;
}

/** Why a ballot, or the log, must not be trusted. Each failing check has its own name. */
export type Alarm =
  /** The log that was named is not the one the receipt promises. */
  | 'RECEIPT_OF_ANOTHER_LOG'
  | 'KEY_MALFORMED'
  /** Not the key this phone saw first for this log. */
  | 'KEY_CHANGED'
  | 'RECEIPT_KEYS_MALFORMED'
  /** The list of the receipts' keys is not signed by the log. */
  | 'RECEIPT_KEYS_FORGED'
  /** The log vouches for no key with the receipt's id, and the ballot should be under its checkpoint by now. */
  | 'RECEIPT_KEY_UNKNOWN'
  /** The receipt is not what its key has signed. */
  | 'RECEIPT_FORGED'
  | 'CHECKPOINT_MALFORMED'
  /** The checkpoint is not signed by the log. */
  | 'CHECKPOINT_FORGED'
  | 'CHECKPOINT_OF_ANOTHER_LOG'
  /** The log has fewer entries than this phone has seen in it. */
  | 'SHRUNK_LOG'
  /** Two checkpoints were signed that no one log can have. */
  | 'FORKED_LOG'
  /** A file that was published is gone. */
  | 'FILE_MISSING'
  /** The published hashes are not those that the checkpoint signs. */
  | 'TILES_ALTERED'
  /** At the ballot's place the log has signed another entry. */
  | 'LEAF_ALTERED'
  /** The promised time is over, and `patience` with it, and the ballot is not under the newest checkpoint. */
  | 'RECEIPT_NOT_IN_LOG';

/** What an alarm rests on: enough for somebody else to come to the same conclusion. */
export interface Evidence {
  receipt: SignedReceipt;
  /** The verifier key under which the files were checked. */
  key: string | null;
  /** The key seen first, where another one came. */
  seenKey: string | null;
  /** Signed notes: checkpoints and the list of keys. */
  notes: string[];
  /** The files of the log that were read, each with the SHA-256 of its content in hex. */
  files: { path: string; sha256: string }[];
  /** Where the ballot was looked for. */
  index: number | null;
  /** The file at which the check failed. */
  path: string | null;
}

export type Verdict =
  | {
      kind: 'entered';
      index: number;
      /** Entries under the checkpoint that the ballot is in. */
      size: number;
      /** Entries since this phone last looked; null for the first look. */
      added: number | null;
      seen: SeenLog;
    }
  /** The ballot is not yet public, and the promised time not over or only just; what there is was found right. */
  | { kind: 'waiting'; size: number | null; seen: SeenLog | null }
  /** A file could not be fetched: nothing is known. */
  | { kind: 'unreachable' }
  /** The ballot's place is not known, and it is not among the newest entries, down to `searchedFrom`. */
  | { kind: 'not-found'; searchedFrom: number; size: number; seen: SeenLog }
  | { kind: 'alarm'; alarm: Alarm; evidence: Evidence };
