import { importColumns, type ImportField } from './columns';
import type { Header, HeaderTitle } from './find-header';
import type { FileProblem, ImportContext, ImportWarning } from './report';
import { cellAddress, type Table } from './table';

export interface ColumnMapping {
  /** Which column holds a field. */
  columns: ReadonlyMap<ImportField, HeaderTitle>;
  problems: FileProblem[];
  warnings: ImportWarning[];
}

type Ignored = Extract<ImportWarning, { code: 'COLUMN_IGNORED' }>['reason'];

/** Titles under which a column would be found, the template's first. */
export function expectedTitles(field: ImportField): string[] {
  const column = importColumns.find((each) => each.field === field);
  return column ? [column.title, ...column.synonyms.slice(0, 2)] : [];
}

/** Says which column holds what, which hold the same, and which are left aside. */
export function mapColumns(table: Table, header: Header, context: ImportContext): ColumnMapping {
  const byField = new Map<ImportField, HeaderTitle[]>();
  const warnings: ImportWarning[] = [];
  const hasNumbers = header.titles.some(({ meaning }) => meaning === 'number');
  for (const title of header.titles) {
    const use = useOf(title, hasNumbers, context);
    if ('field' in use) byField.set(use.field, [...(byField.get(use.field) ?? []), title]);
    else if (hasContent(table, header, title.column)) {
      const cell = cellAddress(header.row, title.column);
      warnings.push({ code: 'COLUMN_IGNORED', column: title.title, cell, reason: use.ignored });
    }
  }
  return { columns: firstOfEach(byField), problems: findColumnProblems(header, byField, context), warnings };
}

function useOf(
  { meaning }: HeaderTitle,
  hasNumbers: boolean,
  context: ImportContext,
): { field: ImportField } | { ignored: Ignored } {
  switch (meaning) {
    case 'unknown':
    case 'picture':
      return { ignored: meaning };
    case 'runningNumber':
      return hasNumbers ? { ignored: meaning } : { field: 'number' };
    case 'group':
      return context.groups.length === 0 ? { ignored: 'noGroups' } : { field: meaning };
    default:
      return { field: meaning };
  }
}

function hasContent(table: Table, header: Header, column: number): boolean {
  return table.rows.some(({ row, cells }) => {
    const cell = cells[column];
    return row > header.row && cell && (cell.kind !== 'text' || cell.text !== '');
  });
}

function firstOfEach(byField: ReadonlyMap<ImportField, HeaderTitle[]>): Map<ImportField, HeaderTitle> {
  const columns = new Map<ImportField, HeaderTitle>();
  for (const [field, [first]] of byField) if (first) columns.set(field, first);
  return columns;
}

function findColumnProblems(
  { row }: Header,
  byField: ReadonlyMap<ImportField, HeaderTitle[]>,
  { groups }: ImportContext,
): FileProblem[] {
  const problems: FileProblem[] = [];
  if (!byField.has('name')) problems.push({ code: 'NAME_COLUMN_MISSING', row, expected: expectedTitles('name') });
  if (groups.length > 0 && !byField.has('group')) {
    const names = groups.map(({ name }) => name);
    problems.push({ code: 'GROUP_COLUMN_MISSING', row, expected: expectedTitles('group'), groups: names });
  }
  for (const titles of byField.values()) {
    if (titles.length === 1) continue;
    const cells = titles.map(({ column }) => cellAddress(row, column));
    problems.push({ code: 'COLUMN_TWICE', row, columns: titles.map(({ title }) => title), cells });
  }
  return problems;
}
