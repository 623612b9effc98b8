import { createHash } from 'node:crypto';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { Frontier } from '../../../../../../cloudfunctions/shared/universal/ledger/tree/frontier';
import {
  consistencyProof,
  inclusionProof,
} from '../../../../../../cloudfunctions/shared/universal/ledger/tree/make-proof';
import { rangeHash, StoredTree } from '../../../../../../cloudfunctions/shared/universal/ledger/tree/stored-tree';
import { peakCount, splitOf, subtreesOf } from '../../../../../../cloudfunctions/shared/universal/ledger/tree/subtrees';
import { plainHasher } from '../../../../../../cloudfunctions/shared/universal/ledger/tree/tree-hasher';
import { nativeHasher } from '../../../../../../cloudfunctions/shared/platform/native-hasher';
import {
  checkConsistency,
  checkInclusion,
} from '../../../../../../cloudfunctions/shared/universal/ledger/tree/verify-proof';

const most = 256;

function sha256(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest());
}

/** RFC 6962 §2.1 word for word, remembered by range because every size asks for the same ones. */
const remembered = new Map<string, Uint8Array>();
function naive(leaves: Uint8Array[], begin: number, end: number): Uint8Array {
  const key = `${begin}-${end}`;
  const known = remembered.get(key);
  if (known) return known;
  let hash;
  if (end === begin) hash = sha256();
  else if (end - begin === 1) hash = sha256(Uint8Array.of(0), leaves[begin] ?? new Uint8Array());
  else {
    const middle = begin + 2 ** Math.ceil(Math.log2(end - begin) - 1);
    hash = sha256(Uint8Array.of(1), naive(leaves, begin, middle), naive(leaves, middle, end));
  }
  remembered.set(key, hash);
  return hash;
}

/** RFC 9162 §2.1.3.1 and §2.1.4.1 word for word. */
function naivePath(index: number, begin: number, end: number): Uint8Array[] {
  if (end - begin === 1) return [];
  const middle = begin + 2 ** Math.ceil(Math.log2(end - begin) - 1);
  return index < middle
    ? [...naivePath(index, begin, middle), naive(entries, middle, end)]
    : [...naivePath(index, middle, end), naive(entries, begin, middle)];
}
function naiveSubproof(first: number, begin: number, end: number, isKnown: boolean): Uint8Array[] {
  if (first === end) return isKnown ? [] : [naive(entries, begin, end)];
  const middle = begin + 2 ** Math.ceil(Math.log2(end - begin) - 1);
  return first <= middle
    ? [...naiveSubproof(first, begin, middle, isKnown), naive(entries, middle, end)]
    : [...naiveSubproof(first, middle, end, false), naive(entries, begin, middle)];
}

const entries = Array.from({ length: most }, (_, index) => Uint8Array.of(index, 7));
const tree = new StoredTree(plainHasher, entries.map(plainHasher.leaf));

