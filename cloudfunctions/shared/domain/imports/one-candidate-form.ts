import { cleanText } from '../../universal/text/clean-text';
import type { Header } from './find-header';
import { cellAddress, type Table, type TableRow } from './table';
import { meaningOf, plainTitle } from './vocabulary';

const rowsLookedAt = 40;

/** So many titles below each other are no list. */
const fewestTitles = 3;

/** "项目名称：社区食堂" in one cell. */
const labelled = /^([^:：]{1,12})[:：]\s*\S/;

interface Label {
  row: number;
  column: number;
  title: string;
}

/**
 * Finds a form about one candidate, whose titles stand below each other with the answers beside them.
 * @returns null for anything else; a list has one row of titles, or the same ones again on its next page
 */
export function findForm(table: Table, header: Header | null): { row: number; cell: string; found: string } | null {
  if (header && hasNeighbours(header)) return null;
  const rows = table.rows.slice(0, rowsLookedAt);
  const labels: Label[] = [];
  const filledByColumn = new Map<number, number>();
  for (const { row, cells } of rows) {
    for (const [column, cell] of [...cells].entries()) {
      const text = cell?.kind === 'text' ? cleanText(cell.text.slice(0, 200), 'one').text : '';
      if (text === '') continue;
      filledByColumn.set(column, (filledByColumn.get(column) ?? 0) + 1);
      const title = labelled.exec(text)?.[1] ?? text;
      if (meaningOf(title)) labels.push({ row, column, title });
    }
  }
  const isNamed = labels.some(({ title }) => meaningOf(title)?.use === 'name');
  const stacked = [...filledByColumn].find(([column, filled]) => {
    const own = labels.filter((label) => label.column === column);
    const distinct = new Set(own.map(({ title }) => plainTitle(title)));
    // A small form has a title of its own, its texts and little else.
    const fewest = filled <= 3 ? fewestTitles - 1 : fewestTitles;
    const answered = own.filter(({ row, title }) => isAnswered(rows, row, column, title));
    const isFilledIn = answered.length * 2 >= own.length || (own.length === filled && distinct.size > fewestTitles);
    return distinct.size >= fewest && own.length * 3 >= filled * 2 - 1 && isFilledIn;
  });
  const first = stacked && labels.find(({ column }) => column === stacked[0]);
  if (!isNamed || !first) return null;
  return { row: first.row, cell: cellAddress(first.row, first.column), found: first.title };
}

/** Whether something stands beside a title, or behind it in its own cell. */
function isAnswered(rows: readonly TableRow[], row: number, column: number, title: string): boolean {
  const cells = rows.find((each) => each.row === row)?.cells ?? [];
  const own = cleanText((cells[column]?.text ?? '').slice(0, 200), 'one').text;
  const beside = cells.slice(column + 1, column + 4).some((cell) => cell && cell.text.trim() !== '');
  return own !== title || beside;
}

/** In a list's header titles stand side by side; in a form an answer stands between them. */
function hasNeighbours({ titles }: Header): boolean {
  const known = new Set(titles.filter(({ meaning }) => meaning !== null).map(({ column }) => column));
  return [...known].some((column) => known.has(column + 1));
}
