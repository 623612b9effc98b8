import { inclusionRanges, consistencyRanges } from '../tree/make-proof';
import type { ReadSubtree } from '../tree/stored-tree';
import { subtreesOf, type Range } from '../tree/subtrees';
import { hashBytes } from '../tree/hash-bytes';
import type { TreeHasher } from '../tree/tree-hasher';
import { splitTile } from './tile-content';
import { tileAt, tileOf, tilePath, tileWidth, type Tile } from './tile-path';
import { joinComplete } from './tile-writer';

/** The tiles that hold the hashes of these nodes in a log of `size` entries, each once. */
function tilesOfRanges(ranges: readonly Range[], size: number): Tile[] {
  const tiles = ranges.flatMap(subtreesOf).map((subtree) => tileOf(subtree, size)?.tile);
  return unique(tiles.filter((tile) => tile !== undefined));
}

function unique(tiles: readonly Tile[]): Tile[] {
  return [...new Map(tiles.map((tile) => [tilePath(tile), tile])).values()];
}

/**
 * The tiles an inclusion proof is made from, with the leaf’s own: at most three of them, up to 2^24 entries, are not among
 * `partialTiles`, which whoever computed the checkpoint’s root from tiles holds already.
 * @throws when there is no such leaf
 */
export function inclusionTiles(index: number, size: number): Tile[] {
  const own = tileAt(0, Math.floor(index / tileWidth), size);
  return unique([...(own ? [own] : []), ...tilesOfRanges(inclusionRanges(index, size), size)]);
}

/** The tiles a consistency proof is made from. @throws unless 0 < first ≤ second */
export function consistencyTiles(first: number, second: number): Tile[] {
  return tilesOfRanges(consistencyRanges(first, second), second);
}

/**
 * Reads the hashes of complete subtrees out of tiles, for `inclusionProof`, `consistencyProof` and `rangeHash`.
 * @param contentOf the content of a tile of the log of `size` entries; a full tile’s serves for a partial one
 * @throws when reading, where a tile is missing or too short
 */
export function tileReader(
  hasher: TreeHasher,
  size: number,
  contentOf: (tile: Tile) => Uint8Array | undefined,
): ReadSubtree {
  return (level, index) => {
    const place = tileOf({ level, index }, size);
    if (place === null) throw new RangeError(`a log of ${size} entries has no subtree ${index} at level ${level}`);
    const { tile, first, span } = place;
    const content = contentOf(tile)?.slice(0, tile.width * hashBytes);
    const hashes = content && splitTile(content, tile);
    if (!hashes) throw new RangeError(`${tilePath(tile)} is missing or too short`);
    return joinComplete(hasher, hashes.slice(first, first + span));
  };
}
