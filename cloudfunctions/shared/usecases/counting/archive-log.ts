import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { LogBundler } from '../../universal/ledger/bundle/bundle-of-log';
import { encodeUtf8 } from '../../universal/ledger/utf8';
import { encodeEntryBundle } from '../../universal/ledger/tiles/tile-content';
import { tilePath, tileWidth } from '../../universal/ledger/tiles/tile-path';
import { uploadFile } from '../../platform/files';
import { nativeHasher } from '../../platform/native-hasher';
import { readBatches } from '../../store/counting/batches';
import { noteArchived } from '../../store/counting/standings';
import type { Head } from './log-head';
import { logFolder, uploadAll } from './publish-log';

/** Entry tiles that are gathered before they are uploaded. */
const tilesAtOnce = 8;

/**
 * Makes a closed log, once it is published to its end, public with the text of its entries: as C2SP entry bundles, and as one bundle file that anyone can recount.
 * Reads the log once from beginning to end and holds a few hundred entries of it at a time.
 * @param acting.deadline a log that is not through by then is given up: `npm run bundle` makes its file from outside
 * @returns whether there was something to do
 * @throws storage's faults; repeating is safe
 */
export async function archiveLog(head: Head, acting: { clock: () => number; deadline: number }): Promise<boolean> {
  const { poll, sheet, signer, state } = head;
  if (signer === undefined || head.log?.size !== state.size || head.archived === state.size) return false;
  const folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
  const file = path.join(folder, 'bundle');
  const output = createWriteStream(file);
  try {
    // A read that fails takes the folder away: a file that opens only then would take the whole instance with it.
    await once(output, 'open');
    const bundler = new LogBundler(nativeHasher, signer.key, sheet);
    const tiles = new EntryTiles(poll.id, head.archived);
    output.write(bundler.start());
    for await (const batch of readBatches(poll.id, 0)) {
      if (acting.clock() > acting.deadline) throw new Error(`the log of ${poll.id} is too large to be archived here`);
      if (!output.write(bundler.add(batch))) await once(output, 'drain');
      await tiles.add(batch.entries);
    }
    await tiles.end();
    output.end(bundler.end());
    await once(output, 'finish');
    // Each length has a file of its own, which never changes: nobody gets an old one from a cache.
    const bundle = await uploadFile(`${logFolder(poll.id)}/bundles/${state.size}.txt`, createReadStream(file));
    await noteArchived(poll.id, state.size, bundle);
    head.archived = state.size;
    head.log = { ...head.log, bundle };
    return true;
  } finally {
    // What was not written when the log could not be read any further is refused then, and means nothing more.
    output.on('error', () => undefined).destroy();
    rmSync(folder, { recursive: true });
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
