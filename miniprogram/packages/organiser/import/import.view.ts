import { importWords } from '../text/import';
import { ignoredColumnsText, leftOutText, problemPlace, problemText } from '../text/import-problems';
import type { ImportProblem, ImportReport } from '../services/candidates';
import { columnCards, useNames, type ColumnCard } from './columns.view';
import { rowLines, type RowLine } from './rows.view';

interface ProblemRow {
  key: string;
  place: string;
  wrong: string;
  right: string;
}

export interface FaultRow extends ProblemRow {
  /** The row that can be left out here and now; 0 for none. */
  row: number;
  sheet: number;
  leaveLabel: string;
}

export interface ReportView {
  isClean: boolean;
  title: string;
  detail: string;
  faults: FaultRow[];
  moreFaults: string;
  notes: ProblemRow[];
  /** Empty where there is one alone. */
  sheets: { sheet: number; name: string; isTaken: boolean }[];
  columns: ColumnCard[];
  /** What a column may be taken for, the last being none of it. */
  uses: string[];
  rows: RowLine[];
  rowsMore: string;
  confirm: string;
}

/**
 * What the trial of an import says.
 * @param isWhole all rows are to be seen
 */
export function reportView(report: ImportReport, isWhole = false): ReportView {
  const { count, problems, faultCount, sheets, measure } = report;
  const faults = problems.filter(({ level }) => level === 'fault');
  const isClean = faultCount === 0;
  return {
    isClean,
    title: isClean ? importWords.clean(count, measure) : importWords.faulty(faultCount),
    detail: isClean ? importWords.cleanDetail : importWords.faultyDetail,
    faults: faults.map((fault, at) => faultOf(report, fault, at)),
    moreFaults: faultCount > faults.length ? importWords.moreFaults(faultCount - faults.length) : '',
    notes: notesOf(problems.filter(({ level }) => level === 'note')),
    sheets: sheets.length > 1 ? sheets : [],
    columns: columnCards(report),
    uses: useNames(report),
    ...rowLines(report, isWhole),
    confirm: importWords.confirm(count, measure),
  };
}

function faultOf({ sheets, rows }: ImportReport, problem: ImportProblem, at: number): FaultRow {
  const { row = 0, details } = problem;
  const named = sheets.find(({ name, isTaken }) => isTaken && name === details['sheet']);
  const sheet = (named ?? sheets.find(({ isTaken }) => isTaken))?.sheet ?? 0;
  const isOfRow = rows.some((each) => each.sheet === sheet && each.row === row && each.isTaken);
  return {
    ...problemRow(problem, at),
    row: isOfRow ? row : 0,
    sheet,
    leaveLabel: importWords.leaveRowLabel(importWords.rowPlace(row)),
  };
}

/** Rows, and columns, that were left out for one reason are one note. */
function notesOf(problems: readonly ImportProblem[]): ProblemRow[] {
  const columns = new Map<string, ImportProblem[]>();
  for (const problem of problems) {
    const reason = textOf(problem.details['reason']);
    // One that gave way to another names that one.
    if (problem.code !== 'COLUMN_IGNORED' || reason === 'other') continue;
    columns.set(reason, [...(columns.get(reason) ?? []), problem]);
  }
  const rows = new Map<string, { reason: string; sheet: string; rows: number[] }>();
  for (const { code, row, details } of problems) {
    if (code !== 'ROW_LEFT_OUT' || row === undefined) continue;
    const [reason, sheet] = [textOf(details['reason']), textOf(details['sheet'])];
    const same = rows.get(`${sheet}\n${reason}`);
    if (same) same.rows.push(row);
    else rows.set(`${sheet}\n${reason}`, { reason, sheet, rows: [row] });
  }
  const leftOut = [...rows].map(([key, { reason, sheet, rows: all }]) => ({
    key,
    place: '',
    wrong: leftOutText(reason, sheet, all),
    right: '',
  }));
  const ignored = [...columns].map(([reason, all]) => ({
    key: `columns-${reason}`,
    place: '',
    wrong: ignoredColumnsText(reason, all),
    right: '',
  }));
  const others = problems.filter(
    ({ code, details }) =>
      code !== 'ROW_LEFT_OUT' && (code !== 'COLUMN_IGNORED' || textOf(details['reason']) === 'other'),
  );
  return [...leftOut, ...others.map(noteOf), ...ignored];
}

/** A column's place is in its name. */
function noteOf(problem: ImportProblem, at: number): ProblemRow {
  const row = problemRow(problem, at);
  return problem.row === undefined || problem.code === 'NUMBERS_CHANGED' ? { ...row, place: '' } : row;
}

function problemRow(problem: ImportProblem, at: number): ProblemRow {
  return { key: `${problem.code}${at}`, place: problemPlace(problem), ...problemText(problem) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
