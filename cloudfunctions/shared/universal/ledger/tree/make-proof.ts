import { rangeHash, type ReadSubtree } from './stored-tree';
import { isCount, splitOf, type Range } from './subtrees';
import type { TreeHasher } from './tree-hasher';

/**
 * The nodes of an inclusion proof (RFC 9162 §2.1.3.1), from the leaf up.
 * @throws when there is no such leaf
 */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!isCount(index) || !isCount(size) || index >= size) {
    throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`);
  }
  const ranges: Range[] = [];
  let begin = 0;
  let end = size;
  while (end - begin > 1) {
    const middle = begin + splitOf(end - begin);
    if (index < middle) {
      ranges.push({ begin: middle, end });
      end = middle;
    } else {
      ranges.push({ begin, end: middle });
      begin = middle;
    }
  }
  return ranges.reverse();
}

/**
 * The nodes of a consistency proof (RFC 9162 §2.1.4.1), the deepest first.
 * @throws unless 0 < first ≤ second: every tree grew out of the empty one, so there is nothing to prove from size 0
 */
export function consistencyRanges(first: number, second: number): Range[] {
  if (!isCount(first) || !isCount(second) || first < 1 || first > second) {
    throw new RangeError(`no consistency proof leads from ${first} to ${second} leaves`);
  }
  const ranges: Range[] = [];
  let begin = 0;
  let end = second;
  while (end !== first) {
    const middle = begin + splitOf(end - begin);
    if (first <= middle) {
      ranges.push({ begin: middle, end });
      end = middle;
    } else {
      ranges.push({ begin, end: middle });
      begin = middle;
    }
  }
  // The verifier holds the first tree’s root; only where that is not the node reached is the node itself needed.
  if (begin > 0) ranges.push({ begin, end });
  return ranges.reverse();
}

/** Proves that leaf `index` is in the tree of `size` leaves. @throws when there is no such leaf */
export function inclusionProof(hasher: TreeHasher, read: ReadSubtree, index: number, size: number): Uint8Array[] {
  return inclusionRanges(index, size).map((range) => rangeHash(hasher, read, range));
}

/** Proves that the tree of `second` leaves begins with the one of `first`. @throws unless 0 < first ≤ second */
export function consistencyProof(hasher: TreeHasher, read: ReadSubtree, first: number, second: number): Uint8Array[] {
  return consistencyRanges(first, second).map((range) => rangeHash(hasher, read, range));
}
