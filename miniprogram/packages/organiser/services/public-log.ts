import { entryCode } from '../../../../cloudfunctions/shared/universal/ledger/bundle/entry-code';
import { splitTile } from '../../../../cloudfunctions/shared/universal/ledger/tiles/tile-content';
import { tileAt, tilePath, tileWidth } from '../../../../cloudfunctions/shared/universal/ledger/tiles/tile-path';
import { download, type Failure } from '../../../services/cloud';
import { getStandings } from '../../../services/standings';

type Found = { ok: true; index: number } | { ok: false; failure?: Failure };

/** How many tiles are fetched at a time: 8 KB each. */
const atOnce = 6;

/**
 * The place of the entry whose leaf hash a receipt shows in short, looked up in the log that everybody can read. No
 * function answers this: that a code belongs to a ballot is for its holder to say.
 * @param code e.g. "7K4M-Q2XD". A digit string of eight is not one: it is read as a place
 */
export async function findByCode(pollId: string, code: string): Promise<Found> {
  const standings = await getStandings(pollId);
  if (!standings.ok) return { ok: false, failure: standings.error };
  const { log } = standings.data;
  if (!log) return { ok: false };
  const tiles = Math.ceil(log.size / tileWidth);
  for (let first = 0; first < tiles; first += atOnce) {
    const wanted = Array.from({ length: Math.min(atOnce, tiles - first) }, (_, at) => first + at);
    const found = await Promise.all(wanted.map((tile) => findInTile(log, tile, code)));
    const hit = found.find((place) => place !== null);
    if (hit !== undefined && hit !== null) return hit;
  }
  return { ok: false };
}

async function findInTile(log: { files: string; size: number }, number: number, code: string): Promise<Found | null> {
  const tile = tileAt(0, number, log.size);
  if (tile === null) return null;
  const content = await download(`${log.files}/${tilePath(tile)}`);
  if (typeof content === 'string') {
    return { ok: false, failure: { code: 'NO_ANSWER', message: `a tile of the log is ${content}` } };
  }
  const at = splitTile(content, tile)?.findIndex((hash) => entryCode(hash) === code) ?? -1;
  return at < 0 ? null : { ok: true, index: number * tileWidth + at };
}
