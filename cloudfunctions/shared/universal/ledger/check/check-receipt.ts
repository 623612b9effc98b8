import { hexToBytes } from '@noble/hashes/utils.js';
import { areEqual } from '../bytes';
import type { VerifySignature } from '../note/signed-note';
import { parseVerifierKey } from '../note/verifier-key';
import type { SignedReceipt } from '../receipt/receipt-text';
import { decodeUtf8 } from '../utf8';
import type { TreeHasher } from '../tree/tree-hasher';
import { checkSignature } from './check-signature';
import { findLeaf, type Found, type SearchProgress } from './find-leaf';
import { LogFolder, type FileProblem, type ReadLogFile } from './log-folder';
import { CheckpointReader, type CheckpointProblem, type SignedCheckpoint } from './open-checkpoints';
import { isOverdue } from './patience';
import { isForked, readProvenTiles, tilesOfLeaf, tilesOfRoot } from './proven-tiles';
import type { Alarm, Evidence, SeenLog, Verdict } from './verdict';

/** What the cloud says; nothing of it is trusted. */
export interface LogClaim {
  origin: string;
  /** The verifier key. */
  key: string;
  /** Entries under the newest published checkpoint. */
  size: number;
}

export interface ReceiptToCheck {
  receipt: SignedReceipt;
  /** Null while the log is not published. */
  log: LogClaim | null;
  /** Where the cloud says the ballot is: null for not in the log yet, 'unknown' where it does not know the ballot. */
  index: number | null | 'unknown';
  /** What this phone knows of the log from before. */
  seen: SeenLog | null;
  /** The server's time, epoch milliseconds. */
  now: number;
}

export interface CheckTools {
  hasher: TreeHasher;
  verify: VerifySignature;
  read: ReadLogFile;
  onSearch?: (progress: SearchProgress) => void;
}

/** Files a search reads at most: the newest 51,200 entries. */
export const mostSearched = 200;

/**
 * Checks a receipt against the public log, from the log's own files alone: the receipt's signature, the checkpoint's, that
 * the ballot is under it, and that the log only grew since this phone looked last.
 */
export async function checkReceipt(asked: ReceiptToCheck, tools: CheckTools): Promise<Verdict> {
  return new ReceiptCheck(asked, tools).run();
}

class ReceiptCheck {
  private readonly folder: LogFolder;
  private readonly notes: string[] = [];
  private index: number | null = null;

  constructor(
    private readonly asked: ReceiptToCheck,
    private readonly tools: CheckTools,
  ) {
    this.folder = new LogFolder(tools.read);
  }

  async run(): Promise<Verdict> {
    const { receipt, log, seen } = this.asked;
    // A log that was there once does not become unpublished.
    if (log === null) return seen === null ? this.missing(null, null) : this.alarm('SHRUNK_LOG');
    if (log.origin !== receipt.origin) return this.alarm('RECEIPT_OF_ANOTHER_LOG');
    if (seen !== null && seen.key !== log.key) return this.alarm('KEY_CHANGED');
    const key = parseVerifierKey(log.key);
    if (key === null) return this.alarm('KEY_MALFORMED');
    if (key.name !== receipt.origin) return this.alarm('RECEIPT_OF_ANOTHER_LOG');

    const checkpoints = new CheckpointReader(this.folder, key, this.tools.verify);
    const [keys, newest] = await Promise.all([this.folder.file('receipt-keys'), checkpoints.newest()]);
    if ('problem' in keys) return this.stop(keys);
    this.notes.push(decodeUtf8(keys) ?? '');
    const forged = checkSignature(receipt, keys, key, this.tools.verify);
    if (forged !== null && !this.isKeyAwaited(forged)) return this.alarm(forged, 'receipt-keys');
    return this.checkLog(log, checkpoints, newest);
  }

