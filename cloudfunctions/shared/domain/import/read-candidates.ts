import { mostCandidates, mostNumber } from './columns';
import { findHeader, type Header } from './find-header';
import { expectedTitles, mapColumns } from './map-columns';
import { nextNumber } from './numbering';
import type { ProblemList } from './problem-list';
import { readRows, type RowsReading } from './read-rows';
import type { DraftCandidate, FileProblem, ImportContext, ImportReport, ImportWarning } from './report';
import { cellAddress, type Table } from './table';

/**
 * Reads candidates out of a file's sheets, or says row by row why it cannot. The first sheet whose header names a
 * column of names counts.
 * @param tables what `readSpreadsheet` gave
 */
export function readCandidates(tables: readonly Table[], context: ImportContext): ImportReport {
  const found = findSheet(tables);
  if (!found) {
    const expected = [...expectedTitles('name'), ...expectedTitles('unit')];
    return failed(tables[0]?.name ?? '', [{ code: 'HEADER_NOT_FOUND', expected }]);
  }
  const { table, header } = found;
  const mapping = mapColumns(table, header, context);
  const warnings = [...sheetWarnings(table, tables), ...mapping.warnings];
  const problems = [...mapping.problems, ...sizeProblems(table, header, context)];
  if (problems.length > 0) return failed(table.name, problems, warnings);

  const rows = readRows(table, header.row, mapping.columns, context);
  warnings.push(...rows.warnings);
  const candidates = giveNumbers(rows, context, (row) => {
    const place = mapping.columns.get('number') ?? mapping.columns.get('name');
    return { row, column: place?.title ?? '', cell: cellAddress(row, place?.column ?? 0) };
  });
  if (rows.problems.count > 0) return listed(table.name, rows.problems, warnings);
  if (candidates.length === 0) return failed(table.name, [{ code: 'NO_CANDIDATES', row: header.row }], warnings);
  return { ok: true, sheet: table.name, candidates, warnings: [...warnings, ...numberWarnings(rows, candidates)] };
}

function findSheet(tables: readonly Table[]): { table: Table; header: Header } | undefined {
  const headed = tables.flatMap((table) => {
    const header = findHeader(table);
    return header ? [{ table, header }] : [];
  });
  return headed.find(({ header }) => header.titles.some(({ meaning }) => meaning === 'name')) ?? headed[0];
}

function sheetWarnings(table: Table, tables: readonly Table[]): ImportWarning[] {
  const others = tables.filter((each) => each !== table).map(({ name }) => name);
  return [
    ...(others.length > 0 ? [{ code: 'SHEETS_IGNORED' as const, sheets: others }] : []),
    ...(table.pictures.length > 0 ? [{ code: 'PICTURES_IGNORED' as const, count: table.pictures.length }] : []),
  ];
}

function sizeProblems(table: Table, header: Header, { existing }: ImportContext): FileProblem[] {
  const found = table.rowCount - header.rowsAbove;
  if (found === 0) return [{ code: 'NO_CANDIDATES', row: header.row }];
  if (found + existing.length <= mostCandidates) return [];
  return [{ code: 'TOO_MANY_CANDIDATES', found, existing: existing.length, most: mostCandidates }];
}

/** Rows without a number continue after the highest one, in their order. */
function giveNumbers(
  { drafts, problems }: RowsReading,
  { existing }: ImportContext,
  placeOf: (row: number) => { row: number; column: string; cell: string },
): DraftCandidate[] {
  const given = drafts.flatMap(({ number }) => (number === null ? [] : [number]));
  let next = nextNumber([...given, ...existing.map(({ number }) => number)]);
  return drafts.map((draft) => {
    if (draft.number !== null) return { ...draft, number: draft.number };
    const number = next;
    next += 1;
    if (number > mostNumber) problems.add(() => ({ ...placeOf(draft.row), code: 'NUMBERS_USED_UP', most: mostNumber }));
    return { ...draft, number };
  });
}

function numberWarnings({ drafts }: RowsReading, candidates: readonly DraftCandidate[]): ImportWarning[] {
  const numbers = candidates.map(({ number }) => number).filter((_, index) => drafts[index]?.number === null);
  const first = numbers[0];
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return [];
  return [{ code: 'NUMBERS_GIVEN', count: numbers.length, first, last }];
}

function failed(sheet: string, problems: FileProblem[], warnings: ImportWarning[] = []): ImportReport {
  return { ok: false, sheet, problems, problemCount: problems.length, warnings };
}

function listed(sheet: string, problems: ProblemList, warnings: ImportWarning[]): ImportReport {
  return { ok: false, sheet, problems: problems.listed, problemCount: problems.count, warnings };
}
