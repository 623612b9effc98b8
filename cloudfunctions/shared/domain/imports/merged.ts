import type { MergedRange, Table } from './table';

/** The range that a cell without a value of its own is merged into; undefined for its first cell and all others. */
export function coveringRange(table: Pick<Table, 'merged'>, row: number, column: number): MergedRange | undefined {
  return table.merged.find(
    ({ firstRow, lastRow, firstColumn, lastColumn }) =>
      firstRow <= row &&
      row <= lastRow &&
      firstColumn <= column &&
      column <= lastColumn &&
      !(row === firstRow && column === firstColumn),
  );
}
