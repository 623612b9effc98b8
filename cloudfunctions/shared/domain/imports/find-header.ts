import { cleanText } from '../../universal/text/clean-text';
import { coveringRange } from './merged';
import type { Table, TableRow } from './table';
import { meaningOf, plainTitle, type Meaning } from './vocabulary';

/** A title in the header. */
export interface HeaderTitle {
  /** As the file writes it; "" where the column has none. */
  title: string;
  /** The title above it, where that stands above several. */
  under?: string;
  column: number;
  /** Where it stands; 0 where the file has no header. */
  row: number;
  meaning: Meaning | null;
}

export interface Header {
  /** The last row of it; 0 where the file has none. */
  row: number;
  titles: HeaderTitle[];
  /** How much of it is understood. */
  score: number;
}

/** A list may have a title and remarks above its header. */
const rowsLookedAt = 20;

/** In UTF-16 units; a longer one is cut. */
const longestTitle = 100;

/** Titles that say only together with the one above them what they mean. */
const generic = /^(?:名称|名字|名|全称|简称|姓名|编号|号码|类别|类型|分类|简介|介绍|概况|情况)$/;

/**
 * Finds the row, or the two, that say what the columns hold: those with the most titles that are understood.
 * @returns null when no row has any
 */
export function findHeader(table: Table): Header | null {
  let best: Header | null = null;
  const rows = table.rows.slice(0, rowsLookedAt);
  for (const [index, row] of rows.entries()) {
    const above = rows[index - 1];
    const readings = [titlesOf(table, row), ...(above ? [joinedTitles(table, above, row)] : [])];
    for (const titles of readings) {
      const score = scoreOf(titles) - (holdsFigures(row) ? 1 : 0);
      if (score > 0 && (best === null || score > best.score || isLastOfTwo(table, row.row, score, best))) {
        best = { row: row.row, titles, score };
      }
    }
  }
  return best;
}

/** So many titles two headers have to share for one to be a header like the other. */
const sharedTitles = 2;

/**
 * Every row of a sheet that says, in one row, what columns hold, as `header` does: a name's among them, and some of the same titles.
 * A candidate's row is none, whatever its texts are called.
 */
export function headersLike(table: Table, header: Header): Header[] {
  if (header.row === 0 || header.titles.some(({ under }) => under !== undefined)) return [];
  const known = new Set(header.titles.flatMap(({ title, meaning }) => (meaning ? [plainTitle(title)] : [])));
  return table.rows.flatMap((row) => {
    const written = row.cells.filter((cell) => cell && cell.text.trim() !== '').length;
    if (written < sharedTitles || holdsFigures(row)) return [];
    const titles = titlesOf(table, row);
    const understood = titles.filter(({ meaning }) => meaning !== null);
    const shared = understood.filter(({ title }) => known.has(plainTitle(title))).length;
    const isNamed = understood.some(({ meaning }) => meaning?.use === 'name');
    if (!isNamed || shared < sharedTitles || understood.length * 2 < titles.length) return [];
    return [{ row: row.row, titles, score: scoreOf(titles) }];
  });
}

/** A row of figures is hardly one of titles, whatever else stands in it. */
function holdsFigures({ cells }: TableRow): boolean {
  return cells.some((cell) => cell && (cell.kind === 'number' || /^\s*\d+\s*$/.test(cell.text)));
}

/** Below a header whose cells are merged downwards, the second row is the last of it. */
function isLastOfTwo(table: Table, row: number, score: number, best: Header): boolean {
  if (score !== best.score || row === best.row) return false;
  return table.merged.some(({ firstRow, lastRow }) => firstRow < row && row <= lastRow);
}