// The eight leaves and nine roots that the authors of Certificate Transparency test with.
const knownLeaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const knownRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('the tree hash', () => {
  it('gives the known roots for sizes 0 to 8', () => {
    const frontier = new Frontier(plainHasher);
    const roots = [bytesToHex(frontier.root())];
    for (const leaf of knownLeaves) {
      frontier.append(plainHasher.leaf(hexToBytes(leaf)));
      roots.push(bytesToHex(frontier.root()));
    }
    expect(roots).toEqual(knownRoots);
  });

  it('hashes alike in plain JavaScript and by node:crypto', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uint8Array(), (text, bytes) => {
        const [ofText, ofBytes] = [plainHasher.leaf(text), plainHasher.leaf(bytes)];
        expect(bytesToHex(nativeHasher.leaf(text))).toBe(bytesToHex(ofText));
        expect(bytesToHex(nativeHasher.leaf(bytes))).toBe(bytesToHex(ofBytes));
        expect(bytesToHex(nativeHasher.node(ofText, ofBytes))).toBe(bytesToHex(plainHasher.node(ofText, ofBytes)));
      }),
    );
    expect(bytesToHex(nativeHasher.empty())).toBe(bytesToHex(plainHasher.empty()));
  });

  it('is the recursive definition for every size up to 256, grown leaf by leaf or taken from storage', () => {
    const frontier = new Frontier(plainHasher);
    for (let size = 0; size <= most; size++) {
      const expected = naive(entries, 0, size);
      expect(frontier.root()).toEqual(expected);
      expect(tree.root(size)).toEqual(expected);
      const entry = entries[size];
      if (entry) frontier.append(plainHasher.leaf(entry));
    }
  });

  it('goes on from its peaks as if it had never stopped', () => {
    const half = new Frontier(plainHasher);
    for (const entry of entries.slice(0, 77)) half.append(plainHasher.leaf(entry));
    const restored = new Frontier(plainHasher, half.size, half.peaks);
    for (const entry of entries.slice(77, 200)) restored.append(plainHasher.leaf(entry));
    expect(restored.root()).toEqual(naive(entries, 0, 200));
    expect(half.size).toBe(77);
  });

  it('refuses peaks that do not belong to a size', () => {
    const peak = plainHasher.leaf('a');
    expect(() => new Frontier(plainHasher, 3, [peak])).toThrow(RangeError);
    expect(() => new Frontier(plainHasher, 1, [peak.slice(1)])).toThrow(RangeError);
    expect(() => new Frontier(plainHasher, 2 ** 53, [peak])).toThrow(RangeError);
  });

  it('hashes every node of the tree, and refuses ranges that are none', () => {
    expect(rangeHash(plainHasher, tree.read, { begin: 64, end: 101 })).toEqual(naive(entries, 64, 101));
    expect(() => rangeHash(plainHasher, tree.read, { begin: 1, end: 3 })).toThrow(RangeError);
    expect(() => rangeHash(plainHasher, tree.read, { begin: 5, end: 5 })).toThrow(RangeError);
    expect(() => tree.root(most + 1)).toThrow(RangeError);
  });

  it('splits and counts beyond 32 bits', () => {
    expect(splitOf(2 ** 40 + 1)).toBe(2 ** 40);
    expect(splitOf(2 ** 40)).toBe(2 ** 39);
    expect(peakCount(Number.MAX_SAFE_INTEGER)).toBe(53);
    expect(subtreesOf({ begin: 2 ** 40, end: 2 ** 40 + 3 })).toEqual([
      { level: 1, index: 2 ** 39 },
      { level: 0, index: 2 ** 40 + 2 },
    ]);
  });
});

