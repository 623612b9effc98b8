import { concatenate } from '../bytes';
import { joinPeaks } from '../tree/frontier';
import type { TreeHasher } from '../tree/tree-hasher';
import { splitTile } from './tile-content';
import { partialTiles, tileAt, tilePath, tileWidth, type Tile } from './tile-path';

export interface TileFile {
  tile: Tile;
  /** 32 bytes a hash. */
  content: Uint8Array;
}

/** Turns a growing list of leaf hashes into the files of a tlog-tiles log. Holds at most 255 hashes a level. */
export class TileWriter {
  readonly #hasher: TreeHasher;
  /** The hashes behind the last full tile, by tile level. */
  readonly #tails: Uint8Array[][] = [];
  #size: number;
  #full: TileFile[] = [];

  /**
   * @param size entries so far
   * @param readTile gives the content of a partial tile that was written at that size
   * @throws when a partial tile is not as long as it has to be
   */
  constructor(hasher: TreeHasher, size = 0, readTile: (tile: Tile) => Uint8Array = () => new Uint8Array()) {
    this.#hasher = hasher;
    this.#size = size;
    for (const tile of partialTiles(size)) {
      const hashes = splitTile(readTile(tile), tile);
      if (hashes === null) throw new RangeError(`${tilePath(tile)} has not ${tile.width} hashes`);
      if (tile.level !== 'entries') this.#tails[tile.level] = hashes;
    }
  }

  get size(): number {
    return this.#size;
  }

  append(leafHash: Uint8Array): void {
    this.#size += 1;
    this.#push(0, leafHash);
  }

  #push(level: number, hash: Uint8Array): void {
    const tail = (this.#tails[level] ??= []);
    tail.push(hash);
    if (tail.length < tileWidth) return;
    this.#tails[level] = [];
    const count = Math.floor(this.#size / tileWidth ** level);
    const tile = { level, index: count / tileWidth - 1, width: tileWidth };
    this.#full.push({ tile, content: concatenate(...tail) });
    this.#push(level + 1, joinComplete(this.#hasher, tail));
  }

  /** What has to be published since the last call: tiles filled since then, and the partial ones as they are now. */
  take(): TileFile[] {
    const full = this.#full;
    this.#full = [];
    const partial = this.#tails.flatMap((tail, level): TileFile[] => {
      const count = Math.floor(this.#size / tileWidth ** level);
      const tile = tileAt(level, Math.floor(count / tileWidth), this.#size);
      return tile === null ? [] : [{ tile, content: concatenate(...tail) }];
    });
    return [...full, ...partial];
  }
}

/** The root over 2^k hashes. */
export function joinComplete(hasher: TreeHasher, hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) {
    row = Array.from({ length: row.length / 2 }, (_, at) => joinPeaks(hasher, row.slice(2 * at, 2 * at + 2)));
  }
  return joinPeaks(hasher, row);
}
