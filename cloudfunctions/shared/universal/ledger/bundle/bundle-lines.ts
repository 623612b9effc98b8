import { concatenate } from '../bytes';
import { encodeUtf8 } from '../utf8';

/** Bytes of a line at most, without its newline: an entry has 65,535, and no other line comes near. */
export const longestLine = 128 * 1024;

const newline = 0x0a;

/** A line that cannot be one of a bundle's, whatever it was to say. */
export type BrokenLine = { broken: 'TOO_LONG' } | { broken: 'NOT_UTF8' };

export type BundleLine = string | BrokenLine;

export const brokenLineTexts: Record<BrokenLine['broken'], string> = {
  TOO_LONG: 'no line is that long',
  NOT_UTF8: 'bytes that are no UTF-8',
};

/**
 * Cuts a file into lines, however its pieces fall, and keeps no more of it than a line. Text that was decoded forgivingly would hide
 * a broken byte behind U+FFFD, so bytes are cut, and decoded strictly.
 */
export class BundleLines {
  readonly #decode: (bytes: Uint8Array) => string | null;
  /** The line that has begun. */
  #rest: Uint8Array[] = [];
  #restBytes = 0;
  #isDead = false;

  /** @param decode UTF-8, a byte order mark being a character; null where it is not well-formed. The domain's own is slow */
  constructor(decode: (bytes: Uint8Array) => string | null) {
    this.#decode = decode;
  }

  /** Whether the file has ended behind a newline, or is empty. */
  get isWhole(): boolean {
    return this.#restBytes === 0;
  }

  /** The lines that a piece of the file completes, without their newlines. Nothing comes behind a broken one. */
  take(piece: Uint8Array): BundleLine[] {
    if (this.#isDead) return [];
    const end = piece.lastIndexOf(newline);
    const lines = end < 0 ? [] : this.#linesOf(piece.subarray(0, end));
    const begun = piece.subarray(end + 1);
    if (begun.length > 0) {
      // A copy: the piece is its giver's.
      this.#rest.push(begun.slice());
      this.#restBytes += begun.length;
    }
    if (this.#restBytes > longestLine) lines.push({ broken: 'TOO_LONG' });
    const broken = lines.findIndex((line) => typeof line !== 'string');
    if (broken < 0) return lines;
    this.#isDead = true;
    this.#rest = [];
    return lines.slice(0, broken + 1);
  }

  /** @param piece up to the last of its newlines, without that */
  #linesOf(piece: Uint8Array): BundleLine[] {
    const block = this.#restBytes === 0 ? piece : concatenate(...this.#rest, piece);
    this.#rest = [];
    this.#restBytes = 0;
    const text = this.#decode(block);
    return text === null ? this.#oneByOne(block) : text.split('\n').map(measured);
  }

  #oneByOne(block: Uint8Array): BundleLine[] {
    const lines: BundleLine[] = [];
    for (let begin = 0; begin <= block.length;) {
      const found = block.indexOf(newline, begin);
      const end = found < 0 ? block.length : found;
      const isLong = end - begin > longestLine;
      const text = isLong ? null : this.#decode(block.subarray(begin, end));
      lines.push(text ?? { broken: isLong ? 'TOO_LONG' : 'NOT_UTF8' });
      begin = end + 1;
    }
    return lines;
  }
}

function measured(line: string): BundleLine {
  // No character takes more than three bytes a unit.
  if (line.length * 3 <= longestLine) return line;
  return line.length > longestLine || encodeUtf8(line).length > longestLine ? { broken: 'TOO_LONG' } : line;
}

/** @returns null unless the text is exactly as JSON writes a string that is well-formed */
export function readString(text: string): string | null {
  if (!text.startsWith('"')) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'string' || JSON.stringify(value) !== text) return null;
    // Half a character would be written as an escape, and has no UTF-8 that was signed.
    return /[\ud800-\udfff]/u.test(value) ? null : value;
  } catch {
    return null;
  }
}
