import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { openCheckpoint } from '../../../../../../cloudfunctions/shared/universal/ledger/note/checkpoint';
import { parseVerifierKey } from '../../../../../../cloudfunctions/shared/universal/ledger/note/verifier-key';
import {
  decodeEntryBundle,
  encodeEntryBundle,
  splitTile,
} from '../../../../../../cloudfunctions/shared/universal/ledger/tiles/tile-content';
import {
  parseTilePath,
  partialTiles,
  tileAt,
  tilePath,
} from '../../../../../../cloudfunctions/shared/universal/ledger/tiles/tile-path';
import {
  consistencyTiles,
  inclusionTiles,
  tileReader,
} from '../../../../../../cloudfunctions/shared/universal/ledger/tiles/tile-reader';
import { TileWriter } from '../../../../../../cloudfunctions/shared/universal/ledger/tiles/tile-writer';
import {
  consistencyProof,
  inclusionProof,
} from '../../../../../../cloudfunctions/shared/universal/ledger/tree/make-proof';
import { rangeHash, StoredTree } from '../../../../../../cloudfunctions/shared/universal/ledger/tree/stored-tree';
import {
  checkConsistency,
  checkInclusion,
} from '../../../../../../cloudfunctions/shared/universal/ledger/tree/verify-proof';
import { encodeUtf8 } from '../../../../../../cloudfunctions/shared/universal/ledger/utf8';
import { verifyEd25519 } from '../../../../../../cloudfunctions/shared/platform/verify-ed25519';
import { nativeHasher } from '../../../../../../cloudfunctions/shared/platform/native-hasher';
import { describeVectors } from '../vectors';

/** More than one tile of the second level, and neither level ends with a full tile. */
const most = 256 * 256 + 256 * 3 + 77;
const tree = new StoredTree(nativeHasher);
const files = new Map<string, Uint8Array>();
/** Sizes at which the log was published. */
const published = [1, 77, 255, 256, 257, 512, 1000, 65_535, 65_536, 65_537, most];
{
  const writer = new TileWriter(nativeHasher);
  for (let index = 0; index < most; index++) {
    const leaf = nativeHasher.leaf(`entry ${index}`);
    tree.append(leaf);
    writer.append(leaf);
    if (!published.includes(index + 1)) continue;
    for (const { tile, content } of writer.take()) files.set(tilePath(tile), content);
  }
}
const readerAt = (size: number) => tileReader(nativeHasher, size, (tile) => files.get(tilePath(tile)));

describe('a tile’s path', () => {
  it.each([
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 1, index: 1000, width: 8 }, 'tile/1/x001/000.p/8'],
    [{ level: 'entries' as const, index: 999, width: 1 }, 'tile/entries/999.p/1'],
  ])('of %j is %s', (tile, text) => {
    expect(tilePath(tile)).toBe(text);
    expect(parseTilePath(text)).toEqual(tile);
  });

  it.each([
    'tile/7/000',
    'tile/0/1',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/300',
    'tile/0/000/',
    'tile/data/000',
    'tile/0/x999/x999/x999/x999/x999/999',
    'xtile/0/000',
  ])('is not %s', (text) => {
    expect(parseTilePath(text)).toBeNull();
  });
});

describe('a log in tiles', () => {
  it.each(published)('of %d entries has its root in its partial tiles', (size) => {
    const held = new Set(partialTiles(size).map(tilePath));
    const read = tileReader(nativeHasher, size, (tile) => {
      const name = tilePath(tile);
      return held.has(name) ? files.get(name) : undefined;
    });
    expect(rangeHash(nativeHasher, read, { begin: 0, end: size })).toEqual(tree.root(size));
  });

  it('is written the same by a writer that starts again from the partial tiles at each publication', () => {
    const again = new Map<string, Uint8Array>();
    let size = 0;
    for (const next of published) {
      const writer = new TileWriter(nativeHasher, size, (tile) => again.get(tilePath(tile)) ?? new Uint8Array());
      while (writer.size < next) writer.append(tree.read(0, writer.size));
      for (const { tile, content } of writer.take()) again.set(tilePath(tile), content);
      size = next;
    }
    const inHex = (written: Map<string, Uint8Array>) =>
      [...written].map(([name, content]) => `${name} ${Buffer.from(content).toString('hex')}`).sort();
    expect(inHex(again)).toEqual(inHex(files));
    expect(() => new TileWriter(nativeHasher, 1)).toThrow(RangeError);
  });

  it('proves inclusion and consistency from the tiles it names, and no others', () => {
    const size = fc.constantFrom(...published);
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (n, indexSeed, firstSeed) => {
        const index = indexSeed % n;
        const named = new Set(inclusionTiles(index, n).map(tilePath));
        const read = tileReader(nativeHasher, n, (tile) => {
          const name = tilePath(tile);
          return named.has(name) ? files.get(name) : undefined;
        });
        const proof = inclusionProof(nativeHasher, read, index, n);
        const claim = { leafHash: read(0, index), index, size: n, root: tree.root(n), proof };
        expect(checkInclusion(nativeHasher, claim)).toBeNull();

        const first = 1 + (firstSeed % n);
        const needed = new Set(consistencyTiles(first, n).map(tilePath));
        const readNeeded = tileReader(nativeHasher, n, (tile) => {
          const name = tilePath(tile);
          return needed.has(name) ? files.get(name) : undefined;
        });
        const chain = consistencyProof(nativeHasher, readNeeded, first, n);
        const ends = { first: { size: first, root: tree.root(first) }, second: { size: n, root: tree.root(n) } };
        expect(checkConsistency(nativeHasher, { ...ends, proof: chain })).toBeNull();
      }),
    );
  });

  it('needs at most three tiles for an inclusion proof beside those of the root, for any leaf up to 2^24', () => {
    const size = fc.oneof(fc.integer({ min: 1, max: 2 ** 24 }), fc.constantFrom(2 ** 24, 2 ** 24 - 1, 1_000_000));
    fc.assert(
      fc.property(size, fc.nat(), (n, seed) => {
        const root = new Set(partialTiles(n).map(tilePath));
        const tiles = inclusionTiles(seed % n, n).map(tilePath);
        expect(tiles.filter((name) => !root.has(name)).length).toBeLessThanOrEqual(3);
        expect(tiles.length).toBeLessThanOrEqual(n <= 2 ** 16 ? 3 : 5);
      }),
      { numRuns: 2000 },
    );
  });

  it('says which tile is missing', () => {
    const read = tileReader(nativeHasher, 257, () => undefined);
    expect(() => inclusionProof(nativeHasher, read, 3, 257)).toThrow('tile/0/000 is missing or too short');
    expect(() => readerAt(257)(0, 257)).toThrow('no subtree 257 at level 0');
  });

  it('takes a full tile where a partial one is asked for', () => {
    const full = files.get('tile/0/000');
    const read = tileReader(nativeHasher, 100, () => full);
    expect(rangeHash(nativeHasher, read, { begin: 0, end: 100 })).toEqual(tree.root(100));
  });
});

