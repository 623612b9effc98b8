import { likeness } from '../../universal/text/clean-text';
import { importColumns, isCriterion, mostOf, type ImportField } from './columns';
import type { Header, HeaderTitle } from './find-header';
import { groupHits, longestIn, samplesOf } from './column-content';
import type { ColumnShown, Corrections, FileProblem, IgnoredColumn, ImportContext, ImportWarning } from './report';
import { cellAddress, columnLetters, type Table } from './table';
import { plainTitle } from './vocabulary';

/** Titles with what they are taken for. */
interface TitleUse extends HeaderTitle {
  use: ImportField | null;
  reason?: IgnoredColumn;
  /** The title of the column that is taken in its place. */
  used?: string;
  /** Texts below it, the first ones and the last one. */
  samples: string[];
}

export interface ColumnMapping {
  /** Which column holds a field. */
  columns: ReadonlyMap<ImportField, HeaderTitle>;
  problems: FileProblem[];
  warnings: ImportWarning[];
  shown: ColumnShown[];
}

type ColumnCorrections = NonNullable<Corrections['columns']>;

/** Titles under which a column would be found, the template's first. */
export function expectedTitles(field: ImportField): string[] {
  const others: Partial<Record<ImportField, string[]>> = {
    name: ['项目名称', '姓名'],
    unit: ['申报单位', '工作单位'],
    group: ['类别', '组别'],
  };
  const column = importColumns.find((each) => each.field === field);
  return column ? [column.title, ...(others[field] ?? [])] : [];
}

/** Says which column holds what, which hold the same, and which are left aside. */
export function mapColumns(
  table: Table,
  header: Header,
  context: ImportContext,
  corrections: ColumnCorrections = [],
): ColumnMapping {
  const mapper = new ColumnMapper(table, header, context, corrections);
  mapper.run();
  return { columns: mapper.columns(), problems: mapper.problems(), warnings: mapper.warnings, shown: mapper.shown() };
}

class ColumnMapper {
  private readonly titles: TitleUse[];
  private readonly twice: HeaderTitle[][] = [];
  private readonly corrected: ReadonlyMap<number, ImportField | null>;
  readonly warnings: ImportWarning[] = [];

  constructor(
    private readonly table: Table,
    private readonly header: Header,
    private readonly context: ImportContext,
    corrections: ColumnCorrections,
  ) {
    this.corrected = new Map(corrections.map(({ column, use }) => [column, use]));
    this.titles = this.allColumns();
  }

  run(): void {
    for (const title of this.titles) this.correct(title);
    for (const { field } of importColumns) {
      if (field === 'sentence' || field === 'detail') continue;
      this.choose(field, this.candidatesFor(field));
    }
    this.promotePlace();
    this.chooseTexts();
    for (const title of this.titles) {
      if (title.use !== null || title.samples.length === 0) continue;
      this.warnings.push({
        code: 'COLUMN_IGNORED',
        column: title.title,
        cell: this.cellOf(title),
        reason: title.reason ?? reasonOf(title),
        ...(title.used === undefined ? {} : { used: title.used }),
        ...(title.under === undefined ? {} : { under: title.under }),
      });
    }
  }

  columns(): Map<ImportField, HeaderTitle> {
    const columns = new Map<ImportField, HeaderTitle>();
    for (const title of this.titles) {
      if (title.use !== null && !columns.has(title.use)) columns.set(title.use, title);
    }
    return columns;
  }

  problems(): FileProblem[] {
    const { row } = this.header;
    const names = this.columns().has('name');
    const missing: FileProblem[] = names
      ? []
      : [{ code: 'NAME_COLUMN_MISSING', row, expected: expectedTitles('name') }];
    const twice = this.twice.map((titles): FileProblem => {
      const cells = titles.map((title) => this.cellOf(title));
      return { code: 'COLUMN_TWICE', row, columns: titles.map(({ title }) => title), cells };
    });
    return [...missing, ...twice];
  }

  shown(): ColumnShown[] {
    return this.titles
      .filter(({ title, samples }) => title !== '' || samples.length > 0)
      .map(({ column, title, under, use, reason, samples, meaning, ...rest }) => ({
        column,
        cell: this.cellOf({ ...rest, column }),
        title: under === undefined ? title : `${under}・${title}`,
        use,
        ...(use !== null ? {} : { reason: reason ?? reasonOf({ ...rest, column, title, meaning }) }),
        samples,
      }));
  }

  /** Columns with a title, and those without one that hold anything. */
  private allColumns(): TitleUse[] {
    const { titles, row } = this.header;
    const titled = new Set(titles.map(({ column }) => column));
    const width = Math.max(0, ...this.table.rows.map(({ cells }) => cells.length));
    const untitled = Array.from({ length: width }, (_, column) => column).filter((column) => !titled.has(column));
    return [...titles, ...untitled.map((column) => ({ title: '', column, row, meaning: null }))]
      .sort((one, other) => one.column - other.column)
      .map((title) => ({ ...title, use: null, samples: samplesOf(this.table, this.header, title.column) }));
  }

  private correct(title: TitleUse): void {
    const use = this.corrected.get(title.column);
    if (use === undefined) {
      if (this.isHidden(title.column)) title.reason = 'hidden';
      return;
    }
    if (use === null) {
      title.reason = 'excluded';
      return;
    }
    const other = this.titles.find((each) => each.use === use);
    if (other) this.twice.push([other, title]);
    title.use = use;
  }

