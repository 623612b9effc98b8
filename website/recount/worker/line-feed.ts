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

  /** @returns what is wrong with it; hand in nothing more then */
  piece(bytes: Uint8Array): RecountFailure | null {
    const lines = (this.#rest + this.#decoder.decode(bytes, { stream: true })).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      const failure = this.#line(line);
      if (failure) return failure;
    }
    // Something without lines, a film perhaps: it is judged by its beginning instead of being kept whole.
    const isTooLong = this.#rest.length > (this.#lines === 0 ? longestFirstLine : longestLine);
    return isTooLong ? this.#line(this.#rest) : null;
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

  #line(text: string): RecountFailure | null {
    this.#lines += 1;
    this.#last = text;
    return this.#recounter.line(text);
  }
}
