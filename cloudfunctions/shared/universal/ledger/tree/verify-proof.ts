import { areEqual } from '../bytes';
import { isCount } from './subtrees';
import { hashBytes } from './hash-bytes';
import type { TreeHasher } from './tree-hasher';

/** Why a proof proves nothing. */
export type ProofRefusal =
  | 'NOT_A_COUNT'
  | 'MALFORMED_HASH'
  | 'INDEX_OUT_OF_RANGE'
  | 'SIZE_ZERO'
  | 'SIZES_REVERSED'
  | 'PROOF_TOO_SHORT'
  | 'PROOF_TOO_LONG'
  | 'ROOT_MISMATCH';

export interface InclusionClaim {
  leafHash: Uint8Array;
  index: number;
  size: number;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}

export interface ConsistencyClaim {
  first: { size: number; root: Uint8Array };
  second: { size: number; root: Uint8Array };
  proof: readonly Uint8Array[];
}

const isHash = (bytes: Uint8Array): boolean => bytes.length === hashBytes;
const half = (n: number): number => Math.floor(n / 2);

/**
 * Checks that the leaf is at `index` in the tree of that size and root (RFC 9162 §2.1.3.2).
 * @returns null when it is
 */
export function checkInclusion(hasher: TreeHasher, claim: InclusionClaim): ProofRefusal | null {
  const { leafHash, index, size, root, proof } = claim;
  if (!isCount(index) || !isCount(size)) return 'NOT_A_COUNT';
  if (index >= size) return 'INDEX_OUT_OF_RANGE';
  if (![leafHash, root, ...proof].every(isHash)) return 'MALFORMED_HASH';
  let node = index;
  let last = size - 1;
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0) return 'PROOF_TOO_LONG';
    if (node % 2 === 1 || node === last) {
      hash = hasher.node(sibling, hash);
      // At the right edge a node without a sibling rises unchanged.
      while (node % 2 === 0 && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      hash = hasher.node(hash, sibling);
    }
    node = half(node);
    last = half(last);
  }
  if (last !== 0) return 'PROOF_TOO_SHORT';
  return areEqual(hash, root) ? null : 'ROOT_MISMATCH';
}

/**
 * Checks that the second tree begins with the first (RFC 9162 §2.1.4.2). From size 0 it is refused: anything begins
 * with nothing, so a proof of it would vouch for a root that nobody checked.
 * @returns null when it does
 */
export function checkConsistency(hasher: TreeHasher, claim: ConsistencyClaim): ProofRefusal | null {
  const { first, second, proof } = claim;
  if (!isCount(first.size) || !isCount(second.size)) return 'NOT_A_COUNT';
  if (first.size === 0) return 'SIZE_ZERO';
  if (first.size > second.size) return 'SIZES_REVERSED';
  if (first.size === second.size) {
    if (proof.length > 0) return 'PROOF_TOO_LONG';
    return areEqual(first.root, second.root) ? null : 'ROOT_MISMATCH';
  }
  if (![first.root, second.root, ...proof].every(isHash)) return 'MALFORMED_HASH';
  let node = first.size - 1;
  let last = second.size - 1;
  while (node % 2 === 1) {
    node = half(node);
    last = half(last);
  }
  // A first tree that is one complete subtree starts the proof itself.
  const [start, ...siblings] = node === 0 ? [first.root, ...proof] : proof;
  if (start === undefined) return 'PROOF_TOO_SHORT';
  let firstHash = start;
  let secondHash = start;
  for (const sibling of siblings) {
    if (last === 0) return 'PROOF_TOO_LONG';
    if (node % 2 === 1 || node === last) {
      firstHash = hasher.node(sibling, firstHash);
      secondHash = hasher.node(sibling, secondHash);
      while (node % 2 === 0 && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      secondHash = hasher.node(secondHash, sibling);
    }
    node = half(node);
    last = half(last);
  }
  if (last !== 0) return 'PROOF_TOO_SHORT';
  return areEqual(firstHash, first.root) && areEqual(secondHash, second.root) ? null : 'ROOT_MISMATCH';
}