/** A name is needed, so a row that has it wins over one with as many titles, the plainer name first; what is known and never read counts a little. */
function scoreOf(titles: readonly HeaderTitle[]): number {
  const uses = new Set(titles.flatMap(({ meaning }) => (meaning ? [meaning.use] : [])));
  const isAside = (use: string): boolean => use === 'private' || use === 'picture';
  const read = [...uses].filter((use) => !isAside(use)).length;
  const aside = titles.filter(({ meaning }) => meaning !== null && isAside(meaning.use)).length;
  const ranks = titles.flatMap(({ meaning }) => (meaning?.use === 'name' ? [meaning.rank] : []));
  const hasName = ranks.length > 0 ? 0.5 - Math.min(...ranks) / 50 : 0;
  return read === 0 ? 0 : read + hasName + Math.min(aside, 4) / 16;
}

/** Titles of one row; a cell merged downwards into it counts with its text. */
function titlesOf(table: Table, row: TableRow): HeaderTitle[] {
  return columnsOf(table, row).flatMap((column) => {
    const title = titleAt(row, column) || titleFromAbove(table, row.row, column);
    return title === '' ? [] : [{ title, column, row: row.row, meaning: meaningOf(title) }];
  });
}

/** Titles of two rows: those of the upper one that stand above several, and where the lower one is empty, on their own. */
function joinedTitles(table: Table, above: TableRow, row: TableRow): HeaderTitle[] {
  const own = columnsOf(table, row).filter((column) => titleAt(row, column) !== '');
  const known = own.filter((column) => meaningOf(titleAt(row, column)) !== null);
  // A row of a list has texts of its own; a second row of titles hardly any.
  if (known.length === 0 || known.length * 2 < own.length) return [];
  return columnsOf(table, above, row).flatMap((column): HeaderTitle[] => {
    const title = titleAt(row, column) || titleFromAbove(table, row.row, column);
    if (title === '') {
      const alone = titleAt(above, column);
      return alone === '' ? [] : [{ title: alone, column, row: above.row, meaning: meaningOf(alone) }];
    }
    const under = titleAt(row, column) === '' ? '' : parentOf(table, above, row, column);
    if (under === '' || under === title) return [{ title, column, row: row.row, meaning: meaningOf(title) }];
    return [{ title, under, column, row: row.row, meaning: meaningUnder(under, title) }];
  });
}

/** The title above a column: its own cell's, that of the cells merged with it, or the last one to the left that has columns below it. */
function parentOf(table: Table, above: TableRow, row: TableRow, column: number): string {
  const range = coveringRange(table, above.row, column);
  if (range) return titleAt(above, range.firstColumn);
  for (let from = column; from >= 0; from -= 1) {
    const title = titleAt(above, from);
    if (title !== '') return titleAt(row, from) === '' ? '' : title;
    if (coveringRange(table, above.row, from)) return '';
  }
  return '';
}

/** 姓名 under 联系人 is no candidate's name, 名称 under 申报单位 is a unit's. */
function meaningUnder(under: string, title: string): Meaning | null {
  const parent = meaningOf(under);
  if (parent?.use === 'private') return parent;
  const own = meaningOf(title);
  const isGeneric = generic.test(plainTitle(title));
  const together = isGeneric || own === null ? meaningOf(`${plainTitle(under)}${plainTitle(title)}`) : null;
  return together ?? own;
}

function titleAt({ cells }: TableRow, column: number): string {
  return cleanText((cells[column]?.text ?? '').slice(0, longestTitle), 'one').text;
}

function titleFromAbove(table: Table, row: number, column: number): string {
  const range = coveringRange(table, row, column);
  if (range?.firstColumn !== range?.lastColumn) return '';
  const source = range && table.rows.find((each) => each.row === range.firstRow);
  return source ? titleAt(source, column) : '';
}

function columnsOf({ merged }: Table, ...rows: readonly TableRow[]): number[] {
  const reached = merged.flatMap(({ firstRow, lastRow, firstColumn, lastColumn }) =>
    firstColumn === lastColumn && rows.some(({ row }) => firstRow <= row && row <= lastRow) ? [lastColumn + 1] : [],
  );
  const width = Math.min(64, Math.max(0, ...rows.map(({ cells }) => cells.length), ...reached));
  return Array.from({ length: width }, (__, column) => column);
}
