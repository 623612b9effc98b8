import type { VerifySignature } from '../note/signed-note';
import type { TreeHasher } from '../tree/tree-hasher';

export interface RecountOptions {
  hasher: TreeHasher;
  verify: VerifySignature;
  /** 32 random bytes, so that nobody can write a log whose tags collide in the memory of whoever counts it. */
  salt: Uint8Array;
  /** The verifier key known from elsewhere; without it the bundle's own is taken at its word. */
  key?: string;
  /** Checkpoints (signed notes) kept from elsewhere: the bundle's log has to be theirs too. */
  held?: readonly (string | Uint8Array)[];
  /** Receipts whose ballots have to be in the log. */
  receipts?: readonly HeldReceipt[];
}

export interface HeldReceipt {
  /** The log it is of; one that does not say is looked for in this log. */
  origin?: string;
  /** 64 hex digits. */
  leafHash: string;
}
