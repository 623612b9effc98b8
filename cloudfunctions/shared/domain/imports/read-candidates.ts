import { chooseSheets, type Listed } from './choose-sheets';
import { mostNumber, type ImportField } from './columns';
import type { Header, HeaderTitle } from './find-header';
import { expectedTitles, mapColumns, type ColumnMapping } from './map-columns';
import { giveNumbers } from './give-numbers';
import { countsRows } from './numbering';
import { mostCandidates } from '../editing/order';
import { ProblemList } from './problem-list';
import { RowReader, type SheetRead } from './read-rows';
import type {
  Corrections,
  DraftCandidate,
  FileProblem,
  FileShown,
  ImportContext,
  ImportReport,
  ImportWarning,
  Place,
} from './report';
import { RowSorter } from './sort-rows';
import { besideEachOther, partsOf } from './split-lists';
import { cellAddress, columnLetters, type Table } from './table';
import { plainTitle } from './vocabulary';

/** Rows left out that are told one by one; the rest is shown with the rows. */
const mostRowsTold = 200;

/**
 * Reads candidates out of a file's sheets, or says row by row why it cannot.
 * @param tables what `readSpreadsheet` gave
 * @param corrections what the clerk decided otherwise, after a trial
 */
export function readCandidates(
  tables: readonly Table[],
  context: ImportContext,
  corrections: Corrections = {},
): ImportReport {
  const { taken, form } = chooseSheets(tables, context, corrections.sheets ?? []);
  const lists = taken.length > 0 ? taken : withoutHeader(tables, corrections);
  const parts = lists.flatMap((list): Listed[] =>
    partsOf(list.table, list.header).map((part) => ({ ...list, ...part })),
  );
  // The first sheet's first list says what the clerk sees of the columns.
  const [main] = parts;
  if (!main) return unread(tables, notFound(form));
  const beside = besideEachOther(main.header);
  if (beside) return unread(tables, { code: 'LISTS_SIDE_BY_SIDE', row: main.header.row, columns: beside });
  const mapping = mapColumns(main.table, main.header, context, corrections.columns);
  if (main.header.row === 0 && !mapping.columns.has('name')) {
    return { ...unread(tables, notFound(form)), columns: form ? [] : mapping.shown };
  }
  return new Reading(tables, context, corrections, { lists, parts, main }, mapping).report();
}

/** Where no header is found the clerk may say what the first sheet's columns hold. */
function withoutHeader(tables: readonly Table[], { sheets = [] }: Corrections): Listed[] {
  const sheet = tables.findIndex(
    ({ rows }, at) => rows.length > 0 && sheets.every((each) => each.sheet !== at || each.isTaken),
  );
  const table = tables[sheet];
  return table ? [{ sheet, table, header: { row: 0, titles: [], score: 0 } }] : [];
}

function notFound(form: ReturnType<typeof chooseSheets>['form']): FileProblem {
  if (form) return { code: 'ONE_CANDIDATE_FORM', ...form };
  return { code: 'HEADER_NOT_FOUND', expected: [...expectedTitles('name'), ...expectedTitles('unit')] };
}

function unread(tables: readonly Table[], problem: FileProblem): ImportReport {
  return {
    ok: false,
    sheet: tables[0]?.name ?? '',
    problems: [problem],
    problemCount: 1,
    warnings: [],
    drafts: [],
    sheets: tables.map(({ name }, sheet) => ({ sheet, name, isTaken: false })),
    columns: [],
    rows: [],
    placeOf: ({ row }) => ({ row, column: '', cell: '' }),
  };
}

/** One pass over a file whose lists are found. */
class Reading {
  private readonly problems = new ProblemList();
  private readonly warnings: ImportWarning[] = [];
  private readonly isOfSeveral: boolean;
  /** The sheets that are read. */
  private readonly lists: readonly Listed[];
  /** The same, where a sheet holds several lists each of them. */
  private readonly parts: readonly Listed[];
  private readonly main: Listed;