describe('a bundle of entries', () => {
  it('gives back what was put in', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array()), (entries) => {
        expect(decodeEntryBundle(encodeEntryBundle(entries), { width: entries.length })).toEqual(entries);
      }),
    );
  });

  it('holds entries of up to 65535 bytes', () => {
    const longest = new Uint8Array(65_535).fill(1);
    expect(decodeEntryBundle(encodeEntryBundle([longest]), { width: 1 })?.map(({ length }) => length)).toEqual([
      65_535,
    ]);
    expect(() => encodeEntryBundle([new Uint8Array(65_536)])).toThrow(RangeError);
  });

  it('is refused when it is cut off or holds another number of entries', () => {
    const content = encodeEntryBundle([encodeUtf8('one'), encodeUtf8('two')]);
    for (let cut = 1; cut < content.length; cut++) {
      expect(decodeEntryBundle(content.slice(0, cut), { width: 2 })).toBeNull();
    }
    expect(decodeEntryBundle(content, { width: 3 })).toBeNull();
    expect(splitTile(content, { width: 1 })).toBeNull();
  });
});

describeVectors('the test log of tessera', (folder) => {
  const log = path.join(folder, 'tessera-testlog/testdata/log');
  const key = parseVerifierKey('example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx');
  const read = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(log, name)));
  const open = (name: string) => {
    const checkpoint = key && openCheckpoint(read(name), key, verifyEd25519);
    if (!checkpoint || typeof checkpoint === 'string') throw new Error(`${name}: ${checkpoint}`);
    return checkpoint;
  };
  const sizes = Array.from({ length: 16 }, (_, size) => size);

  it('has a signed checkpoint of every size, and the last is the current one', () => {
    expect(sizes.map((size) => open(`checkpoint.${size}`).size)).toEqual(sizes);
    expect(open('checkpoint')).toEqual(open('checkpoint.15'));
  });

  it.each(sizes.slice(1))('of size %d has the entries, tiles and root that it signed', (size) => {
    const [hashes, bundle] = [tileAt(0, 0, size), tileAt('entries', 0, size)];
    if (!hashes || !bundle) throw new Error('no tile');
    const entries = decodeEntryBundle(read(tilePath(bundle)), bundle);
    const leaves = entries?.map((entry) => nativeHasher.leaf(entry)).map((leaf) => new Uint8Array(leaf));
    expect(splitTile(read(tilePath(hashes)), hashes)).toEqual(leaves);
    const reader = tileReader(nativeHasher, size, (tile) => read(tilePath(tile)));
    const { root } = open(`checkpoint.${size}`);
    expect([...rangeHash(nativeHasher, reader, { begin: 0, end: size })]).toEqual([...root]);
    for (let index = 0; index < size; index++) {
      const proof = inclusionProof(nativeHasher, reader, index, size);
      expect(checkInclusion(nativeHasher, { leafHash: reader(0, index), index, size, root, proof })).toBeNull();
    }
    for (let first = 1; first < size; first++) {
      const proof = consistencyProof(nativeHasher, reader, first, size);
      const ends = { first: { size: first, root: open(`checkpoint.${first}`).root }, second: { size, root } };
      expect(checkConsistency(nativeHasher, { ...ends, proof })).toBeNull();
    }
  });
});
