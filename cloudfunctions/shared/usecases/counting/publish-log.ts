import { hexToBytes } from '@noble/hashes/utils.js';
import { concatenate } from '../../universal/ledger/bytes';
import type { InquiryReport } from '../../universal/ledger/bundle/inquiry-report';
import { peaksPath } from '../../universal/ledger/check/proven-tiles';
import { receiptKeysText } from '../../universal/ledger/receipt/receipt-keys';
import { TileWriter } from '../../universal/ledger/tiles/tile-writer';
import { partialTiles, tilePath, type Tile } from '../../universal/ledger/tiles/tile-path';
import { signNote } from '../../universal/ledger/note/signed-note';
import { formatVerifierKey } from '../../universal/ledger/note/verifier-key';
import { downloadFile, uploadFile } from '../../platform/files';
import { nativeHasher } from '../../platform/native-hasher';
import { readBatches, type Batch } from '../../store/counting/batches';
import type { PublishedLog } from '../../store/counting/standings';
import type { Head } from './log-head';
import { logFolder } from './log-folder';
import { receiptVerifiers } from './log-signer';

/** Uploads that run at once. */
const atOnce = 8;

/** Where the grounds of what an inquiry decided are public. */
export function reportPath(pollId: string, hash: string): string {
  return `${logFolder(pollId)}/reports/${hash}.json`;
}

/** Runs the uploads a few at a time. */
export async function uploadAll(files: readonly { path: string; content: Uint8Array }[]): Promise<void> {
  for (let from = 0; from < files.length; from += atOnce) {
    await Promise.all(files.slice(from, from + atOnce).map(({ path, content }) => uploadFile(path, content)));
  }
}

/** The operator has retired a key too early: what is public is signed, so the ballots of its logs wait until it is back. */
export class LogKeyMissing extends Error {
  constructor(pollId: string) {
    super(`LOG_KEY lacks the key of the log ${pollId}: its ballots wait until it is back`);
  }
}

/**
 * Publishes logs as static files in the layout of C2SP tlog-tiles. Everything but `checkpoint` is the same whoever writes
 * it, so two at once or a second try do no harm.
 */
export class LogPublisher {
  /** By poll: the tiles behind what was published last. May be lost at any time. */
  readonly #writers = new Map<string, TileWriter>();
  /** Polls whose receipts' keys are public as this instance's environment has them. */
  readonly #announced = new Set<string>();

  /**
   * Publishes the log up to a batch that has a checkpoint: tiles first, so that whoever sees the checkpoint finds them.
   * @returns where the log lies now
   * @throws when storage does not take a file; repeating is safe
   */
  async publish(head: Head, batch: Batch): Promise<PublishedLog> {
    const { poll, log, signer } = head;
    if (batch.checkpoint === undefined) throw new Error('a batch without a checkpoint is not published');
    if (signer === undefined) throw new LogKeyMissing(poll.id);
    const folder = logFolder(poll.id);
    const size = batch.signed.size;
    const writer = await this.#writerAt(poll.id, log);
    this.#writers.delete(poll.id);
    const reports: InquiryReport[] = [];
    for await (const each of batchesUpTo(poll.id, (log?.batch ?? -1) + 1, batch)) {
      appendEntries(writer, each);
      reports.push(...(each.reports ?? []));
    }
    if (writer.size !== size) throw new Error(`the log of ${poll.id} has ${writer.size} leaves, not ${size}`);
    // Ahead of the entries that name them; by its hash each has a name of its own, whoever writes it.
    await uploadAll(reports.map(({ hash, text }) => ({ path: reportPath(poll.id, hash), content: Buffer.from(text) })));
    const tiles = writer.take().map(({ tile, content }) => ({ path: `${folder}/${tilePath(tile)}`, content }));
    const peaks = { path: `${folder}/${peaksPath(size)}`, content: concatenate(...batch.peaks.map(hexToBytes)) };
    await uploadAll([...tiles, peaks]);
    if (!this.#announced.has(poll.id)) {
      const keys = signNote(receiptKeysText(signer.key.name, receiptVerifiers()), [signer]);
      await uploadFile(`${folder}/receipt-keys`, Buffer.from(keys));
      this.#announced.add(poll.id);
    }
    await uploadFile(`${folder}/checkpoints/${size}`, Buffer.from(batch.checkpoint));
    const fileId = await this.publishCheckpoint(poll.id, batch);
    this.#writers.set(poll.id, writer);
    const files = fileId.slice(0, -'/checkpoint'.length);
    return { ...log, origin: signer.key.name, key: formatVerifierKey(signer.key), files, size, batch: batch.n };
  }

  /** Puts a batch's checkpoint in the place of the newest. @returns its file id */
  async publishCheckpoint(pollId: string, { checkpoint = '' }: Batch): Promise<string> {
    return uploadFile(`${logFolder(pollId)}/checkpoint`, Buffer.from(checkpoint));
  }

  async #writerAt(pollId: string, log: PublishedLog | undefined): Promise<TileWriter> {
    const known = this.#writers.get(pollId);
    if (known?.size === (log?.size ?? 0)) return known;
    return log === undefined ? new TileWriter(nativeHasher) : restoreWriter(log);
  }
}

/** Reads back the partial tiles of what is published: at most one a level. */
async function restoreWriter({ files, size }: PublishedLog): Promise<TileWriter> {
  const contents = new Map<string, Uint8Array>();
  for (const tile of partialTiles(size)) contents.set(tilePath(tile), await downloadFile(`${files}/${tilePath(tile)}`));
  return new TileWriter(nativeHasher, size, (tile: Tile) => contents.get(tilePath(tile)) ?? new Uint8Array());
}

/** The batches from number `from` to this one; those before it are read from the database. */
async function* batchesUpTo(pollId: string, from: number, batch: Batch): AsyncGenerator<Batch> {
  if (from < batch.n) {
    for await (const earlier of readBatches(pollId, from)) {
      if (earlier.n >= batch.n) break;
      yield earlier;
    }
  }
  yield batch;
}

function appendEntries(writer: TileWriter, { entries }: Batch): void {
  for (const entry of entries) writer.append(nativeHasher.leaf(entry));
}
