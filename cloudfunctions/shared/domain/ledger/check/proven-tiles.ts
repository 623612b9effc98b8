import { areEqual } from '../bytes';
import { tileAt, partialTiles, tileHeight, tilePath, tileWidth, type Tile } from '../tiles/tile-path';
import { splitTile } from '../tiles/tile-content';
import { tileReader } from '../tiles/tile-reader';
import { joinComplete } from '../tiles/tile-writer';
import { hashBytes, type TreeHasher } from '../tree/tree-hasher';
import { rangeHash, type ReadSubtree } from '../tree/stored-tree';
import type { FileProblem, LogFolder } from './log-folder';

export type TileProblem = FileProblem | { problem: 'TILES_ALTERED'; path: string };

/**
 * The tiles on the way from a leaf up to the log's right edge.
 * @param lowest the tile level to begin at
 */
function tilesAbove(leaf: number, lowest: number, size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = lowest; ; level++) {
    const tile = tileAt(level, Math.floor(leaf / tileWidth ** (level + 1)), size);
    if (tile === null) return tiles;
    tiles.push(tile);
    if (tile.width < tileWidth) return tiles;
  }
}

/** The tiles that prove a leaf, without those at the log's right edge. */
export function tilesOfLeaf(index: number, size: number): Tile[] {
  return tilesAbove(index, 0, size);
}

/** The tiles that prove what the log was when it had `earlier` entries, without those at its right edge. */
export function tilesOfRoot(earlier: number, size: number): Tile[] {
  if (earlier < 1 || earlier >= size) return [];
  let lowest = 0;
  while (Math.floor(earlier / tileWidth ** lowest) % tileWidth === 0) lowest += 1;
  return tilesAbove(earlier, lowest, size);
}

/**
 * Reads tiles and proves each of them against a signed root: the tiles at the right edge hash to the root, and every full
 * tile to a hash of the tile above it. What the returned reader hands out is therefore what was signed, so a leaf found in
 * it is included, and an earlier root made from it is consistent. The other way, a proof of RFC 6962 for each question,
 * needs the same tiles and cannot tell an altered tile from an altered log.
 * @param wanted with every full tile, those above it
 */
export async function readProvenTiles(
  hasher: TreeHasher,
  folder: LogFolder,
  { size, root }: { size: number; root: Uint8Array },
  wanted: readonly Tile[],
): Promise<ReadSubtree | TileProblem> {
  const edge = partialTiles(size);
  const tiles = [...new Map([...edge, ...wanted].map((tile) => [tilePath(tile), tile])).values()];
  const contents = new Map<string, Uint8Array>();
  const read = await Promise.all(tiles.map((tile) => folder.file(tilePath(tile))));
  for (const [at, tile] of tiles.entries()) {
    const content = read[at];
    const path = tilePath(tile);
    if (content === undefined) throw new Error('a file was read for each tile');
    if ('problem' in content) return content;
    if (content.length !== tile.width * hashBytes) return { problem: 'TILES_ALTERED', path };
    contents.set(path, content);
  }
  const reader = tileReader(hasher, size, (tile) => contents.get(tilePath(tile)));
  const atEdge = edge[0] === undefined ? '' : tilePath(edge[0]);
  if (!areEqual(rangeHash(hasher, reader, { begin: 0, end: size }), root)) {
    return { problem: 'TILES_ALTERED', path: atEdge };
  }
  const full = tiles.flatMap(({ level, index, width }) =>
    level !== 'entries' && width === tileWidth ? [{ level, index }] : [],
  );
  for (const { level, index } of full.sort((a, b) => b.level - a.level)) {
    // The same subtree from both sides: from its own tile's hashes, and as one hash of the tile above.
    const path = tilePath({ level, index, width: tileWidth });
    const own = joinComplete(hasher, splitTile(contents.get(path) ?? new Uint8Array(), { width: tileWidth }) ?? []);
    if (!areEqual(own, reader((level + 1) * tileHeight, index))) return { problem: 'TILES_ALTERED', path };
  }
  return reader;
}
