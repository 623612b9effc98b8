import { likeness } from '../../universal/text/clean-text';
import { importColumns, isCriterion, leastNumber, mostNumber, type ImportField } from './columns';
import type { HeaderTitle } from './find-header';
import { sameGroup } from './group-names';
import { parseNumber } from './numbering';
import type { ProblemList } from './problem-list';
import { FieldReader, type FieldReading } from './read-field';
import type { CellFault, DraftCandidate, ImportContext, Place } from './report';
import type { SortedRow } from './sort-rows';
import { cellAddress, type Table } from './table';

/** A row's candidate; its number is still missing when the file gives none. */
export type UnnumberedDraft = Omit<DraftCandidate, 'number'> & {
  number: number | null;
  /** What stands in the number's cell. */
  written: string;
};

/** A sheet that is read, with what its columns hold and which rows are candidates. */
export interface SheetRead {
  /** Among the file's sheets from 0. */
  sheet: number;
  table: Table;
  headerRow: number;
  columns: ReadonlyMap<ImportField, HeaderTitle>;
  rows: readonly SortedRow[];
  /** The poll's group that the sheet stands for. */
  group?: string;
}

/** Where somebody else has a name or a number. */
interface Holder {
  otherRow: number;
  otherSheet?: string;
}

type Fields = ReadonlyMap<ImportField, FieldReading>;

/**
 * Reads candidates out of rows, sheet by sheet. Every fault is told where it stands; a row that has one still takes part in the
 * search for doubles.
 */
export class RowReader {
  readonly drafts: UnnumberedDraft[] = [];
  /** Cells out of which something invisible was dropped. */
  droppedCells = 0;
  private readonly rowByNumber = new Map<number, Holder>();
  private readonly rowByName = new Map<string, Holder>();
  private readonly takenNumbers: ReadonlyMap<number, string>;
  private readonly takenNames: ReadonlyMap<string, number>;

  constructor(
    private readonly context: ImportContext,
    private readonly problems: ProblemList,
    private readonly options: { countsRows: boolean; isOfSeveral: boolean; isGrouped: boolean },
  ) {
    this.takenNumbers = new Map(context.existing.map(({ number, name }) => [number, name]));
    this.takenNames = new Map(context.existing.map(({ number, name }) => [likeness(name), number]));
  }

  read(sheet: SheetRead): void {
    const readers = [...sheet.columns].map(
      ([field, { column }]) => [field, new FieldReader(sheet.table, column, field)] as const,
    );
    for (const sorted of sheet.rows) {
      if (sorted.reason !== undefined) continue;
      const fields: Fields = new Map(readers.map(([field, reader]) => [field, reader.read(sorted.row)]));
      this.droppedCells += [...fields.values()].filter(({ hasDropped }) => hasDropped).length;
      this.report(sheet, sorted, fields);
      this.drafts.push(this.draft(sheet, sorted, fields));
    }
  }

  /** Tells a row's faults from left to right. */
  private report(sheet: SheetRead, { row: { row }, group }: SortedRow, fields: Fields): void {
    const byColumn = [...sheet.columns].sort(([, one], [, other]) => one.column - other.column);
    const mergedBefore = new Set<string>();
    const inherited = group ?? sheet.group;
    for (const [field, { title, column }] of byColumn) {
      if (field === 'number' && this.options.countsRows) continue;
      const reading = fields.get(field);
      const fault = reading?.fault ?? this.faultOf(sheet, row, field, reading?.text ?? '', inherited);
      if (!fault) continue;
      // One merged range is one mistake, however many of the row's cells it takes.
      if (reading?.merged !== undefined && mergedBefore.has(reading.merged)) continue;
      if (reading?.merged !== undefined) mergedBefore.add(reading.merged);
      const place: Place = { row, column: title, cell: cellAddress(row, column), ...this.sheetOf(sheet) };
      this.problems.add(() => ({ ...place, ...fault() }));
    }
    if (
      this.context.groups.length > 0 &&
      this.options.isGrouped &&
      !sheet.columns.has('group') &&
      inherited === undefined
    ) {
      const { title = '', column = 0 } = sheet.columns.get('name') ?? {};
      const groups = this.context.groups.map(({ name }) => name);
      const place: Place = { row, column: title, cell: cellAddress(row, column), ...this.sheetOf(sheet) };
      this.problems.add(() => ({ ...place, code: 'GROUP_MISSING', groups }));
    }
  }

