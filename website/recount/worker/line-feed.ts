import { BundleLines, type BundleLine } from '../../../cloudfunctions/shared/universal/ledger/bundle/bundle-lines';
import type { Recounter, RecountReport } from '../../../cloudfunctions/shared/universal/ledger/bundle/recounter';
import type { RecountFailure } from '../../../cloudfunctions/shared/universal/ledger/bundle/recount-failure';

/** A mark at the beginning is no part of the format and must not be swallowed, nor may a broken byte be mended. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Cuts a file into lines and hands them to a recounter, however the pieces fall. */
export class LineFeed {
  readonly #recounter: Recounter;
  readonly #cut = new BundleLines(decodeStrictly);
  #lines = 0;
  /** The line handed in last. */
  #last = '';

  constructor(recounter: Recounter) {
    this.#recounter = recounter;
  }

  /** The lines that a piece of the file completes, without their newlines. */
  linesOf(bytes: Uint8Array): BundleLine[] {
    return this.#cut.take(bytes);
  }

  /** @returns what is wrong with the lines; hand in nothing more then */
  count(lines: readonly BundleLine[]): RecountFailure | null {
    for (const line of lines) {
      this.#lines += 1;
      this.#last = typeof line === 'string' ? line : '';
      const failure = this.#recounter.line(line);
      if (failure) return failure;
    }
    return null;
  }

  finish(): RecountFailure | RecountReport {
    // A last line without its newline was cut off.
    return this.#recounter.finish(this.#cut.isWhole);
  }

  /** The word that the line at fault begins with, or null where that is not the line handed in last. */
  wordOf(outcome: RecountFailure | RecountReport): string | null {
    return 'code' in outcome && outcome.line === this.#lines ? (this.#last.split(' ', 1)[0] ?? null) : null;
  }
}
