import { sha256 } from '@noble/hashes/sha2.js';
import { crockford } from '../bundle/entry-code';
import { concatenate } from '../bytes';
import { encodeUtf8 } from '../utf8';

/** Characters of a code, each of five bits: nobody finds a second award with the same one by trying. */
const codeLength = 10;

/**
 * The code of an award's certificate, "C7QM41XD2K": Crockford's base 32 of the first fifty bits of
 * SHA-256(origin ‖ 0 ‖ leaf hash of the result ‖ 0 ‖ candidate id). It follows from the log alone, so no list of certificates is kept
 * that could be added to.
 * @param origin the log's name
 * @param leaf the 32 bytes
 */
export function certificateCode(origin: string, leaf: Uint8Array, candidateId: string): string {
  const zero = Uint8Array.of(0);
  const digest = sha256(concatenate(encodeUtf8(origin), zero, leaf, zero, encodeUtf8(candidateId)));
  return Array.from({ length: codeLength }, (_, at) => crockford.charAt(bitsAt(digest, at * 5))).join('');
}

/** Five bits from the given one on. */
function bitsAt(bytes: Uint8Array, first: number): number {
  const at = first >> 3;
  const pair = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  return (pair >> (11 - (first & 7))) & 31;
}

/** As it is printed, so that an eye keeps its place: "C7QM4-1XD2K". */
export function printedCode(code: string): string {
  return `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`;
}

/** All that people write between the halves of a code: blanks, dashes, dots of any width, and what nobody sees. */
const between = /[\s\p{Pd}\p{Default_Ignorable_Code_Point}_.·•−]+/gu;

/**
 * A code as somebody typed it: small letters, full-width ones, o for 0, i or l for 1, and any blanks and dashes are understood.
 * @returns null for what can be no code
 */
export function readCode(typed: string): string | null {
  const text = typed.normalize('NFKC').replace(between, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  return text.length === codeLength && Array.from(text).every((each) => crockford.includes(each)) ? text : null;
}
