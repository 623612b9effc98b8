import { sha256 } from '@noble/hashes/sha2.js';
import { encodeUtf8 } from '../utf8';

/**
 * RFC 6962 §2.1 hashing. Whoever has a faster SHA-256 than plain JavaScript (node:crypto in the recount) brings its own.
 */
export interface TreeHasher {
  /** The root of a tree without leaves: SHA-256 of nothing. */
  empty(): Uint8Array;
  /** SHA-256(0x00 ‖ entry); text counts as UTF-8. */
  leaf(entry: Uint8Array | string): Uint8Array;
  /** SHA-256(0x01 ‖ left ‖ right). */
  node(left: Uint8Array, right: Uint8Array): Uint8Array;
}

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** Hashes with @noble/hashes, which runs everywhere. */
export const plainHasher: TreeHasher = {
  empty: () => sha256(new Uint8Array(0)),
  leaf(entry) {
    const bytes = typeof entry === 'string' ? encodeUtf8(entry) : entry;
    return sha256.create().update(leafPrefix).update(bytes).digest();
  },
  node: (left, right) => sha256.create().update(nodePrefix).update(left).update(right).digest(),
};
