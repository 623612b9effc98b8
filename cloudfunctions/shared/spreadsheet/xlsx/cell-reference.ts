import type { MergedRange } from '../../domain/imports/table';
import { Refused } from '../refusal';

const lastRow = 1_048_576;
const lastColumn = 16_384;

export interface Reference {
  /** From 1. */
  row: number;
  /** From 0. */
  column: number;
}

/** @param text e.g. "B7"; `$` may stand before either part */
export function parseReference(text: string): Reference {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(text) ?? [];
  if (letters === undefined || digits === undefined) throw new Refused({ code: 'FILE_DAMAGED' });
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: checkedRow(Number(digits)), column: checkedColumn(column - 1) };
}

/** @param text e.g. "A1:C3", or one cell */
export function parseRange(text: string): MergedRange {
  const [from = '', to = from] = text.split(':');
  const first = parseReference(from);
  const last = parseReference(to);
  return { firstRow: first.row, lastRow: last.row, firstColumn: first.column, lastColumn: last.column };
}

export function checkedRow(row: number): number {
  if (!Number.isInteger(row) || row < 1 || row > lastRow) throw new Refused({ code: 'FILE_DAMAGED' });
  return row;
}

export function checkedColumn(column: number): number {
  if (column >= lastColumn) throw new Refused({ code: 'FILE_DAMAGED' });
  return column;
}