  constructor(
    private readonly tables: readonly Table[],
    private readonly context: ImportContext,
    private readonly corrections: Corrections,
    { lists, parts, main }: { lists: readonly Listed[]; parts: readonly Listed[]; main: Listed },
    private readonly mapping: ColumnMapping,
  ) {
    this.lists = lists;
    this.parts = parts;
    this.main = main;
    this.isOfSeveral = lists.length > 1;
  }

  report(): ImportReport {
    const { context, mapping } = this;
    this.warnings.push(...this.sheetWarnings(), ...mapping.warnings);
    for (const problem of mapping.problems) this.problems.add(() => problem);
    const sheets = this.sortedSheets();
    this.tellRowsLeftOut(sheets);
    this.findFileProblems(sheets);

    const texts = sheets.flatMap((sheet) => numberTexts(sheet));
    const existing = new Set(context.existing.map(({ number }) => number));
    const isCounted = isRunning(mapping.columns.get('number')) || countsRows(texts, existing);
    const reader = new RowReader(context, this.problems, {
      countsRows: isCounted,
      isOfSeveral: this.isOfSeveral,
      isGrouped: sheets.some(isGrouped),
    });
    if (mapping.columns.has('name')) for (const sheet of sheets) reader.read(sheet);
    if (reader.droppedCells > 0) this.warnings.push({ code: 'HIDDEN_CHARACTERS_DROPPED', count: reader.droppedCells });

    const { drafts, warnings } = giveNumbers(reader.drafts, existing, isCounted);
    if (this.problems.count === 0) this.warnings.push(...warnings);
    const field = mapping.columns.has('number') ? 'number' : 'name';
    for (const draft of drafts) {
      if (draft.number <= mostNumber) continue;
      this.problems.add(() => ({ ...this.placeOf(sheets, draft, field), code: 'NUMBERS_USED_UP', most: mostNumber }));
    }
    return this.finish(drafts, sheets);
  }

  private finish(drafts: DraftCandidate[], sheets: readonly SheetRead[]): ImportReport {
    const { main, warnings, problems } = this;
    const told = { ...this.shown(sheets), sheet: main.table.name, warnings };
    const placeOf = (draft: Pick<DraftCandidate, 'row' | 'sheet'>, field: ImportField): Place =>
      this.placeOf(sheets, draft, field);
    if (problems.count === 0) return { ...told, ok: true, candidates: drafts, placeOf };
    return { ...told, ok: false, problems: problems.listed, problemCount: problems.count, drafts, placeOf };
  }

  private sortedSheets(): SheetRead[] {
    return this.parts.map((part) => {
      const { sheet, table, header, group } = part;
      const columns = part === this.main ? this.mapping.columns : this.columnsLikeMain(table, header);
      const rows = (this.corrections.rows ?? []).filter((row) => row.sheet === sheet);
      const sorter = new RowSorter(table, header, columns, this.context, rows);
      return {
        sheet,
        table,
        headerRow: header.row,
        columns,
        rows: sorter.sort(),
        ...(group === undefined ? {} : { group }),
      };
    });
  }

  /** A further sheet's columns: what the clerk said of the first one's holds for those of the same title. */
  private columnsLikeMain(table: Table, header: Header): ReadonlyMap<ImportField, HeaderTitle> {
    const corrections = (this.corrections.columns ?? []).flatMap(({ column, use }) => {
      const title = this.main.header.titles.find((each) => each.column === column)?.title;
      const same = header.titles.find((each) => title !== undefined && plainTitle(each.title) === plainTitle(title));
      return same ? [{ column: same.column, use }] : [];
    });
    const mapping = mapColumns(table, header, this.context, corrections);
    for (const problem of mapping.problems) this.problems.add(() => problem);
    return mapping.columns;
  }