  private async checkLog(
    log: LogClaim,
    checkpoints: CheckpointReader,
    newest: SignedCheckpoint | CheckpointProblem,
  ): Promise<Verdict> {
    const { seen } = this.asked;
    // A note that this phone has checked before it kept it; one that no longer opens was kept by nobody here.
    const before = seen === null ? null : checkpoints.kept(seen.note);
    if (before !== null) this.notes.push(before.note);
    if ('problem' in newest) return this.stop(newest);
    this.notes.push(newest.note);
    // The newest may come old out of a cache; the one of the size that the cloud names never changes.
    const told = log.size > newest.size ? await checkpoints.ofSize(log.size) : newest;
    if ('problem' in told) return this.stop(told);
    if (told !== newest) this.notes.push(told.note);
    if (before !== null && before.size > told.size) return this.alarm('SHRUNK_LOG', 'checkpoint');
    return this.checkEntries(told, [newest, ...(before === null ? [] : [before])], before);
  }

  private async checkEntries(
    log: SignedCheckpoint,
    earlier: readonly SignedCheckpoint[],
    before: SignedCheckpoint | null,
  ): Promise<Verdict> {
    const leaf = hexToBytes(this.asked.receipt.leafHash);
    const searched = await this.place(leaf, log.size);
    if (searched !== null && 'problem' in searched) return this.stop(searched);
    const { index } = this;
    const wanted = [
      ...(index === null ? [] : tilesOfLeaf(index, log.size)),
      ...earlier.flatMap(({ size }) => tilesOfRoot(size, log.size)),
    ];
    const { hasher } = this.tools;
    const read = await readProvenTiles(hasher, this.folder, log, wanted);
    if ('problem' in read) return this.stop(read);
    if (isForked(hasher, read, earlier)) return this.alarm('FORKED_LOG', 'checkpoint');

    const { key } = this.asked.log ?? { key: '' };
    const seen = { key, note: log.note };
    if (index === null) {
      // Where the cloud itself has no place for the ballot, older entries need not be read to hold it to its promise.
      const searchedFrom = searched !== null && this.asked.index === 'unknown' ? searched.searchedFrom : 0;
      return searchedFrom > 0
        ? { kind: 'not-found', searchedFrom, size: log.size, seen }
        : this.missing(log.size, seen);
    }
    if (!areEqual(read(0, index), leaf)) return this.alarm('LEAF_ALTERED');
    const added = before === null ? null : log.size - before.size;
    return { kind: 'entered', index, size: log.size, added, seen };
  }

  /** The list of keys is written with the checkpoints: a key that is new signs receipts before the list can have it. */
  private isKeyAwaited(alarm: Alarm): boolean {
    return alarm === 'RECEIPT_KEY_UNKNOWN' && !isOverdue(this.asked.receipt.promisedAt, this.asked.now);
  }

  /** Takes the place the cloud names; where it should name one and does not, looks for the leaf in what is published. */
  private async place(leaf: Uint8Array, size: number): Promise<Found | FileProblem | null> {
    const { index, receipt, now } = this.asked;
    if (typeof index === 'number') {
      this.index = index < size ? index : null;
      return null;
    }
    if (index === null && !isOverdue(receipt.promisedAt, now)) return null;
    const found = await findLeaf(this.folder, leaf, size, mostSearched, this.tools.onSearch ?? (() => undefined));
    if (!('problem' in found)) this.index = found.index;
    return found;
  }

  /** The ballot is not under the checkpoint: no alarm before the promised time, nor soon after it. */
  private missing(size: number | null, seen: SeenLog | null): Verdict {
    const { now, receipt } = this.asked;
    return isOverdue(receipt.promisedAt, now) ? this.alarm('RECEIPT_NOT_IN_LOG') : { kind: 'waiting', size, seen };
  }

  private stop({ problem, ...where }: { problem: Alarm | 'UNREACHABLE'; path?: string }): Verdict {
    return problem === 'UNREACHABLE' ? { kind: 'unreachable' } : this.alarm(problem, where.path ?? null);
  }

  private alarm(alarm: Alarm, path: string | null = null): Verdict {
    const { receipt, log, seen } = this.asked;
    const evidence: Evidence = {
      receipt,
      key: log?.key ?? null,
      seenKey: seen !== null && seen.key !== log?.key ? seen.key : null,
      notes: [...new Set(this.notes)],
      files: this.folder.evidence(),
      index: this.index,
      path,
    };
    return { kind: 'alarm', alarm, evidence };
  }
}
