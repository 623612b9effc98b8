import { concatenate } from '../bytes';
import { hashBytes } from '../tree/hash-bytes';
import type { Tile } from './tile-path';

/** The largest entry whose length a bundle can tell. */
export const mostEntryBytes = 0xffff;

/** @returns null when the content is not `width` hashes long */
export function splitTile(content: Uint8Array, { width }: Pick<Tile, 'width'>): Uint8Array[] | null {
  if (content.length !== width * hashBytes) return null;
  return Array.from({ length: width }, (_, at) => content.slice(at * hashBytes, (at + 1) * hashBytes));
}

/** A bundle of entries: each behind its length in two bytes, the high one first. @throws on an entry too long for that */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concatenate(
    ...entries.flatMap((entry) => {
      if (entry.length > mostEntryBytes) throw new RangeError(`an entry has at most ${mostEntryBytes} bytes`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/** @returns null when the bundle does not hold exactly `width` entries */
export function decodeEntryBundle(content: Uint8Array, { width }: Pick<Tile, 'width'>): Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < content.length;) {
    const begin = at + 2;
    const end = begin + (content[at] ?? 0) * 256 + (content[at + 1] ?? 0);
    if (end > content.length) return null;
    entries.push(content.slice(begin, end));
    at = end;
  }
  return entries.length === width ? entries : null;
}
