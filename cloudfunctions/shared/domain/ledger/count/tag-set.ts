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

  /**
   * @param tag 32 hex digits
   * @returns false when it was there already
   */
  add(tag: string): boolean {
    if (this.#size * 3 > this.#slots * 2) this.#grow();
    const parts = new Uint32Array(words);
    for (let word = 0; word < words; word++) {
      parts[word] = parseInt(tag.slice(word * digitsPerWord, (word + 1) * digitsPerWord), 16);
    }
    return this.#insert(parts);
  }

  #insert(parts: Uint32Array): boolean {
    // Tags are MACs, as random as any hash; whoever forges them to collide only slows their own recount.
    let slot = (parts[0] ?? 0) % this.#slots;
    while (this.#taken[slot] === 1) {
      const at = slot * words;
      if (parts.every((part, word) => this.#table[at + word] === part)) return false;
      slot = (slot + 1) % this.#slots;
    }
    this.#table.set(parts, slot * words);
    this.#taken[slot] = 1;
    this.#size += 1;
    return true;
  }

  #grow(): void {
    const [table, taken] = [this.#table, this.#taken];
    this.#slots *= 2;
    this.#table = new Uint32Array(this.#slots * words);
    this.#taken = new Uint8Array(this.#slots);
    this.#size = 0;
    for (const [slot, isTaken] of taken.entries()) {
      if (isTaken === 1) this.#insert(table.subarray(slot * words, (slot + 1) * words));
    }
  }
}
