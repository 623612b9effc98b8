import { plateText } from '../../../../cloudfunctions/shared/universal/plate';
import type { ImportReport } from '../services/candidates';
import { importWords } from '../text/import';
import { leftOutBecause } from '../text/import-problems';

/** A row of the file, which can be left out or taken in. */
export interface RowLine {
  key: string;
  sheet: number;
  row: number;
  isTaken: boolean;
  /** The candidate's number, '' where it has none yet. */
  number: string;
  text: string;
  second: string;
  label: string;
}

/** So many rows are shown at the head and at the foot; those between them that were left out are shown too. */
const head = 8;
const foot = 4;

/** @param isWhole all rows are to be seen */
export function rowLines(report: ImportReport, isWhole: boolean): { rows: RowLine[]; rowsMore: string } {
  // Numbers that were typed in advance are nothing to decide on.
  const rows = report.rows.filter(({ reason }) => reason !== 'empty');
  const isShown = (at: number): boolean => isWhole || at < head || at >= rows.length - foot || !rows[at]?.isTaken;
  const shown = rows.filter((_, at) => isShown(at));
  const hidden = rows.length - shown.length;
  return {
    rows: shown.map((row) => lineOf(report, row)),
    rowsMore: hidden > 0 ? importWords.rowsMore(hidden) : '',
  };
}

function lineOf(
  { sample, sheets }: ImportReport,
  { sheet, row, isTaken, reason = '', text, number }: ImportReport['rows'][number],
): RowLine {
  const sheetsRead = sheets.filter((each) => each.isTaken);
  const sheetName = sheetsRead.length > 1 ? (sheetsRead.find((each) => each.sheet === sheet)?.name ?? '') : '';
  const place = [sheetName, importWords.rowPlace(row)].filter(Boolean).join('・');
  const known = sample.find((each) => each.row === row && each.number === number);
  const because = isTaken || !Object.hasOwn(leftOutBecause, reason) ? '' : (leftOutBecause[reason] ?? '');
  const second = [place, known?.group ?? '', known?.unit ?? '', because].filter(Boolean).join('・');
  return {
    key: `${sheet}:${row}`,
    sheet,
    row,
    isTaken,
    text,
    second,
    number: number === undefined ? '' : plateText(number),
    label: importWords.rowLabel(place, text, isTaken),
  };
}
