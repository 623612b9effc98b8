/** Hex digits of a tag that are kept: 64 bits, which of a million tags two share once in thirty-six million polls. */
const digits = 16;
const digitsPerWord = 8;
/** Words of a row: two of the tag, and the number of its batch. */
const width = 3;
/** No batch has it. */
const free = 0xffffffff;

/** The beginnings of tags, one behind the other, as a batch keeps them beside its entries. */
export function packTags(tags: readonly string[]): string {
  return tags.map((tag) => tag.slice(0, digits)).join('');
}

/**
 * Which tags a log has, and in which batch: 18 to 36 bytes a tag, in one typed array. It keeps the beginning of each tag alone, so
 * that a batch which is named may turn out not to have the tag; one that is not named has it never.
 */
export class LoggedTags {
  #slots: number;
  #table: Uint32Array;
  #size = 0;

  /** @param expected how many tags there will be */
  constructor(expected = 0) {
    this.#slots = Math.max(1024, 2 ** Math.ceil(Math.log2(expected * 2 + 1)));
    this.#table = new Uint32Array(this.#slots * width).fill(free);
  }

  get size(): number {
    return this.#size;
  }

  /** @param packed as `packTags` made it @param batch its number */
  add(packed: string, batch: number): void {
    for (let at = 0; at < packed.length; at += digits) {
      if (this.#size * 3 > this.#slots * 2) this.#grow();
      this.#put(wordAt(packed, at), wordAt(packed, at + digitsPerWord), batch);
    }
  }

  /** The batches that may have the tag: hardly ever more than one. @param tag 32 hex digits */
  find(tag: string): number[] {
    const [high, low] = [wordAt(tag, 0), wordAt(tag, digitsPerWord)];
    const found: number[] = [];
    for (let slot = this.#slotOf(high, low); ; slot = (slot + 1) % this.#slots) {
      const row = slot * width;
      const batch = this.#table[row + 2] ?? free;
      if (batch === free) return found;
      if (this.#table[row] === high && this.#table[row + 1] === low) found.push(batch);
    }
  }

  #put(high: number, low: number, batch: number): void {
    let slot = this.#slotOf(high, low);
    while (this.#table[slot * width + 2] !== free) slot = (slot + 1) % this.#slots;
    this.#table.set([high, low, batch], slot * width);
    this.#size += 1;
  }

  /** Tags are MACs under the poll's own secret, as random as any hash. */
  #slotOf(high: number, low: number): number {
    return ((high ^ low) >>> 0) % this.#slots;
  }

  #grow(): void {
    const table = this.#table;
    this.#slots *= 2;
    this.#table = new Uint32Array(this.#slots * width).fill(free);
    this.#size = 0;
    for (let row = 0; row < table.length; row += width) {
      const batch = table[row + 2] ?? free;
      if (batch !== free) this.#put(table[row] ?? 0, table[row + 1] ?? 0, batch);
    }
  }
}

function wordAt(text: string, from: number): number {
  return parseInt(text.slice(from, from + digitsPerWord), 16) >>> 0;
}