describe('proofs', () => {
  it('prove inclusion by the recursive definition’s path, for every leaf of every size up to 256', () => {
    for (let size = 1; size <= most; size++) {
      const root = naive(entries, 0, size);
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(nativeHasher, tree.read, index, size);
        const expected = naivePath(index, 0, size);
        if (!Buffer.concat(proof).equals(Buffer.concat(expected))) throw new Error(`${index} of ${size}`);
        const claim = { leafHash: tree.read(0, index), index, size, root, proof };
        const refusal = checkInclusion(nativeHasher, claim);
        if (refusal !== null) throw new Error(`${index} of ${size}: ${refusal}`);
      }
    }
  });

  it('prove consistency by the recursive definition’s path, between all sizes up to 256', () => {
    for (let second = 1; second <= most; second++) {
      for (let first = 1; first <= second; first++) {
        const proof = consistencyProof(nativeHasher, tree.read, first, second);
        const expected = naiveSubproof(first, 0, second, true);
        if (!Buffer.concat(proof).equals(Buffer.concat(expected))) throw new Error(`${first} to ${second}`);
        const refusal = checkConsistency(nativeHasher, {
          first: { size: first, root: naive(entries, 0, first) },
          second: { size: second, root: naive(entries, 0, second) },
          proof,
        });
        if (refusal !== null) throw new Error(`${first} to ${second}: ${refusal}`);
      }
    }
  });

  const size = fc.integer({ min: 2, max: most });
  it('of inclusion are refused with a changed, missing or surplus node, at another index or for another root', () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (n, indexSeed, changeSeed) => {
        const index = indexSeed % n;
        const proof = inclusionProof(plainHasher, tree.read, index, n);
        const claim = { leafHash: tree.read(0, index), index, size: n, root: tree.root(n), proof };
        const at = changeSeed % proof.length;
        const changed = proof.map((hash, place) => (place === at ? plainHasher.leaf(hash) : hash));
        expect(checkInclusion(plainHasher, { ...claim, proof: changed })).toBe('ROOT_MISMATCH');
        expect(checkInclusion(plainHasher, { ...claim, proof: proof.slice(0, -1) })).toBe('PROOF_TOO_SHORT');
        expect(checkInclusion(plainHasher, { ...claim, proof: [...proof, tree.root(n)] })).toBe('PROOF_TOO_LONG');
        expect(checkInclusion(plainHasher, { ...claim, index: (index + 1) % n })).not.toBeNull();
        expect(checkInclusion(plainHasher, { ...claim, root: tree.root(n - 1) })).toBe('ROOT_MISMATCH');
        expect(checkInclusion(plainHasher, { ...claim, leafHash: tree.root(n) })).toBe('ROOT_MISMATCH');
      }),
    );
  });

  it('of consistency are refused with a changed, missing or surplus node, or for another root', () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (second, firstSeed, changeSeed) => {
        const first = 1 + (firstSeed % (second - 1));
        const proof = consistencyProof(plainHasher, tree.read, first, second);
        const claim = {
          first: { size: first, root: tree.root(first) },
          second: { size: second, root: tree.root(second) },
          proof,
        };
        const at = changeSeed % proof.length;
        const changed = proof.map((hash, place) => (place === at ? plainHasher.leaf(hash) : hash));
        expect(checkConsistency(plainHasher, { ...claim, proof: changed })).toBe('ROOT_MISMATCH');
        expect(checkConsistency(plainHasher, { ...claim, proof: proof.slice(0, -1) })).toBe('PROOF_TOO_SHORT');
        expect(checkConsistency(plainHasher, { ...claim, proof: [...proof, tree.root(1)] })).toBe('PROOF_TOO_LONG');
        const forged = { size: first, root: plainHasher.leaf('other') };
        expect(checkConsistency(plainHasher, { ...claim, first: forged })).toBe('ROOT_MISMATCH');
      }),
    );
  });

  const root = plainHasher.leaf('a');
  it.each([
    ['an index beyond the last leaf', { index: 1, size: 1 }, 'INDEX_OUT_OF_RANGE'],
    ['a leaf of the empty tree', { index: 0, size: 0 }, 'INDEX_OUT_OF_RANGE'],
    ['a negative index', { index: -1, size: 1 }, 'NOT_A_COUNT'],
    ['a size beyond safe integers', { index: 0, size: 2 ** 53 }, 'NOT_A_COUNT'],
    ['a fraction', { index: 0.5, size: 2 }, 'NOT_A_COUNT'],
    ['a root of another length', { root: root.slice(1) }, 'MALFORMED_HASH'],
  ])('of inclusion are refused for %s', (_, claim, code) => {
    expect(checkInclusion(plainHasher, { leafHash: root, index: 0, size: 1, root, proof: [], ...claim })).toBe(code);
  });

  it.each([
    ['size 0', 0, 5, 'SIZE_ZERO'],
    ['size 0 to size 0', 0, 0, 'SIZE_ZERO'],
    ['a larger size', 6, 5, 'SIZES_REVERSED'],
    ['sizes beyond safe integers', 1, 2 ** 53, 'NOT_A_COUNT'],
  ])('of consistency are refused from %s', (_, first, second, code) => {
    const claim = { first: { size: first, root }, second: { size: second, root }, proof: [] };
    expect(checkConsistency(plainHasher, claim)).toBe(code);
    expect(() => consistencyProof(plainHasher, tree.read, first, second)).toThrow(RangeError);
  });

  it('are not made for leaves that are not there', () => {
    expect(() => inclusionProof(plainHasher, tree.read, 5, 5)).toThrow(RangeError);
    expect(() => inclusionProof(plainHasher, tree.read, 0, 2 ** 53)).toThrow(RangeError);
  });
});
