/**
 * How a cell came to its text. Everything but `text` and `number` may be a mistake in the place it stands in:
 * `uncomputed` is a formula whose result the file does not keep, `picture` a picture in place of a text.
 */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'uncomputed' | 'picture';

/** A cell that is not empty. */
export interface Cell {
  kind: CellKind;
  /** What the cell shows: "2026-11-23" for a date, "#N/A" for an error, "" for what has no text or blanks alone. */
  text: string;
}

export interface TableRow {
  /** As the program that shows the file numbers it, from 1. */
  row: number;
  /** By column from 0; null or absent is an empty cell. */
  cells: readonly (Cell | null | undefined)[];
  /** The program does not show it: it was hidden, or filtered out. */
  isHidden?: true;
}

/** Cells that were merged: only the first of them has a value. Rows from 1, columns from 0, inclusive. */
export interface MergedRange {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

/** One sheet of a file. */
export interface Table {
  /** The sheet's name; "" in a CSV file. */
  name: string;
  /** Rows with any content, in order; only the first of them when there are very many. */
  rows: readonly TableRow[];
  /** How many rows have any content, whether they are in `rows` or not. */
  rowCount: number;
  merged: readonly MergedRange[];
  /** Columns that the program does not show; absent where it shows all. */
  hiddenColumns?: readonly number[];
  /** Pictures that lie on the sheet, by the cell their corner is in. */
  pictures: readonly { row: number; column: number }[];
}

/** A column's letters: 0 is "A", 26 is "AA". */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** A cell as a person finds it, e.g. "B7". */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}
