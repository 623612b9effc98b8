import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { bytesToHex } from '@noble/hashes/utils.js';
import { LogBundler } from '../../universal/ledger/bundle/bundle-of-log';
import { Recounter } from '../../universal/ledger/bundle/recounter';
import { formatVerifierKey } from '../../universal/ledger/note/verifier-key';
import { encodeUtf8 } from '../../universal/ledger/utf8';
import { encodeEntryBundle } from '../../universal/ledger/tiles/tile-content';
import { tilePath, tileWidth } from '../../universal/ledger/tiles/tile-path';
import { uploadFile } from '../../platform/files';
import { nativeHasher } from '../../platform/native-hasher';
import { verifyEd25519 } from '../../platform/verify-ed25519';
import { readBatches } from '../../store/counting/batches';
import { noteArchived, type Recounted } from '../../store/counting/standings';
import { isArchived, type Head } from './log-head';
import { logFolder } from './log-folder';
import { uploadAll } from './publish-log';

/** Entry tiles that are gathered before they are uploaded. */
const tilesAtOnce = 8;

/**
 * Makes a closed log, once it is published to its end, public with the text of its entries: as C2SP entry bundles, and as one bundle file that anyone can recount.
 * Reads the log once from beginning to end and holds a few hundred entries of it at a time. What it writes it hands to a recounter as it
 * goes, which knows nothing but the bundle, as any stranger's does.
 * @param acting.deadline a log that is not through by then is given up: `npm run bundle` makes its file from outside
 * @returns whether there was something to do
 * @throws storage's faults; repeating is safe
 */
export async function archiveLog(head: Head, acting: { clock: () => number; deadline: number }): Promise<boolean> {
  const { poll, sheet, signer, state } = head;
  if (signer === undefined || head.log?.size !== state.size || isArchived(head)) return false;
  const folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
  const file = path.join(folder, 'bundle');
  const output = createWriteStream(file);
  try {
    // A read that fails takes the folder away: a file that opens only then would take the whole instance with it.
    await once(output, 'open');
    const bundler = new LogBundler(nativeHasher, signer.key, sheet);
    const tiles = new EntryTiles(poll.id, head.archived);
    const recount = new Recount(formatVerifierKey(signer.key));
    const write = (text: string): boolean => {
      recount.take(text);
      return output.write(text);
    };
    write(bundler.start());
    for await (const batch of readBatches(poll.id, 0)) {
      if (acting.clock() > acting.deadline) throw new Error(`the log of ${poll.id} is too large to be archived here`);
      if (!write(bundler.add(batch))) await once(output, 'drain');
      await tiles.add(batch.entries);
    }
    await tiles.end();
    write(bundler.end());
    output.end();
    await once(output, 'finish');
    // Each length has a file of its own, which never changes: nobody gets an old one from a cache.
    const bundle = await uploadFile(`${logFolder(poll.id)}/bundles/${state.size}.txt`, createReadStream(file));
    const recounted = recount.finish(state.size);
    await noteArchived(poll.id, bundle, recounted);
    head.archived = state.size;
    head.log = { ...head.log, bundle };
    return true;
  } finally {
    // What was not written when the log could not be read any further is refused then, and means nothing more.
    output.on('error', () => undefined).destroy();
    rmSync(folder, { recursive: true });
  }
}

/** A stranger's recount of a bundle as it is written. */
class Recount {
  readonly #recounter: Recounter;
  #code: string | undefined;

  constructor(key: string) {
    this.#recounter = new Recounter({ hasher: nativeHasher, verify: verifyEd25519, salt: randomBytes(32), key });
  }

  /** @param text whole lines */
  take(text: string): void {
    if (this.#code !== undefined || text === '') return;
    for (const line of text.slice(0, -1).split('\n')) {
      const failure = this.#recounter.line(line);
      if (failure) {
        this.#code = failure.code;
        return;
      }
    }
  }

  finish(size: number): Recounted {
    if (this.#code !== undefined) return { size, root: '', code: this.#code };
    const report = this.#recounter.finish(true);
    return 'code' in report
      ? { size, root: '', code: report.code }
      : { size: report.state.size, root: bytesToHex(report.root) };
  }
}

/** Gathers entries into the files of a tlog-tiles log. Full ones that are public already are not sent again. */
class EntryTiles {
  readonly #folder: string;
  readonly #firstIndex: number;
  #index = 0;
  #entries: Uint8Array[] = [];
  #files: { path: string; content: Uint8Array }[] = [];

  /** @param archived entries that were public before */
  constructor(pollId: string, archived: number) {
    this.#folder = logFolder(pollId);
    this.#firstIndex = Math.floor(archived / tileWidth);
  }

  async add(texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      this.#entries.push(encodeUtf8(text));
      if (this.#entries.length === tileWidth) this.#cut();
    }
    if (this.#files.length >= tilesAtOnce) await this.#upload();
  }

  async end(): Promise<void> {
    if (this.#entries.length > 0) this.#cut();
    await this.#upload();
  }

  #cut(): void {
    const tile = { level: 'entries' as const, index: this.#index, width: this.#entries.length };
    if (this.#index >= this.#firstIndex) {
      this.#files.push({ path: `${this.#folder}/${tilePath(tile)}`, content: encodeEntryBundle(this.#entries) });
    }
    this.#index += 1;
    this.#entries = [];
  }

  async #upload(): Promise<void> {
    await uploadAll(this.#files);
    this.#files = [];
  }
}
