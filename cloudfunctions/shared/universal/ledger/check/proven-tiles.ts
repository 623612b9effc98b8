import { areEqual } from '../bytes';
import { tileAt, tileHeight, tilePath, tileWidth, type Tile } from '../tiles/tile-path';
import { splitTile } from '../tiles/tile-content';
import { tileReader } from '../tiles/tile-reader';
import { joinComplete } from '../tiles/tile-writer';
import { joinPeaks } from '../tree/frontier';
import { rangeHash, type ReadSubtree } from '../tree/stored-tree';
import { peakCount, subtreesOf } from '../tree/subtrees';
import { hashBytes } from '../tree/hash-bytes';
import type { TreeHasher } from '../tree/tree-hasher';
import type { FileProblem, LogFolder } from './log-folder';

export type TileProblem = FileProblem | { problem: 'TILES_ALTERED'; path: string };

/** A file of the log beside its tiles: the roots of the complete subtrees at a published size, the largest first. */
export function peaksPath(size: number): string {
  return `peaks/${size}`;
}

/** Whether a full tile spans a whole peak of the log: then nothing above it is needed to prove it. */
function isPeak({ level, index, width }: Tile, size: number): boolean {
  if (level === 'entries' || width < tileWidth) return false;
  const span = tileWidth ** (level + 1);
  return Math.floor(size / span) % 2 === 1 && index === Math.floor(size / span) - 1;
}

/**
 * The tiles on the way from a leaf up to a peak: at most three in a log of up to 2^24 entries.
 * @param lowest the tile level to begin at
 */
function tilesAbove(leaf: number, lowest: number, size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = lowest; ; level++) {
    const tile = tileAt(level, Math.floor(leaf / tileWidth ** (level + 1)), size);
    if (tile === null) return tiles;
    tiles.push(tile);
    if (tile.width < tileWidth || isPeak(tile, size)) return tiles;
  }
}

/** The tiles that prove a leaf against the log's peaks. */
export function tilesOfLeaf(index: number, size: number): Tile[] {
  return tilesAbove(index, 0, size);
}

/** The tiles that prove what the log was when it had `earlier` entries. */
export function tilesOfRoot(earlier: number, size: number): Tile[] {
  if (earlier < 1 || earlier >= size) return [];
  let lowest = 0;
  while (Math.floor(earlier / tileWidth ** lowest) % tileWidth === 0) lowest += 1;
  return tilesAbove(earlier, lowest, size);
}

/**
 * Whether the log does not go on from one that was signed before.
 * @param read of proven tiles, those of `tilesOfRoot` of each among them
 */
export function isForked(
  hasher: TreeHasher,
  read: ReadSubtree,
  earlier: readonly { size: number; root: Uint8Array }[],
): boolean {
  return earlier.some(
    ({ size, root }) => size > 0 && !areEqual(rangeHash(hasher, read, { begin: 0, end: size }), root),
  );
}

/**
 * Reads the log's peaks and tiles, and proves each of them against a signed root: the peaks hash to the root, a partial tile to
 * the peaks it lies under, and every full tile to a hash of the tile above it or to a peak. What the returned reader hands
 * out is therefore what was signed, so a leaf found in it is included, and an earlier root made from it is consistent. The
 * other way, a proof of RFC 6962 for each question, needs more tiles where the log's edge is ragged, and cannot tell an
 * altered tile from an altered log.
 * @param wanted with every full tile that is no peak, those above it
 */
export async function readProvenTiles(
  hasher: TreeHasher,
  folder: LogFolder,
  log: { size: number; root: Uint8Array },
  wanted: readonly Tile[],
): Promise<ReadSubtree | TileProblem> {
  const tiles = [...new Map(wanted.map((tile) => [tilePath(tile), tile])).values()];
  const [peaks, ...read] = await Promise.all([
    folder.file(peaksPath(log.size)),
    ...tiles.map((tile) => folder.file(tilePath(tile))),
  ]);
  if ('problem' in peaks) return peaks;
  const known = provenPeaks(hasher, peaks, log);
  if (known === null) return { problem: 'TILES_ALTERED', path: peaksPath(log.size) };
  const contents = new Map<string, Uint8Array>();
  for (const [at, tile] of tiles.entries()) {
    const content = read[at];
    const path = tilePath(tile);
    if (content === undefined) throw new Error('a file was read for each tile');
    if ('problem' in content) return content;
    if (content.length !== tile.width * hashBytes) return { problem: 'TILES_ALTERED', path };
    contents.set(path, content);
  }
  const fromTiles = tileReader(hasher, log.size, (tile) => contents.get(tilePath(tile)));
  const peakAt = (level: number, index: number): Uint8Array | undefined => known.get(`${level} ${index}`);
  const reader: ReadSubtree = (level, index) => peakAt(level, index) ?? fromTiles(level, index);
  // From above, so that what a tile is held against has been proven itself.
  for (const tile of tiles.sort((a, b) => Number(b.level) - Number(a.level))) {
    const path = tilePath(tile);
    // At the log's edge a tile lies under peaks alone.
    const above = tile.width === tileWidth ? reader : peakAt;
    if (!isProven(hasher, tile, contents.get(path) ?? new Uint8Array(), above)) {
      return { problem: 'TILES_ALTERED', path };
    }
  }
  return reader;
}

/** The peaks by level and index; null when they do not hash to the root. */
function provenPeaks(
  hasher: TreeHasher,
  content: Uint8Array,
  { size, root }: { size: number; root: Uint8Array },
): Map<string, Uint8Array> | null {
  const hashes = splitTile(content, { width: peakCount(size) });
  if (hashes === null || !areEqual(joinPeaks(hasher, hashes), root)) return null;
  const places = size === 0 ? [] : subtreesOf({ begin: 0, end: size });
  return new Map(places.map(({ level, index }, at) => [`${level} ${index}`, hashes[at] ?? new Uint8Array()]));
}

/** Whether a tile's hashes join to what is known above it: to one hash, or at the log's edge to the peaks they lie under. */
function isProven(
  hasher: TreeHasher,
  { level, index, width }: Tile,
  content: Uint8Array,
  above: (level: number, index: number) => Uint8Array | undefined,
): boolean {
  const hashes = splitTile(content, { width });
  if (hashes === null || level === 'entries') return false;
  return subtreesOf({ begin: 0, end: width }).every((subtree) => {
    const span = 2 ** subtree.level;
    const own = joinComplete(hasher, hashes.slice(subtree.index * span, (subtree.index + 1) * span));
    const expected = above(level * tileHeight + subtree.level, (index * tileWidth) / span + subtree.index);
    return expected !== undefined && areEqual(own, expected);
  });
}
