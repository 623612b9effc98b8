import { fetchable } from './fetchable';

/** Where a page finds its poll, and for what screen a board draws. */
export type Address =
  | { kind: 'poll'; folder: string; isHall: boolean }
  | { kind: 'missing' }
  | { kind: 'unusable'; given: string }
  /** The page's owner lets it show other folders only. */
  | { kind: 'refused'; given: string };

/**
 * Reads a page’s own address: `?files=FOLDER`, optionally `&view=hall`.
 * @param allowed beginnings of folders that the page's owner lets it show, apart by spaces; empty for any
 */
export function readAddress(pageUrl: string, allowed: string): Address {
  const query = new URL(pageUrl).searchParams;
  const given = query.get('files')?.trim() ?? '';
  if (given === '') return { kind: 'missing' };
  const url = fetchable(given, pageUrl);
  if (url === null) return { kind: 'unusable', given };
  const folder = folderOf(url);
  const beginnings = allowed.split(/\s+/).filter((each) => each !== '');
  if (beginnings.length > 0 && !beginnings.some((each) => isBelow(folder, each))) return { kind: 'refused', given };
  return { kind: 'poll', folder, isHall: query.get('view') === 'hall' };
}

/** Whoever copies the address of one of the files means its folder. */
function folderOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/(poll|standings)\.json$/, '').replace(/\/+$/, '');
}

/** Whole parts of the path only: `…/logs` is no beginning of `…/logs-of-others`. */
function isBelow(folder: string, beginning: string): boolean {
  return `${folder}/`.startsWith(`${beginning.replace(/\/+$/, '')}/`);
}
