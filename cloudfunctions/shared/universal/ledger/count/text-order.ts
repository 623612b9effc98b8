import { bytesToHex } from '@noble/hashes/utils.js';
import { encodeUtf8 } from '../utf8';

/** By UTF-8 bytes, which is by code points: the one order that all languages share. */
export function compareText(a: string, b: string): number {
  const [left, right] = [bytesToHex(encodeUtf8(a)), bytesToHex(encodeUtf8(b))];
  return left < right ? -1 : left > right ? 1 : 0;
}