  private sheetWarnings(): ImportWarning[] {
    const read = new Set(this.lists.map(({ table }) => table));
    const others = this.tables.filter((table) => !read.has(table)).map(({ name }) => name);
    const further = this.parts.filter(({ sheet }, at) => this.parts[at - 1]?.sheet === sheet);
    const pictures = this.lists.reduce((sum, { table }) => sum + table.pictures.length, 0);
    return [
      ...(others.length > 0 ? [{ code: 'SHEETS_IGNORED' as const, sheets: others }] : []),
      ...(further.length > 0
        ? [{ code: 'LISTS_STACKED' as const, rows: further.map(({ header }) => header.row) }]
        : []),
      ...(pictures > 0 ? [{ code: 'PICTURES_IGNORED' as const, count: pictures }] : []),
    ];
  }

  private tellRowsLeftOut(sheets: readonly SheetRead[]): void {
    let told = 0;
    for (const { table, rows } of sheets) {
      const sheet = this.isOfSeveral ? { sheet: table.name } : {};
      for (const { row, reason, text } of rows) {
        if (reason === undefined) continue;
        if (reason === 'example') this.warnings.push({ code: 'EXAMPLE_SKIPPED', row: row.row, ...sheet });
        else if (reason !== 'empty' && told < mostRowsTold) {
          this.warnings.push({ code: 'ROW_LEFT_OUT', row: row.row, reason, found: text, ...sheet });
          told += 1;
        }
      }
    }
  }

  private findFileProblems(sheets: readonly SheetRead[]): void {
    const { row } = this.main.header;
    const { existing, groups } = this.context;
    const found = sheets.reduce((sum, { table, rows }) => {
      const taken = rows.filter(({ reason }) => reason === undefined).length;
      return sum + taken + table.rowCount - table.rows.length;
    }, 0);
    if (found === 0) this.problems.add(() => ({ code: 'NO_CANDIDATES', row }));
    if (found + existing.length > mostCandidates) {
      const counts = { found, existing: existing.length, most: mostCandidates };
      this.problems.add(() => ({ code: 'TOO_MANY_CANDIDATES', ...counts }));
    }
    if (groups.length > 0 && !sheets.some(isGrouped)) {
      const names = groups.map(({ name }) => name);
      this.problems.add(() => ({
        code: 'GROUP_COLUMN_MISSING',
        row,
        expected: expectedTitles('group'),
        groups: names,
      }));
    }
  }

  private placeOf(
    sheets: readonly SheetRead[],
    { row, sheet }: Pick<DraftCandidate, 'row' | 'sheet'>,
    field: ImportField,
  ): Place {
    const read = sheets.find((each) => each.sheet === sheet && each.rows.some((one) => one.row.row === row));
    const { title = '', column = 0 } = read?.columns.get(field) ?? {};
    const cell = cellAddress(row, column);
    return {
      row,
      column: title || columnLetters(column),
      cell,
      ...(this.isOfSeveral ? { sheet: read?.table.name ?? '' } : {}),
    };
  }

  private shown(sheets: readonly SheetRead[]): FileShown {
    const read = new Set(sheets.map(({ sheet }) => sheet));
    return {
      sheets: this.tables.map(({ name }, sheet) => ({ sheet, name, isTaken: read.has(sheet) })),
      columns: this.mapping.shown,
      rows: sheets.flatMap(({ sheet, rows }) =>
        rows.map(({ row, reason, text }) => ({
          sheet,
          row: row.row,
          isTaken: reason === undefined,
          text,
          ...(reason === undefined ? {} : { reason }),
        })),
      ),
    };
  }
}

/** Whether anything says of its candidates in which group they are. */
function isGrouped({ columns, group, rows }: SheetRead): boolean {
  return columns.has('group') || group !== undefined || rows.some((each) => each.group !== undefined);
}

function isRunning(title: HeaderTitle | undefined): boolean {
  return (
    title?.meaning !== undefined &&
    title.meaning !== null &&
    'kind' in title.meaning &&
    title.meaning.kind === 'running'
  );
}

function numberTexts({ rows, columns }: SheetRead): string[] {
  const number = columns.get('number');
  if (!number) return [];
  return rows.flatMap(({ row, reason }) =>
    reason === undefined ? [(row.cells[number.column]?.text ?? '').trim()] : [],
  );
}
