import type { ImportContext } from '../../../../../cloudfunctions/shared/domain/imports/report';
import type { Cell, MergedRange, Table } from '../../../../../cloudfunctions/shared/domain/imports/table';

export type Shown = string | number | Cell | null;

export const allCriteria = ['innovation', 'effectiveness', 'satisfaction', 'sustainability'] as const;

/** A poll without groups or candidates that asks for every text. */
export const noContext: ImportContext = { groups: [], criteria: allCriteria, existing: [] };

/** A sheet as a reader hands it over, rows counted from 1; an empty list is an empty row. */
export function tableOf(rows: readonly (readonly Shown[])[], more: Partial<Table> = {}): Table {
  const kept = rows
    .map((cells, at) => ({ row: at + 1, cells: cells.map(cellOf) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null));
  return { name: '名单', rows: kept, rowCount: kept.length, merged: [], pictures: [], ...more };
}

function cellOf(shown: Shown): Cell | null {
  if (typeof shown === 'string') return shown === '' ? null : { kind: 'text', text: shown };
  return typeof shown === 'number' ? { kind: 'number', text: String(shown) } : shown;
}

export function merged(firstRow: number, lastRow: number, firstColumn: number, lastColumn: number): MergedRange {
  return { firstRow, lastRow, firstColumn, lastColumn };
}
