import { likeness } from '../text/clean-text';
import { exampleMark, importColumns, leastNumber, mostNumber, type ImportField } from './columns';
import type { HeaderTitle } from './find-header';
import { parseNumber } from './numbering';
import { ProblemList } from './problem-list';
import { FieldReader, type FieldReading } from './read-field';
import type { CellFault, DraftCandidate, ImportContext, ImportWarning, Place } from './report';
import { cellAddress, type Table, type TableRow } from './table';

/** A row's candidate; its number is still missing when the file gives none. */
export type UnnumberedDraft = Omit<DraftCandidate, 'number'> & { number: number | null };

export interface RowsReading {
  drafts: UnnumberedDraft[];
  problems: ProblemList;
  warnings: ImportWarning[];
}

/** Reads the rows below a header. Every fault is told where it stands; a row that has one still takes part in the search for doubles. */
export function readRows(
  table: Table,
  headerRow: number,
  columns: ReadonlyMap<ImportField, HeaderTitle>,
  context: ImportContext,
): RowsReading {
  const reader = new RowReader(table, columns, context);
  for (const row of table.rows) if (row.row > headerRow) reader.read(row);
  return reader.finish();
}

type Fields = ReadonlyMap<ImportField, FieldReading>;

class RowReader {
  private readonly problems = new ProblemList();
  private readonly drafts: UnnumberedDraft[] = [];
  private readonly warnings: ImportWarning[] = [];
  private readonly rowByNumber = new Map<number, number>();
  private readonly rowByName = new Map<string, number>();
  private readonly takenNumbers: ReadonlyMap<number, string>;
  private readonly takenNames: ReadonlyMap<string, number>;
  private readonly groups: ReadonlyMap<string, string>;
  private readonly readers: ReadonlyMap<ImportField, FieldReader>;
  private droppedCells = 0;

  constructor(
    table: Table,
    private readonly columns: ReadonlyMap<ImportField, HeaderTitle>,
    private readonly context: ImportContext,
  ) {
    this.readers = new Map([...columns].map(([field, { column }]) => [field, new FieldReader(table, column, field)]));
    this.takenNumbers = new Map(context.existing.map(({ number, name }) => [number, name]));
    this.takenNames = new Map(context.existing.map(({ number, name }) => [likeness(name), number]));
    this.groups = new Map(context.groups.map(({ id, name }) => [likeness(name), id]));
  }

  read(row: TableRow): void {
    const fields: Fields = new Map([...this.readers].map(([field, reader]) => [field, reader.read(row)]));
    const readings = [...fields.values()];
    // Something stands in the row, but not in a column that is read.
    if (readings.every(({ text, fault, merged }) => text === '' && (!fault || merged !== undefined))) return;
    if (fields.get('number')?.text === exampleMark) {
      this.warnings.push({ code: 'EXAMPLE_SKIPPED', row: row.row });
      return;
    }
    this.droppedCells += readings.filter(({ hasDropped }) => hasDropped).length;
    this.report(row.row, fields);
    this.drafts.push(this.draft(row.row, fields));
  }

  finish(): RowsReading {
    const { drafts, problems, warnings, droppedCells } = this;
    if (droppedCells > 0) warnings.push({ code: 'HIDDEN_CHARACTERS_DROPPED', count: droppedCells });
    return { drafts, problems, warnings };
  }

  /** Tells a row's faults from left to right. */
  private report(row: number, fields: Fields): void {
    const byColumn = [...this.columns].sort(([, one], [, other]) => one.column - other.column);
    const mergedBefore = new Set<string>();
    for (const [field, { title, column }] of byColumn) {
      const reading = fields.get(field);
      const fault = reading?.fault ?? this.faultOf(row, field, reading?.text ?? '');
      if (!fault) continue;
      const place: Place = { row, column: title, cell: cellAddress(row, column) };
      // One merged range is one mistake, however many of the row's cells it takes.
      if (reading?.merged !== undefined && mergedBefore.has(reading.merged)) continue;
      if (reading?.merged !== undefined) mergedBefore.add(reading.merged);
      this.problems.add(() => ({ ...place, ...fault() }));
    }
  }

  /** What is wrong with a text that can be read, by what the field means. */
  private faultOf(row: number, field: ImportField, text: string): (() => CellFault) | undefined {
    switch (field) {
      case 'name':
        return this.nameFault(row, text);
      case 'number':
        return text === '' ? undefined : this.numberFault(row, text);
      case 'group': {
        const groups = (): string[] => this.context.groups.map(({ name }) => name);
        if (text === '') return () => ({ code: 'GROUP_MISSING', groups: groups() });
        return this.groups.has(likeness(text))
          ? undefined
          : () => ({ code: 'GROUP_UNKNOWN', found: text, groups: groups() });
      }
      default:
        return undefined;
    }
  }

  private nameFault(row: number, name: string): (() => CellFault) | undefined {
    if (name === '') return () => ({ code: 'NAME_MISSING' });
    const otherRow = this.rowByName.get(likeness(name));
    if (otherRow !== undefined) return () => ({ code: 'NAME_TWICE', name, otherRow });
    this.rowByName.set(likeness(name), row);
    const number = this.takenNames.get(likeness(name));
    return number === undefined ? undefined : () => ({ code: 'NAME_TAKEN', name, number });
  }

  private numberFault(row: number, text: string): (() => CellFault) | undefined {
    const number = parseNumber(text);
    if (number === null) {
      return () => ({ code: 'NUMBER_INVALID', found: text, least: leastNumber, most: mostNumber });
    }
    const otherRow = this.rowByNumber.get(number);
    if (otherRow !== undefined) return () => ({ code: 'NUMBER_TWICE', number, otherRow });
    this.rowByNumber.set(number, row);
    const takenBy = this.takenNumbers.get(number);
    return takenBy === undefined ? undefined : () => ({ code: 'NUMBER_TAKEN', number, takenBy });
  }

  private draft(row: number, fields: Fields): UnnumberedDraft {
    const textOf = (field: ImportField): string => fields.get(field)?.text ?? '';
    const group = this.groups.get(likeness(textOf('group')));
    const criteria: DraftCandidate['criteria'] = [];
    for (const { field } of importColumns) {
      if (!isCriterion(field) || textOf(field) === '') continue;
      criteria.push({ criterion: field, text: textOf(field) });
    }
    return {
      row,
      number: parseNumber(textOf('number')),
      name: textOf('name'),
      ...(group === undefined ? {} : { group }),
      unit: textOf('unit'),
      sentence: textOf('sentence'),
      criteria,
    };
  }
}

function isCriterion(field: ImportField): field is DraftCandidate['criteria'][number]['criterion'] {
  return ['innovation', 'effectiveness', 'satisfaction', 'sustainability'].includes(field);
}
