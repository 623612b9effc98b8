import { cleanText, likeness } from '../text/clean-text';
import { importColumns, pictureTitles, runningNumberTitles, type ImportField } from './columns';
import { coveringRange } from './merged';
import type { Table } from './table';

/** A title in the header row. */
export interface HeaderTitle {
  /** As the file writes it. */
  title: string;
  column: number;
  meaning: ImportField | 'runningNumber' | 'picture' | 'unknown';
}

export interface Header {
  row: number;
  titles: HeaderTitle[];
  /** Rows with content up to and including the header. */
  rowsAbove: number;
}

/** A list may have a title and remarks above its header. */
const rowsLookedAt = 20;

/** In UTF-16 units; a longer one is cut. */
const longestTitle = 100;

/** Without remarks like "（必填）" or "(60字以内)", marks and punctuation at the end. */
function plainTitle(title: string): string {
  return likeness(title)
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g, '')
    .replace(/^[*★※]+|[*★※:：、]+$/g, '');
}

const meanings = new Map<string, HeaderTitle['meaning']>([
  ...importColumns.flatMap(({ field, title, synonyms }) =>
    [title, ...synonyms].map((each) => [likeness(each), field] as const),
  ),
  ...pictureTitles.map((title) => [likeness(title), 'picture'] as const),
  ...runningNumberTitles.map((title) => [likeness(title), 'runningNumber'] as const),
]);

/**
 * Finds the row that says what the columns hold: the one with the most titles that are understood.
 * @returns null when no row has any
 */
export function findHeader(table: Table): Header | null {
  let best: { header: Header; score: number } | null = null;
  for (const [index, { row }] of table.rows.slice(0, rowsLookedAt).entries()) {
    const titles = titlesOf(table, index);
    const known = new Set(titles.map(({ meaning }) => meaning).filter((meaning) => meaning !== 'unknown'));
    // A name is needed, so a row that has it wins over one with as many titles.
    const score = known.size + (known.has('name') ? 0.5 : 0);
    // Below a header in two rows whose cells are merged downwards, the second row is the last of it.
    const isLastOfTwo = best !== null && score === best.score && isCoveredFromAbove(table, row);
    if (known.size > 0 && (best === null || score > best.score || isLastOfTwo)) {
      best = { header: { row, titles, rowsAbove: index + 1 }, score };
    }
  }
  return best?.header ?? null;
}

/** Titles of a row; a cell merged downwards into it counts with its text. */
function titlesOf(table: Table, index: number): HeaderTitle[] {
  const { row, cells } = table.rows[index] ?? { row: 0, cells: [] };
  const width = Math.max(cells.length, ...table.rows.slice(0, index).map((above) => above.cells.length));
  const titles: HeaderTitle[] = [];
  for (let column = 0; column < width; column += 1) {
    const range = coveringRange(table, row, column);
    const isDownwards = range !== undefined && range.firstColumn === range.lastColumn;
    const source = isDownwards ? table.rows.find((each) => each.row === range.firstRow)?.cells[column] : cells[column];
    const title = cleanText((source?.text ?? '').slice(0, longestTitle), 'one').text;
    if (title === '') continue;
    titles.push({ title, column, meaning: meanings.get(plainTitle(title)) ?? 'unknown' });
  }
  return titles;
}

function isCoveredFromAbove(table: Table, row: number): boolean {
  return table.merged.some(({ firstRow, lastRow }) => firstRow < row && row <= lastRow);
}
