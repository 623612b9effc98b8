/** 32-bit words of a tag. */
const words = 4;
const digitsPerWord = 8;

/**
 * Which tags have been seen: open addressing in one typed array, 16 to 48 bytes a tag, where a Set of a million strings would
 * take a hundred megabytes.
 */
export class TagSet {
  #slots = 1024;
  #table = new Uint32Array(this.#slots * words);
  /** Whether a slot is taken; an all-zero tag is a tag too. */
  #taken = new Uint8Array(this.#slots);
  #size = 0;
  /** The tag at hand; kept, because a new array for each would be most of the work. */
  readonly #parts = new Uint32Array(words);

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

  #insert(parts: Uint32Array): boolean {
    // Tags are MACs, as random as any hash; whoever forges them to collide only slows their own recount.
    let slot = (parts[0] ?? 0) % this.#slots;
    while (this.#taken[slot] === 1) {
      if (this.#holds(slot, parts)) return false;
      slot = (slot + 1) % this.#slots;
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
