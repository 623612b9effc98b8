import { encodeCandidate, type SheetCandidate } from '../entries/candidate-sheet';
import { encodeEntry, type ResultEntry } from '../entries/log-entry';
import { formatVerifierKey, type VerifierKey } from '../note/verifier-key';
import type { TreeHasher } from '../tree/tree-hasher';
import { entryCode } from './entry-code';

/** The first line of every bundle. */
export const bundleTitle = 'gongping bundle v1';

/**
 * Writes a poll's bundle: all that a stranger needs to recount it, line by line, so that neither side ever holds it whole. It is UTF-8
 * without a mark, lines end in "\n" and have at most 128 KiB, and stand in this order; whatever is written otherwise is refused.
 *
 *     gongping bundle v1
 *     key VERIFIER-KEY                     the log's; its name is the log's origin
 *     candidate {…}                        one each, in the rules' order
 *     rules CODE {…}                       the log's first entry
 *     entry INDEX CODE {…}                 the others, from index 1; CODE is what receipts show
 *     report "…"                           what a decision of an inquiry says of its grounds, as JSON.stringify writes it: right behind
 *                                          the first entry that names its SHA-256
 *     checkpoint "…"                       a published one (a signed note as JSON.stringify writes it), behind the last entry it
 *                                          covers; under rules of version 3 its last line names the size of the one before it
 *     result {…}                           what the log adds up to
 *     end LINES                            how many lines come before this one
 *
 * Each method returns text to append to the file.
 */
export class BundleWriter {
  readonly #hasher: TreeHasher;
  #lines = 0;
  #entries = 0;

  constructor(hasher: TreeHasher) {
    this.#hasher = hasher;
  }

  start(key: VerifierKey, candidates: readonly SheetCandidate[]): string {
    const lines = candidates.map((each) => `candidate ${encodeCandidate(each)}`);
    return this.#write(bundleTitle, `key ${formatVerifierKey(key)}`, ...lines);
  }

  /** @param text the next entry of the log, canonical */
  entry(text: string): string {
    const code = entryCode(this.#hasher.leaf(text));
    const index = this.#entries++;
    return this.#write(index === 0 ? `rules ${code} ${text}` : `entry ${index} ${code} ${text}`);
  }

  /** @param text what the entry written last names the SHA-256 of, and none before it did */
  report(text: string): string {
    return this.#write(`report ${JSON.stringify(text)}`);
  }

  /** @param note a checkpoint of exactly the entries written so far */
  checkpoint(note: string): string {
    return this.#write(`checkpoint ${JSON.stringify(note)}`);
  }

  end(result: ResultEntry): string {
    const text = this.#write(`result ${encodeEntry(result)}`);
    return `${text}end ${this.#lines}\n`;
  }

  #write(...lines: string[]): string {
    this.#lines += lines.length;
    return lines.map((line) => `${line}\n`).join('');
  }
}
