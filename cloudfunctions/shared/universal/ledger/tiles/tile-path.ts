import { isCount, type Subtree } from '../tree/subtrees';

/** Hashes or entries of a full tile: C2SP tlog-tiles. */
export const tileWidth = 256;
/** Levels of the tree that one tile spans. */
export const tileHeight = 8;
/** 256^7 > 2^53: no tree has tiles above. */
const topLevel = 6;

/** One file of a log. */
export interface Tile {
  /** Hashes of subtrees of 256^level leaves, or the entries themselves. */
  level: number | 'entries';
  index: number;
  /** 1 … 256; less than 256 at the right edge of the log. */
  width: number;
}

/** The tile’s path below the log’s address, e.g. `tile/0/x001/x234/067.p/8`. */
export function tilePath({ level, index, width }: Tile): string {
  const groups = [String(index % 1000).padStart(3, '0')];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  }
  return `tile/${level}/${groups.join('/')}${width === tileWidth ? '' : `.p/${width}`}`;
}

/** @returns null when the path is not exactly what `tilePath` writes */
export function parseTilePath(path: string): Tile | null {
  const match = /^tile\/(entries|\d)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path);
  if (match === null) return null;
  const [, levelText, groups = '', widthText] = match;
  const index = Number(groups.replace(/[x/]/g, ''));
  const level = levelText === 'entries' ? 'entries' : Number(levelText);
  const tile: Tile = { level, index, width: widthText === undefined ? tileWidth : Number(widthText) };
  if (!isCount(index) || tile.width > tileWidth || (level !== 'entries' && level > topLevel)) return null;
  return tilePath(tile) === path ? tile : null;
}

/** How many hashes (or entries) a log of `size` entries has at a tile level. */
function countAt(level: Tile['level'], size: number): number {
  return level === 'entries' ? size : Math.floor(size / tileWidth ** level);
}

/** The tile of that place as a log of `size` entries has it; null when it has none. */
export function tileAt(level: Tile['level'], index: number, size: number): Tile | null {
  const width = Math.min(tileWidth, countAt(level, size) - index * tileWidth);
  return width < 1 ? null : { level, index, width };
}

/** The partial tiles of a log of `size` entries, lowest level first, without the entries’. Its root is made from them. */
export function partialTiles(size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0; level <= topLevel; level++) {
    const count = countAt(level, size);
    const width = count % tileWidth;
    if (width > 0) tiles.push({ level, index: (count - width) / tileWidth, width });
  }
  return tiles;
}

/** Where a complete subtree’s hash comes from: the tile, and which of its hashes [first, first + span) it joins. */
export function tileOf({ level, index }: Subtree, size: number): { tile: Tile; first: number; span: number } | null {
  const span = 2 ** (level % tileHeight);
  const first = index * span;
  const tile = tileAt(Math.floor(level / tileHeight), Math.floor(first / tileWidth), size);
  return tile === null || (first % tileWidth) + span > tile.width ? null : { tile, first: first % tileWidth, span };
}
