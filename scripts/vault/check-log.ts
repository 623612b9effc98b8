import { bytesToHex } from '@noble/hashes/utils.js';
import { nativeHasher } from '../../cloudfunctions/shared/platform/native-hasher';
import { verifyEd25519 } from '../../cloudfunctions/shared/platform/verify-ed25519';
import type { Batch } from '../../cloudfunctions/shared/store/counting/batches';
import { LogState } from '../../cloudfunctions/shared/universal/ledger/count/log-state';
import type { SheetCandidate } from '../../cloudfunctions/shared/universal/ledger/entries/candidate-sheet';
import { parseEntry } from '../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import { openCheckpoint } from '../../cloudfunctions/shared/universal/ledger/note/checkpoint';
import { parseVerifierKey, type VerifierKey } from '../../cloudfunctions/shared/universal/ledger/note/verifier-key';
import { Frontier } from '../../cloudfunctions/shared/universal/ledger/tree/frontier';

/** What a log comes to. */
export interface LogEnd {
  /** Its batches. */
  batches: number;
  /** Its entries, and their root, 64 hex digits. */
  size: number;
  root: string;
  ballots: number;
  isClosed: boolean;
  /** The log's verifier key. */
  key: string;
}

/**
 * Counts a log again from its batches, in order, closed or not: each entry has to be one that may stand there, each batch has to begin where
 * the one before ended, and each checkpoint to be signed by the log's key and to say the root that the entries come to.
 */
export class LogCheck {
  private readonly state = LogState.recount();
  private readonly tree = new Frontier(nativeHasher);
  private sheet: readonly SheetCandidate[] = [];
  private key: VerifierKey | null = null;
  private keyText = '';
  private next = 0;

  constructor(private readonly pollId: string) {}

  /** @throws a sentence when it does not add up */
  add(batch: Batch): void {
    const { n, entries, peaks, checkpoint } = batch;
    if (n !== this.next) throw this.problem(`batch ${n} stands where ${this.next} has to`);
    this.next += 1;
    if (n === 0) {
      this.sheet = batch.sheet ?? [];
      this.keyText = batch.key ?? '';
      this.key = parseVerifierKey(this.keyText);
    }
    for (const text of entries) {
      const entry = parseEntry(text);
      const refusal = typeof entry === 'string' ? entry : this.state.apply(entry, this.sheet);
      if (refusal) throw this.problem(`entry ${this.tree.size} cannot stand there: ${refusal}`);
      this.tree.append(nativeHasher.leaf(text));
    }
    if (this.tree.size !== batch.tally.size || peaks.join() !== this.tree.peaks.map(bytesToHex).join())
      throw this.problem(`batch ${n} ends in another tree than its entries make`);
    if (checkpoint !== undefined) this.checkSigned(checkpoint);
  }

  /** @returns null where there is no log */
  end(): LogEnd | null {
    if (this.next === 0) return null;
    const { ballots, isClosed } = this.state;
    const { size } = this.tree;
    return { batches: this.next, size, root: bytesToHex(this.tree.root()), ballots, isClosed, key: this.keyText };
  }

  private checkSigned(checkpoint: string): void {
    if (this.key === null) throw this.problem('it names no key');
    const opened = openCheckpoint(new Uint8Array(Buffer.from(checkpoint)), this.key, verifyEd25519);
    if (typeof opened === 'string') throw this.problem(`a checkpoint is not the log's: ${opened}`);
    if (opened.size !== this.tree.size || bytesToHex(opened.root) !== bytesToHex(this.tree.root()))
      throw this.problem(`the checkpoint of ${opened.size} entries says another root than they come to`);
  }

  private problem(what: string): Error {
    return new Error(`the log of ${this.pollId} does not add up: ${what}`);
  }
}
