/**
 * Arithmetic on tree positions. Sizes go up to 2^53 − 1, beyond what JavaScript's bit operators can hold, so it
 * divides and multiplies instead.
 */

/** Leaves [begin, end). */
export interface Range {
  begin: number;
  end: number;
}

/** A complete subtree: leaves [index · 2^level, (index + 1) · 2^level). */
export interface Subtree {
  level: number;
  index: number;
}

/** Whether `value` can be the size of a tree or the index of a leaf: a whole number below 2^53. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** The largest power of two below `size`, where RFC 6962 splits a tree of two or more leaves. */
export function splitOf(size: number): number {
  let power = 1;
  while (power < size / 2) power *= 2;
  return power;
}

/** How many hashes describe a tree of this size: the ones among its binary digits. */
export function peakCount(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

/**
 * The complete subtrees that a node of the tree is made of, from left to right.
 * @throws when no tree has a node over this range: `begin` must be a multiple of the range's length, rounded up to a
 * power of two
 */
export function subtreesOf({ begin, end }: Range): Subtree[] {
  const length = end - begin;
  if (length < 1 || begin % (length === 1 ? 1 : splitOf(length) * 2) !== 0) {
    throw new RangeError(`no node of a tree covers leaves ${begin} to ${end}`);
  }
  const subtrees: Subtree[] = [];
  let level = 0;
  let power = 1;
  while (power <= length / 2) {
    power *= 2;
    level += 1;
  }
  let at = begin;
  for (; at < end; power /= 2, level -= 1) {
    if (at + power > end) continue;
    subtrees.push({ level, index: at / power });
    at += power;
  }
  return subtrees;
}
