import Papa from 'papaparse';
import type { Cell, Table, TableRow } from '../../domain/imports/table';
import { limits } from '../limits';
import { Refused } from '../refusal';
import { checkQuotes } from './check-quotes';
import { decodeText } from './decode-text';
import { guessDelimiter } from './guess-delimiter';

const errorValue = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;

/** Reads text whose fields commas, semicolons, tabs or bars part. Empty lines count as rows, as in Excel. */
export function readCsv(bytes: Uint8Array): Table {
  // One kind of line end: the parser takes the first one it meets for the only one.
  const text = decodeText(bytes).replace(/\r\n?/g, '\n');
  refuseMarkup(text);
  const { body, delimiter } = delimited(text);
  checkQuotes(body, delimiter);
  const rows: TableRow[] = [];
  let row = 0;
  let rowCount = 0;
  let columns = 0;
  Papa.parse<string[]>(body, {
    delimiter,
    newline: '\n',
    step: ({ data }) => {
      row += 1;
      const width = filledWidth(data);
      if (width === 0) return;
      rowCount += 1;
      columns = Math.max(columns, width);
      if (rowCount <= limits.rows && width <= limits.columns)
        rows.push({ row, cells: data.slice(0, width).map(cellOf) });
    },
  });
  if (rowCount === 0) throw new Refused({ code: 'FILE_EMPTY' });
  if (columns > limits.columns) throw new Refused({ code: 'TOO_MANY_COLUMNS', found: columns, most: limits.columns });
  return { name: '', rows, rowCount, merged: [], pictures: [] };
}

/** How many fields there are up to the last one with content. */
function filledWidth(fields: readonly string[]): number {
  let width = fields.length;
  while (width > 0 && fields[width - 1]?.trim() === '') width -= 1;
  return width;
}

/** Excel's way to keep leading noughts in CSV: a formula that is nothing but a text. */
const textFormula = /^\s*="((?:[^"]|"")*)"\s*$/;

function cellOf(field: string): Cell | null {
  const [, quoted] = textFormula.exec(field) ?? [];
  const text = quoted === undefined ? field : quoted.replaceAll('""', '"');
  if (text.trim() === '') return null;
  return { kind: errorValue.test(text) ? 'error' : 'text', text };
}

/** Web pages and XML of many programs carry the name .xls. */
function refuseMarkup(text: string): void {
  const start = text.slice(0, 1000).trimStart().toLowerCase();
  if (/^<(!doctype html|html|head|meta|table)/.test(start)) {
    throw new Refused({ code: 'SPREADSHEET_FORMAT_UNSUPPORTED', found: 'html' });
  }
  if (start.startsWith('<?xml')) {
    throw start.includes('excel')
      ? new Refused({ code: 'SPREADSHEET_FORMAT_UNSUPPORTED', found: 'xml' })
      : new Refused({ code: 'NOT_A_SPREADSHEET', found: 'document' });
  }
}

function delimited(text: string): { body: string; delimiter: string } {
  // A first line like "sep=;" says it, and Excel does not show that line.
  const [line, named] = /^sep=([,;\t|])\n/.exec(text) ?? [];
  if (line !== undefined && named !== undefined) return { body: text.slice(line.length), delimiter: named };
  return { body: text, delimiter: guessDelimiter(text) };
}
