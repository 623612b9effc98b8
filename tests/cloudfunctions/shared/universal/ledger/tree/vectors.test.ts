import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { StoredTree } from '../../../../../../cloudfunctions/shared/universal/ledger/tree/stored-tree';
import { plainHasher } from '../../../../../../cloudfunctions/shared/universal/ledger/tree/tree-hasher';
import {
  checkConsistency,
  checkInclusion,
} from '../../../../../../cloudfunctions/shared/universal/ledger/tree/verify-proof';
import { describeVectors, jsonFiles } from '../vectors';

interface Inclusion {
  leafIdx: number;
  treeSize: number;
  root: string | null;
  leafHash: string | null;
  proof: string[] | null;
  wantErr: boolean;
}

interface Consistency {
  size1: number;
  size2: number;
  root1: string | null;
  root2: string | null;
  proof: string[] | null;
  wantErr: boolean;
}

const bytes = (base64: string | null): Uint8Array => new Uint8Array(Buffer.from(base64 ?? '', 'base64'));

describeVectors('the proofs of transparency-dev/merkle', (folder) => {
  const files = (kind: string): string[] => jsonFiles(path.join(folder, 'transparency-dev-merkle', kind));

  it.each(files('inclusion'))('%s is judged as its author says', (file) => {
    const vector = JSON.parse(readFileSync(file, 'utf8')) as Inclusion;
    const refusal = checkInclusion(plainHasher, {
      leafHash: bytes(vector.leafHash),
      index: vector.leafIdx,
      size: vector.treeSize,
      root: bytes(vector.root),
      proof: (vector.proof ?? []).map(bytes),
    });
    expect(refusal !== null).toBe(vector.wantErr);
  });

  it.each(files('consistency'))('%s is judged as its author says', (file) => {
    const vector = JSON.parse(readFileSync(file, 'utf8')) as Consistency;
    const refusal = checkConsistency(plainHasher, {
      first: { size: vector.size1, root: bytes(vector.root1) },
      second: { size: vector.size2, root: bytes(vector.root2) },
      proof: (vector.proof ?? []).map(bytes),
    });
    expect(refusal !== null).toBe(vector.wantErr);
  });
});

describeVectors('the tree of Certificate Transparency', (folder) => {
  const vector = JSON.parse(readFileSync(path.join(folder, 'rfc6962-tree.json'), 'utf8')) as {
    leafInputsHex: string[];
    nodeHashesHex: string[][];
    rootHashesHexBySize: string[];
  };
  const tree = new StoredTree(
    plainHasher,
    vector.leafInputsHex.map((leaf) => plainHasher.leaf(hexToBytes(leaf))),
  );

  it('has the same nodes at every level', () => {
    for (const [level, row] of vector.nodeHashesHex.entries()) {
      expect(row.map((_, index) => bytesToHex(tree.read(level, index)))).toEqual(row);
    }
  });

  it('has the same roots at every size', () => {
    expect(vector.rootHashesHexBySize.map((_, size) => bytesToHex(tree.root(size)))).toEqual(
      vector.rootHashesHexBySize,
    );
  });
});
