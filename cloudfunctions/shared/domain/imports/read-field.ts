import { cleanText, type CleanedText } from '../../universal/text/clean-text';
import { mostOf, type ImportField } from './columns';
import { coveringRange } from './merged';
import type { CellFault } from './report';
import { cellAddress, type MergedRange, type Table, type TableRow } from './table';
import { cutShort, isLongerThan, visibleLength } from '../../universal/text/visible-length';

export interface FieldReading {
  /** "" when the cell is empty or faulty. */
  text: string;
  hasDropped: boolean;
  /** Why the text cannot be taken; made only when it is listed, since lengths take time. */
  fault?: () => CellFault;
  /** The range an empty cell is merged into, e.g. "A2:A5". */
  merged?: string;
}

interface Judged extends CleanedText {
  isTooLong: boolean;
}

const severalLines: readonly ImportField[] = [
  'detail',
  'innovation',
  'effectiveness',
  'satisfaction',
  'sustainability',
];

/** Where the file says a text of no limit of its own is far too long for what it is: a number or a group. */
const mostElse = 60;

/** How much of a text a fault repeats, so that it is found without the file. */
const longestFound = 24;

/** Reads one column. A file may hold one long text in a thousand cells, so each text is judged once. */
export class FieldReader {
  private readonly judged = new Map<string, Judged>();
  private readonly most: number;
  private readonly lines: 'one' | 'many';

  constructor(
    private readonly table: Table,
    private readonly column: number,
    private readonly field: ImportField,
  ) {
    this.most = mostOf(field) ?? mostElse;
    this.lines = severalLines.includes(field) ? 'many' : 'one';
  }

  read({ row, cells }: TableRow): FieldReading {
    const cell = cells[this.column];
    switch (cell?.kind) {
      case 'error':
        return faulty(() => ({ code: 'ERROR_VALUE', found: cell.text.slice(0, mostElse) }));
      case 'uncomputed':
        return faulty(() => ({ code: 'FORMULA_WITHOUT_VALUE' }));
      case 'picture':
        return faulty(() => ({ code: 'PICTURE_FOR_TEXT' }));
      case 'date':
        return faulty(() => ({ code: 'DATE_FOR_TEXT', found: cell.text }));
      default:
        return this.readText(row, cell?.text ?? '');
    }
  }

  private readText(row: number, written: string): FieldReading {
    const { text, hasDropped, hidden, isTooLong } = this.judge(written);
    if (hidden) return faulty(() => ({ code: 'HIDDEN_CHARACTER', ...hidden }));
    if (text === '') return this.readEmpty(row);
    const { most } = this;
    return isTooLong
      ? faulty(() => ({
          code: 'TEXT_TOO_LONG',
          length: visibleLength(text),
          most,
          found: cutShort(text, longestFound),
        }))
      : { text, hasDropped };
  }

  private textAbove({ firstRow, firstColumn, lastColumn }: MergedRange, row: number): string {
    if (firstRow >= row || firstColumn !== lastColumn) return '';
    const source = this.table.rows.find((each) => each.row === firstRow)?.cells[firstColumn];
    return this.judge(source?.text ?? '').text;
  }

  private judge(written: string): Judged {
    const before = this.judged.get(written);
    if (before) return before;
    const cleaned = cleanText(written, this.lines);
    const judged = { ...cleaned, isTooLong: isLongerThan(cleaned.text, this.most) };
    this.judged.set(written, judged);
    return judged;
  }

  private readEmpty(row: number): FieldReading {
    const range = coveringRange(this.table, row, this.column);
    // A category that is merged over its rows is theirs.
    const above = range && this.field === 'group' ? this.textAbove(range, row) : '';
    if (above !== '') return { text: above, hasDropped: false };
    if (range) {
      const first = cellAddress(range.firstRow, range.firstColumn);
      const last = cellAddress(range.lastRow, range.lastColumn);
      const merged = `${first}:${last}`;
      return { ...faulty(() => ({ code: 'MERGED_CELL', range: merged, first })), merged };
    }
    const isPictured = this.table.pictures.some((picture) => picture.row === row && picture.column === this.column);
    return isPictured ? faulty(() => ({ code: 'PICTURE_FOR_TEXT' })) : { text: '', hasDropped: false };
  }
}

function faulty(fault: () => CellFault): FieldReading {
  return { text: '', hasDropped: false, fault };
}
