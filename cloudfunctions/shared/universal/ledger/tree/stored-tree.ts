import { joinPeaks } from './frontier';
import { subtreesOf, type Range } from './subtrees';
import type { TreeHasher } from './tree-hasher';

/**
 * Where proofs are made from: hands out the hash of any complete subtree.
 * @throws when it does not have it
 */
export type ReadSubtree = (level: number, index: number) => Uint8Array;

/** The hash of a node of the tree, complete or at its ragged right edge. Of the whole tree: [0, size). */
export function rangeHash(hasher: TreeHasher, read: ReadSubtree, range: Range): Uint8Array {
  if (range.begin === 0 && range.end === 0) return hasher.empty();
  return joinPeaks(
    hasher,
    subtreesOf(range).map(({ level, index }) => read(level, index)),
  );
}

/** A tree whose complete subtrees are all in memory: two hashes a leaf. */
export class StoredTree {
  readonly #hasher: TreeHasher;
  /** By level, then index. */
  readonly #levels: Uint8Array[][] = [[]];

  constructor(hasher: TreeHasher, leafHashes: Iterable<Uint8Array> = []) {
    this.#hasher = hasher;
    for (const leafHash of leafHashes) this.append(leafHash);
  }

  get size(): number {
    return this.#levels[0]?.length ?? 0;
  }

  append(leafHash: Uint8Array): void {
    let hash = leafHash;
    for (let level = 0; ; level++) {
      const row = (this.#levels[level] ??= []);
      row.push(hash);
      const left = row[row.length - 2];
      if (row.length % 2 === 1 || left === undefined) return;
      hash = this.#hasher.node(left, hash);
    }
  }

  readonly read: ReadSubtree = (level, index) => {
    const hash = this.#levels[level]?.[index];
    if (hash === undefined) throw new RangeError(`the tree has no complete subtree ${index} at level ${level}`);
    return hash;
  };

  /** The root the tree had when it had `size` leaves. */
  root(size: number): Uint8Array {
    return rangeHash(this.#hasher, this.read, { begin: 0, end: size });
  }
}
