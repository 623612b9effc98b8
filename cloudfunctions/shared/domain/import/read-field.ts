import { cleanText } from './clean-text';
import { importColumns, type ImportField } from './columns';
import { coveringRange } from './merged';
import type { CellFault } from './report';
import { cellAddress, type Table, type TableRow } from './table';
import { isLongerThan, visibleLength } from './visible-length';

export interface FieldReading {
  /** "" when the cell is empty or faulty. */
  text: string;
  hasDropped: boolean;
  /** Why the text cannot be taken; made only when it is wanted, since lengths take time. */
  fault?: () => CellFault;
}

const lengths = new Map(importColumns.map(({ field, most }) => [field, most]));
const severalLines: readonly ImportField[] = ['innovation', 'effectiveness', 'satisfaction', 'sustainability'];

/** What a cell says in a column, whatever the field means. */
export function readField(table: Table, { row, cells }: TableRow, column: number, field: ImportField): FieldReading {
  const cell = cells[column];
  const faulty = (fault: () => CellFault): FieldReading => ({ text: '', hasDropped: false, fault });
  switch (cell?.kind) {
    case 'error':
      return faulty(() => ({ code: 'ERROR_VALUE', found: cell.text }));
    case 'uncomputed':
      return faulty(() => ({ code: 'FORMULA_WITHOUT_VALUE' }));
    case 'picture':
      return faulty(() => ({ code: 'PICTURE_FOR_TEXT' }));
    case 'date':
      return faulty(() => ({ code: 'DATE_FOR_TEXT', found: cell.text }));
    default:
  }
  const { text, hasDropped, hidden } = cleanText(cell?.text ?? '', severalLines.includes(field) ? 'many' : 'one');
  if (hidden) return faulty(() => ({ code: 'HIDDEN_CHARACTER', ...hidden }));
  if (text === '') return readEmpty(table, row, column);
  const most = lengths.get(field);
  if (most !== undefined && isLongerThan(text, most)) {
    return faulty(() => ({ code: 'TEXT_TOO_LONG', length: visibleLength(text), most }));
  }
  return { text, hasDropped };
}

function readEmpty(table: Table, row: number, column: number): FieldReading {
  const empty = { text: '', hasDropped: false };
  const range = coveringRange(table, row, column);
  if (range) {
    const first = cellAddress(range.firstRow, range.firstColumn);
    const last = cellAddress(range.lastRow, range.lastColumn);
    return { ...empty, fault: () => ({ code: 'MERGED_CELL', range: `${first}:${last}`, first }) };
  }
  const isPictured = table.pictures.some((picture) => picture.row === row && picture.column === column);
  return isPictured ? { ...empty, fault: () => ({ code: 'PICTURE_FOR_TEXT' }) } : empty;
}
