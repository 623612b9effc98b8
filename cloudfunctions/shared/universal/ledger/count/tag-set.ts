import { sha256 } from '@noble/hashes/sha2.js';
import { concatenate } from '../bytes';

/** 32-bit words of a tag. */
const words = 4;
const digitsPerWord = 8;
const digits = words * digitsPerWord;
const radix = 16;

/**
 * Which tags have been seen: open addressing in one typed array, 16 to 48 bytes a tag, where a Set of a million strings would
 * take a hundred megabytes. Where a tag is looked for follows from a salt (tabulation hashing), so nobody who does not know it can
 * choose tags that all look for the same place.
 */
export class TagSet {
  #slots = 1024;
  #table = new Uint32Array(this.#slots * words);
  /** Whether a slot is taken; an all-zero tag is a tag too. */
  #taken = new Uint8Array(this.#slots);
  #size = 0;
  #probes = 0;
  /** The tag at hand; kept, because a new array for each would be most of the work. */
  readonly #parts = new Uint32Array(words);
  /** A random word for each digit at each place. */
  readonly #random: Uint32Array;

  /** @param salt 32 random bytes */
  constructor(salt: Uint8Array) {
    this.#random = randomWords(salt, digits * radix);
  }

  /** How many slots have been looked at so far: what the set costs. */
  get probes(): number {
    return this.#probes;
  }

  /**
   * @param tag 32 hex digits
   * @returns false when it was there already
   */
  add(tag: string): boolean {
    if (this.#size * 3 > this.#slots * 2) this.#grow();
    for (let word = 0; word < words; word++) {
      let part = 0;
      for (let at = word * digitsPerWord; at < (word + 1) * digitsPerWord; at++) {
        const character = tag.charCodeAt(at);
        part = (part << 4) | (character < 0x3a ? character - 0x30 : character - 0x57);
      }
      this.#parts[word] = part;
    }
    return this.#insert(this.#parts);
  }

  /** XOR of the random words of a tag's digits. */
  #hash(parts: Uint32Array): number {
    const random = this.#random;
    let hash = 0;
    let row = 0;
    for (let word = 0; word < words; word++) {
      const part = parts[word] ?? 0;
      for (let shift = 0; shift < 32; shift += 4) {
        hash ^= random[row + ((part >>> shift) & 15)] ?? 0;
        row += radix;
      }
    }
    return hash >>> 0;
  }

  #insert(parts: Uint32Array): boolean {
    let slot = this.#hash(parts) % this.#slots;
    this.#probes += 1;
    while (this.#taken[slot] === 1) {
      if (this.#holds(slot, parts)) return false;
      slot = (slot + 1) % this.#slots;
      this.#probes += 1;
    }
    this.#table.set(parts, slot * words);
    this.#taken[slot] = 1;
    this.#size += 1;
    return true;
  }

  #holds(slot: number, parts: Uint32Array): boolean {
    for (let word = 0; word < words; word++) if (this.#table[slot * words + word] !== parts[word]) return false;
    return true;
  }

  #grow(): void {
    const [table, taken] = [this.#table, this.#taken];
    this.#slots *= 2;
    this.#table = new Uint32Array(this.#slots * words);
    this.#taken = new Uint8Array(this.#slots);
    this.#size = 0;
    for (let slot = 0; slot < taken.length; slot++) {
      if (taken[slot] === 1) this.#insert(table.subarray(slot * words, (slot + 1) * words));
    }
  }
}

/** SHA-256 over the salt and a counter, as often as it takes. */
function randomWords(salt: Uint8Array, count: number): Uint32Array {
  const row = new Uint32Array(count);
  for (let at = 0; at < count; at += 8) {
    const digest = sha256(concatenate(salt, Uint8Array.of(at >> 8, at & 0xff)));
    row.set(new Uint32Array(digest.buffer, digest.byteOffset, 8), at);
  }
  return row;
}
