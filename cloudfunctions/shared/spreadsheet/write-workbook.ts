import writeXlsxFile, { type CellObject, type Sheet } from 'write-excel-file/node';
import type { CellValue, SheetContent } from '../domain/exports/workbook';
import { escapeText } from './xlsx/cell-text';

/** Programs take no longer text in a cell. */
const mostUnits = 32_767;

/**
 * Writes a real .xlsx file. Every text is written as text, whatever it begins with: a program neither computes it on
 * opening nor when the cell is edited.
 */
export async function writeWorkbook(sheets: readonly SheetContent[]): Promise<Uint8Array> {
  return writeXlsxFile(sheets.map(sheetOf)).toBuffer();
}

function sheetOf({ name, columns, rows }: SheetContent): Sheet<never> {
  return {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    data: [columns.map(({ title }) => headerCell(title)), ...rows.map((row) => row.map(cellOf))],
  };
}

function headerCell(title: string): CellObject {
  return { ...textCell(title), fontWeight: 'bold', backgroundColor: '#F2F2F2' };
}

function cellOf(value: CellValue): CellObject | null {
  if (value === null || value === '') return null;
  return typeof value === 'number' ? { type: Number, value, alignVertical: 'top' } : textCell(value);
}

/** The format "@" keeps a cell text when somebody edits it. */
function textCell(text: string): CellObject {
  if (text.length > mostUnits) throw new RangeError(`a cell holds at most ${mostUnits} characters`);
  return { type: String, value: escapeText(text), format: '@', wrap: true, alignVertical: 'top' };
}
