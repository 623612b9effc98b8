import type { Recounter, RecountReport } from '../../../cloudfunctions/shared/domain/ledger/bundle/recounter';
import type { RecountFailure } from '../../../cloudfunctions/shared/domain/ledger/bundle/recount-failure';

/** The first line is short; whoever has not ended it by then has handed in something else. UTF-16 units. */
const longestFirstLine = 4 * 1024;
/** No line of a bundle comes near: a result of 16,000 candidates has three million. */
const longestLine = 16 * 1024 * 1024;

/** Cuts a file into lines and hands them to a recounter, however the pieces fall. */
export class LineFeed {
  readonly #recounter: Recounter;
  /** A mark at the beginning is no part of the format and must not be swallowed. */
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #rest = '';
  #lines = 0;
  /** The line handed in last. */
  #last = '';

  constructor(recounter: Recounter) {
    this.#recounter = recounter;
  }

  /** The lines that a piece of the file completes, without their newlines. */
  linesOf(bytes: Uint8Array): string[] {
    const lines = (this.#rest + this.#decoder.decode(bytes, { stream: true })).split('\n');
    this.#rest = lines.pop() ?? '';
    const isFirst = this.#lines === 0 && lines.length === 0;
    // Something without lines, a film perhaps: it is judged by its beginning instead of being kept whole.
    if (this.#rest.length > (isFirst ? longestFirstLine : longestLine)) lines.push(this.#rest);
    return lines;
  }

  /** @returns what is wrong with the lines; hand in nothing more then */
  count(lines: readonly string[]): RecountFailure | null {
    for (const line of lines) {
      this.#lines += 1;
      this.#last = line;
      const failure = this.#recounter.line(line);
      if (failure) return failure;
    }
    return null;
  }

  finish(): RecountFailure | RecountReport {
    this.#rest += this.#decoder.decode();
    // A last line without its newline was cut off.
    return this.#recounter.finish(this.#rest === '');
  }

  /** The word that the line at fault begins with, or null where that is not the line handed in last. */
  wordOf(outcome: RecountFailure | RecountReport): string | null {
    return 'code' in outcome && outcome.line === this.#lines ? (this.#last.split(' ', 1)[0] ?? null) : null;
  }
}
