import { tileAt, tilePath, tileWidth } from '../tiles/tile-path';
import { hashBytes } from '../tree/hash-bytes';
import type { FileProblem, LogFolder } from './log-folder';

/** How far a search has come, in files. */
export interface SearchProgress {
  read: number;
  /** All that will be read if nothing is found. */
  all: number;
}

/** Found at an index, or null: then not from the newest entry down to `searchedFrom`, and 0 is the whole log. */
export interface Found {
  index: number | null;
  searchedFrom: number;
}

/** At once: enough to keep a slow line busy. */
const together = 6;

/**
 * Looks for a leaf hash among the log's leaf hashes, the newest first.
 * @param most how many files of 256 hashes may be read
 */
export async function findLeaf(
  folder: LogFolder,
  leaf: Uint8Array,
  size: number,
  most: number,
  onProgress: (progress: SearchProgress) => void,
): Promise<Found | FileProblem> {
  const last = Math.ceil(size / tileWidth) - 1;
  const lowest = Math.max(0, last + 1 - most);
  const all = last + 1 - lowest;
  for (let high = last; high >= lowest; high -= together) {
    const indices = Array.from({ length: Math.min(together, high - lowest + 1) }, (_, at) => high - at);
    const tiles = indices.flatMap((index) => tileAt(0, index, size) ?? []);
    const contents = await Promise.all(tiles.map((tile) => folder.file(tilePath(tile))));
    for (const [at, content] of contents.entries()) {
      if ('problem' in content) return content;
      const place = placeIn(content, leaf);
      if (place !== null) return { index: (indices[at] ?? 0) * tileWidth + place, searchedFrom: 0 };
    }
    onProgress({ read: last - high + indices.length, all });
  }
  return { index: null, searchedFrom: lowest * tileWidth };
}

function placeIn(content: Uint8Array, leaf: Uint8Array): number | null {
  for (let at = 0; at + hashBytes <= content.length; at += hashBytes) {
    let same = 0;
    while (same < hashBytes && content[at + same] === leaf[same]) same += 1;
    if (same === hashBytes) return at / hashBytes;
  }
  return null;
}
