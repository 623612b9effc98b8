import { hashBytes } from './hash-bytes';
import type { TreeHasher } from './tree-hasher';
import { isCount, peakCount } from './subtrees';

/**
 * A growing tree that keeps one hash per complete subtree on its right edge: at most 53, however many leaves. It is
 * enough to append and to tell the root, not to prove what is inside.
 */
export class Frontier {
  readonly #hasher: TreeHasher;
  /** The largest subtree first. */
  readonly #peaks: Uint8Array[];
  #size: number;

  /**
   * @param size leaves so far
   * @param peaks as `peaks` told them at that size
   * @throws when size and peaks do not belong together
   */
  constructor(hasher: TreeHasher, size = 0, peaks: readonly Uint8Array[] = []) {
    if (!isCount(size) || peaks.length !== peakCount(size)) {
      throw new RangeError(`${peaks.length} hashes cannot describe a tree of ${size} leaves`);
    }
    if (peaks.some((peak) => peak.length !== hashBytes)) throw new RangeError(`a hash has ${hashBytes} bytes`);
    this.#hasher = hasher;
    this.#size = size;
    this.#peaks = [...peaks];
  }

  get size(): number {
    return this.#size;
  }

  /** Roots of the complete subtrees, the largest first: what restores this frontier. */
  get peaks(): readonly Uint8Array[] {
    return this.#peaks;
  }

  /** @throws when the tree has 2^53 − 1 leaves */
  append(leafHash: Uint8Array): void {
    if (this.#size >= Number.MAX_SAFE_INTEGER) throw new RangeError('the tree is full');
    let hash = leafHash;
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = this.#peaks.pop();
      if (left === undefined) throw new Error('a tree of odd size has a peak');
      hash = this.#hasher.node(left, hash);
    }
    this.#peaks.push(hash);
    this.#size += 1;
  }

  root(): Uint8Array {
    return joinPeaks(this.#hasher, this.#peaks);
  }
}

/** The hash over complete subtrees that lie side by side, each smaller than the one before it. */
export function joinPeaks(hasher: TreeHasher, peaks: readonly Uint8Array[]): Uint8Array {
  const last = peaks.at(-1);
  if (last === undefined) return hasher.empty();
  return peaks.slice(0, -1).reduceRight((right, left) => hasher.node(left, right), last);
}
