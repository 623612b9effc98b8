import type { RankRow, RankTable } from './ranking';

/** What a hall's screen shows of a ranking at once. */
export interface HallPage {
  /** The table's id and name. */
  table: string;
  name: string;
  rows: RankRow[];
  /** Places in the list of the first and the last of them, from 1, and how many the list has. */
  from: number;
  to: number;
  total: number;
  /** Whether the last winner is on it, and somebody behind who is none. */
  hasLine: boolean;
}

const rowsAtOnce = 10;

/** How long a page stays, milliseconds: the first, which everybody came for, and the others. */
export const firstStay = 20_000;
export const otherStay = 12_000;

/** All by tens; where the poll has groups, the first ten of all and then each group by tens. */
export function hallPages(tables: readonly RankTable[]): HallPage[] {
  const [all, ...groups] = tables;
  if (all === undefined) return [];
  const pages = tens(all);
  return groups.length === 0 ? pages : [...pages.slice(0, 1), ...groups.flatMap(tens)];
}

function tens({ id, name, rows }: RankTable): HallPage[] {
  const pages: HallPage[] = [];
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const some = rows.slice(at, at + rowsAtOnce);
    const to = at + some.length;
    const hasLine = some[0]?.isInside === true && (rows[to] ?? some.at(-1))?.isInside === false;
    pages.push({ table: id, name, rows: some, from: at + 1, to, total: rows.length, hasLine });
  }
  return pages;
}