  private sheetOf({ table }: SheetRead): { sheet?: string } {
    return this.options.isOfSeveral ? { sheet: table.name } : {};
  }

  private holderOf(sheet: SheetRead, otherRow: number): Holder {
    return { otherRow, ...(this.options.isOfSeveral ? { otherSheet: sheet.table.name } : {}) };
  }

  /** What is wrong with a text that can be read, by what the field means. */
  private faultOf(
    sheet: SheetRead,
    row: number,
    field: ImportField,
    text: string,
    inherited: string | undefined,
  ): (() => CellFault) | undefined {
    switch (field) {
      case 'name':
        return this.nameFault(sheet, row, text);
      case 'number':
        return text === '' ? undefined : this.numberFault(sheet, row, text);
      case 'group': {
        const groups = (): string[] => this.context.groups.map(({ name }) => name);
        if (text === '')
          return inherited === undefined ? () => ({ code: 'GROUP_MISSING', groups: groups() }) : undefined;
        return sameGroup(this.context.groups, text)
          ? undefined
          : () => ({ code: 'GROUP_UNKNOWN', found: text, groups: groups() });
      }
      default:
        return undefined;
    }
  }

  private nameFault(sheet: SheetRead, row: number, name: string): (() => CellFault) | undefined {
    if (name === '') return () => ({ code: 'NAME_MISSING' });
    const holder = this.rowByName.get(likeness(name));
    if (holder !== undefined) return () => ({ code: 'NAME_TWICE', name, ...holder });
    this.rowByName.set(likeness(name), this.holderOf(sheet, row));
    const number = this.takenNames.get(likeness(name));
    return number === undefined ? undefined : () => ({ code: 'NAME_TAKEN', name, number });
  }

  private numberFault(sheet: SheetRead, row: number, text: string): (() => CellFault) | undefined {
    const number = parseNumber(text);
    if (number === null) {
      return () => ({ code: 'NUMBER_INVALID', found: text, least: leastNumber, most: mostNumber });
    }
    const holder = this.rowByNumber.get(number);
    if (holder !== undefined) return () => ({ code: 'NUMBER_TWICE', number, ...holder });
    this.rowByNumber.set(number, this.holderOf(sheet, row));
    const takenBy = this.takenNumbers.get(number);
    return takenBy === undefined ? undefined : () => ({ code: 'NUMBER_TAKEN', number, takenBy });
  }

  private draft(
    { sheet, group: ofSheet }: SheetRead,
    { row, group: ofHeading }: SortedRow,
    fields: Fields,
  ): UnnumberedDraft {
    const textOf = (field: ImportField): string => fields.get(field)?.text ?? '';
    const group = sameGroup(this.context.groups, textOf('group'))?.id ?? ofHeading ?? ofSheet;
    const criteria: DraftCandidate['criteria'] = [];
    for (const { field } of importColumns) {
      if (!isCriterion(field) || textOf(field) === '') continue;
      criteria.push({ criterion: field, text: textOf(field) });
    }
    return {
      row: row.row,
      sheet,
      number: parseNumber(textOf('number')),
      written: textOf('number'),
      name: textOf('name'),
      ...(group === undefined ? {} : { group }),
      unit: textOf('unit'),
      sentence: textOf('sentence'),
      detail: textOf('detail'),
      criteria,
    };
  }
}
