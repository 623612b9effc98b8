import { headersLike, type Header, type HeaderTitle } from './find-header';
import { columnLetters, type Table } from './table';
import { plainTitle } from './vocabulary';

/** A list within a sheet: rows of its own below a header of its own. */
export interface ListPart {
  table: Table;
  header: Header;
}

/**
 * The lists that stand below each other in one sheet, as where three offices' lists were pasted together: each is read by its own
 * titles, since what is a name's column in one is a telephone's in the next. Pages of one list, whose titles are the same, are one.
 */
export function partsOf(table: Table, header: Header): ListPart[] {
  const further = headersLike(table, header).filter((each) => each.row !== header.row && !meansTheSame(each, header));
  const headers = [header, ...further].sort((one, other) => one.row - other.row);
  return headers.map((own, at) => {
    const from = at === 0 ? 0 : own.row;
    const to = headers[at + 1]?.row ?? Infinity;
    const rows = table.rows.filter(({ row }) => row >= from && row < to);
    // Rows that the reader cut off at its limit are behind the last one.
    const unseen = at === headers.length - 1 ? table.rowCount - table.rows.length : 0;
    return { header: own, table: headers.length === 1 ? table : { ...table, rows, rowCount: rows.length + unseen } };
  });
}

function meansTheSame(one: Header, other: Header): boolean {
  const meanings = ({ titles }: Header): string =>
    [...titles]
      .sort((a, b) => a.column - b.column)
      .map(({ column, title, meaning }) => `${column} ${meaning?.use ?? plainTitle(title)}`)
      .join('\n');
  return meanings(one) === meanings(other);
}

/**
 * Where the same titles stand several times beside each other, as on a page that was printed in two columns.
 * @returns the columns of each list, like "A–C"; null for anything else
 */
export function besideEachOther({ titles }: Header): string[] | null {
  const inOrder = [...titles].sort((one, other) => one.column - other.column);
  const plain = inOrder.map(({ title }) => plainTitle(title));
  for (let width = 2; width * 2 <= plain.length; width += 1) {
    const repeats = plain.length % width === 0 && plain.every((title, at) => title === plain[at % width]);
    const first = inOrder.slice(0, width);
    if (!repeats || !first.some(({ meaning }) => meaning?.use === 'name')) continue;
    return Array.from({ length: plain.length / width }, (_, at) =>
      rangeOf(inOrder.slice(at * width, (at + 1) * width)),
    );
  }
  return null;
}

function rangeOf(titles: readonly HeaderTitle[]): string {
  return `${columnLetters(titles[0]?.column ?? 0)}–${columnLetters(titles.at(-1)?.column ?? 0)}`;
}