  private isHidden(column: number): boolean {
    return this.table.hiddenColumns?.includes(column) ?? false;
  }

  private isOpen({ use, reason, column }: TitleUse): boolean {
    return use === null && reason === undefined && !this.corrected.has(column);
  }

  /** Columns that may hold a field, the best one first; columns without any content last. */
  private candidatesFor(field: ImportField): TitleUse[] {
    const matching = this.titles.filter((title) => this.isOpen(title) && title.meaning?.use === field);
    const hits = ({ column }: TitleUse): number => groupHits(this.table, this.header, this.context, column);
    return [...matching].sort(
      (one, other) =>
        Number(one.samples.length === 0) - Number(other.samples.length === 0) ||
        (field === 'group' ? hits(other) - hits(one) : 0) ||
        rankOf(one) - rankOf(other) ||
        one.column - other.column,
    );
  }

  private choose(field: ImportField, [best, ...others]: readonly TitleUse[]): void {
    if (!best) return;
    const unread = this.unread(field);
    const taken = this.titles.find(({ use }) => use === field);
    if (unread || taken) {
      for (const title of [best, ...others]) this.leave(title, unread ?? 'other', taken);
      return;
    }
    best.use = field;
    const same = others.filter((title) => title.samples.length > 0 && keyOf(title) === keyOf(best));
    if (same.length > 0) this.twice.push([best, ...same]);
    for (const title of others) this.leave(title, isRunning(title) ? 'runningNumber' : 'other', best);
  }

  private unread(field: ImportField): IgnoredColumn | undefined {
    if (field === 'group' && this.context.groups.length === 0) return 'noGroups';
    return isCriterion(field) && !this.context.criteria.includes(field) ? 'noCriterion' : undefined;
  }

  private leave(title: TitleUse, reason: IgnoredColumn, used?: HeaderTitle): void {
    title.reason = reason;
    if (used && reason === 'other') title.used = used.title;
  }

  /** Schools, communities or companies are the candidates themselves where nothing else names any. */
  private promotePlace(): void {
    if (this.titles.some(({ use }) => use === 'name')) return;
    const places = this.titles.filter(
      (title) =>
        !this.corrected.has(title.column) &&
        (title.use === 'unit' || title.reason === 'other') &&
        isPlace(title) &&
        title.samples.length > 0,
    );
    const [place] = places;
    if (!place) return;
    const wasUnit = place.use === 'unit';
    place.use = 'name';
    if (!wasUnit) return;
    const next = this.titles.find(
      (title) => title.use === null && title.reason === 'other' && title.meaning?.use === 'unit',
    );
    if (next) next.use = 'unit';
  }

  /** A short text becomes the sentence where it fits, else the detail; neither is ever cut. */
  private chooseTexts(): void {
    const isShort = ({ meaning }: TitleUse): boolean =>
      meaning !== null && 'kind' in meaning && meaning.kind === 'short';
    this.choose(
      'sentence',
      this.candidatesFor('sentence').filter((title) => !isShort(title)),
    );
    this.choose('detail', this.candidatesFor('detail'));
    const most = mostOf('sentence') ?? 0;
    for (const title of this.candidatesFor('sentence').filter(isShort)) {
      const longest = longestIn(this.table, this.header, title.column);
      const [sentence, detail] = (['sentence', 'detail'] as const).map((use) =>
        this.titles.find((each) => each.use === use),
      );
      if (!sentence && longest <= most) title.use = 'sentence';
      else if (!detail) {
        title.use = 'detail';
        if (longest > most) this.tellMoved(title, longest);
      } else this.leave(title, 'other', longest <= most ? sentence : detail);
    }
    this.keepOneOfEqual(isShort);
  }

  /** Two columns of one title are a fault, wherever the texts would fit. */
  private keepOneOfEqual(isShort: (title: TitleUse) => boolean): void {
    const shorts = this.titles.filter(
      (title) =>
        isShort(title) && title.samples.length > 0 && !this.corrected.has(title.column) && title.reason !== 'hidden',
    );
    for (const [at, title] of shorts.entries()) {
      const same = shorts.slice(at + 1).find((other) => keyOf(other) === keyOf(title));
      if (same) this.twice.push([title, same]);
    }
  }

  private tellMoved(title: TitleUse, longest: number): void {
    const most = mostOf('detail') ?? 0;
    this.warnings.push({
      code: 'TEXT_KEPT_AS_DETAIL',
      column: title.title,
      cell: this.cellOf(title),
      longest,
      most,
    });
  }

  private cellOf({ row, column }: Pick<HeaderTitle, 'row' | 'column'>): string {
    return row === 0 ? columnLetters(column) : cellAddress(row, column);
  }
}

function rankOf({ meaning }: HeaderTitle): number {
  return meaning && 'rank' in meaning ? meaning.rank : 0;
}

function isRunning({ meaning }: HeaderTitle): boolean {
  return meaning !== null && 'kind' in meaning && meaning.kind === 'running';
}

function isPlace({ meaning }: HeaderTitle): boolean {
  return meaning !== null && 'kind' in meaning && meaning.kind === 'place';
}

function reasonOf({ meaning }: HeaderTitle): IgnoredColumn {
  return meaning?.use === 'picture' || meaning?.use === 'private' ? meaning.use : 'unknown';
}

/** By which two titles are the same one. */
function keyOf({ title, under = '' }: HeaderTitle): string {
  return `${likeness(under)}\n${plainTitle(title)}`;
}
