import { cleanText } from '../../universal/text/clean-text';
import { exampleMark, type ImportField } from './columns';
import type { Header, HeaderTitle } from './find-header';
import { groupOfHeading } from './group-names';
import { coveringRange } from './merged';
import { parseNumber } from './numbering';
import type { Corrections, ImportContext, LeftOutRow } from './report';
import type { Table, TableRow } from './table';
import { plainTitle } from './vocabulary';
import { cutShort } from '../../universal/text/visible-length';

/** A row below the header, and whether a candidate is read from it. */
export interface SortedRow {
  row: TableRow;
  reason?: LeftOutRow;
  /** How it begins. */
  text: string;
  /** The poll's group that a heading above it names. */
  group?: string;
}

const longestText = 60;

/** Rows of hints and of columns' numbers stand right below a header. */
const hintRows = 3;

const sum = /^(?:合计|总计|小计|共计|累计|总数)(?:$|[:：(（\d共])|^(?:以上)?共[计有]?\d+[个项件名人家条幅]/;
const remark =
  /^(?:备注|附注|注|说明|填表说明|填报说明|填写说明|附件|备考|温馨提示|提示|要求|填报要求|注意事项)\d{0,2}[:：.、．]|^[※*]|^(?:备注|说明|注)$/;
const signed =
  /^(?:填表|制表|填报|报送|报表|审核|审批|审定|复核|校对|经办|负责|分管|主管|联系|统计|编制|签发|推荐|申报|制单)?(?:人|单位|部门|领导|负责人|日期|时间|电话|方式|意见)?(?:\([^()]*\))?[:：]/;
const stamped = /\((?:盖章|签字|签章|公章|签名)\)|^(?:盖章|签字|签章)/;
const dated = /^\d{4}[年./-]\d{1,2}[月./-](?:\d{1,2}日?)?$/;
const paged = /^第\d+页(?:,?共\d+页)?$|^-?\d+-?\/-?\d+-?$/;
const numbered =
  /^(?:[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．:：]|第[一二三四五六七八九十\d]{1,3}[组类批部分赛])/;
const counted = /[(（]?共?\d+[个项件名人家条幅][)）]?$/;
const example = /^[(（【]?(?:示例|样例|范例|例|举例|模板)(?:[)）】:：]|$)/;
const hint =
  /^[(（]?(?:不超过|不多于|不少于|限|控制在|约)?\d+[字个]?[-–~至到]?\d*字(?:以内|之内|内|左右|以上)?|^[(（]?(?:必填|选填|可选|可不填|非必填|请?(?:如实|按|简要|完整)?填(?:写|报|全称)|请(?:写|选择|输入|注明|按|勿)|填全称|全称|与公章一致|单选|多选|下拉|从下拉|格式[:：]|例如|如[:：]|例[:：]|自动(?:生成|编号))|字以内[)）。]?$|不超过\d+字|限\d+字/;

/** Sorts what stands below a header into candidates and what a list made for printing has besides. */
export class RowSorter {
  private readonly titles: ReadonlyMap<number, string>;
  private readonly above: ReadonlySet<string>;
  private readonly read: readonly number[];
  private readonly corrected: ReadonlyMap<number, boolean>;
  private group: string | undefined;
  private sinceHeader = 0;
  private isBefore = true;

  constructor(
    private readonly table: Table,
    private readonly header: Header,
    private readonly columns: ReadonlyMap<ImportField, HeaderTitle>,
    private readonly context: ImportContext,
    corrections: NonNullable<Corrections['rows']>,
  ) {
    this.titles = new Map(header.titles.map(({ column, title }) => [column, plainTitle(title)]));
    const rowsAbove = table.rows.filter(({ row }) => row < header.row);
    this.above = new Set(rowsAbove.map((row) => wordsOf(row).join('\n')));
    this.read = [...columns.values()].map(({ column }) => column);
    this.corrected = new Map(corrections.map(({ row, isTaken }) => [row, isTaken]));
  }

  sort(): SortedRow[] {
    return this.table.rows
      .filter(({ row }) => row > this.header.row)
      .map((row) => {
        const reason = this.reasonOf(row);
        this.sinceHeader = reason === 'header' ? 0 : this.sinceHeader + 1;
        if (reason === undefined) this.isBefore = false;
        if (reason === 'header') this.isBefore = true;
        const text = this.textOf(row, reason);
        if (reason === 'section') this.group = groupOfHeading(this.context.groups, text)?.id ?? this.group;
        return {
          row,
          text: cutShort(text, longestText),
          ...(reason === undefined ? {} : { reason }),
          ...(this.group === undefined ? {} : { group: this.group }),
        };
      });
  }

  private textOf(row: TableRow, reason: LeftOutRow | undefined): string {
    const name = this.columns.get('name');
    // Whoever is left out for being out of sight, or by the clerk, is a candidate all the same.
    const isCandidate = reason === undefined || reason === 'hidden' || reason === 'excluded';
    const own = name === undefined || !isCandidate ? '' : wordAt(row, name.column);
    return own || wordsOf(row).join(' ');
  }

  private reasonOf(row: TableRow): LeftOutRow | undefined {
    const corrected = this.corrected.get(row.row);
    if (corrected !== undefined) return corrected ? undefined : 'excluded';
    const words = wordsOf(row);
    const kind = this.kindOf(row, words);
    // What would be no candidate in sight is none out of sight either, and needs no other word.
    return row.isHidden && kind === undefined ? 'hidden' : kind;
  }

  private kindOf(row: TableRow, words: readonly string[]): LeftOutRow | undefined {
    if (this.isExample(row)) return 'example';
    if (this.isHeaderAgain(row, words)) return 'header';
    const isNearHeader = this.isBefore && this.sinceHeader < hintRows;
    if (isNearHeader && this.isColumnNumbers(row, words)) return 'columnNumbers';
    if (isNearHeader && this.isHint(row, words)) return 'hint';
    if (this.isFooter(row, words)) return 'footer';
    if (this.isSection(row, words)) return 'section';
    return this.isWithoutCandidate(row);
  }

  private numberOf(row: TableRow): number | null {
    const number = this.columns.get('number');
    return number === undefined ? null : parseNumber(wordAt(row, number.column));
  }

  private isExample(row: TableRow): boolean {
    const number = this.columns.get('number');
    const first = number === undefined ? '' : wordAt(row, number.column);
    return first === exampleMark || example.test(first);
  }

  private isHeaderAgain(row: TableRow, words: readonly string[]): boolean {
    if (this.above.has(words.join('\n'))) return true;
    const filled = columnsOf(row);
    const same = filled.filter((column) => plainTitle(wordAt(row, column)) === this.titles.get(column));
    return same.length >= 2 || (same.length === 1 && filled.length === 1);
  }

  /** 1, 2, 3 … or 甲, 乙, 1, 2 below the titles. */
  private isColumnNumbers(row: TableRow, words: readonly string[]): boolean {
    const name = this.columns.get('name');
    if (words.length < 2 || name === undefined || wordAt(row, name.column) === '') return false;
    const bare = words.map((word) => word.normalize('NFKC').replace(/[()（）]/g, ''));
    if (!bare.every((word) => /^(?:\d{1,2}|[A-Z]|[甲乙丙丁戊己])$/i.test(word))) return false;
    const figures = bare.map(Number);
    const isSequence = figures.every((figure, at) => at === 0 || figure === (figures[at - 1] ?? 0) + 1);
    const letters = bare.filter((word) => !/^\d/.test(word));
    const isLettered = letters.length > 0 && new Set(bare).size === bare.length && bare.length >= 3;
    return isSequence || (isLettered && this.numberOf(row) === null);
  }

  private isHint(row: TableRow, words: readonly string[]): boolean {
    if (this.numberOf(row) !== null) return false;
    const hints = words.filter((word) => hint.test(word.normalize('NFKC')));
    const name = this.columns.get('name');
    const isNameHint = name !== undefined && hint.test(wordAt(row, name.column).normalize('NFKC'));
    return isNameHint ? hints.length * 2 >= words.length || words.length <= 2 : hints.length * 2 > words.length;
  }

  private isFooter(row: TableRow, words: readonly string[]): boolean {
    const name = this.columns.get('name');
    if (this.numberOf(row) !== null && name !== undefined && wordAt(row, name.column) !== '') return false;
    const [first = ''] = words;
    const even = first.normalize('NFKC').replace(/\s+/g, '');
    const isAlone = words.length === 1;
    return (
      sum.test(even) ||
      remark.test(even) ||
      signed.test(even) ||
      (even.length <= 20 && stamped.test(even)) ||
      (isAlone && (dated.test(even) || paged.test(even)))
    );
  }

  /** A heading for the rows below: one text in the row, numbered, counted, a group's name, or over several columns. */
  private isSection(row: TableRow, words: readonly string[]): boolean {
    const [column] = columnsOf(row);
    const [text = ''] = words;
    if (words.length !== 1 || column === undefined || parseNumber(text) !== null) return false;
    const isSpread = coveringRange(this.table, row.row, column + 1)?.firstRow === row.row;
    const isHeading = numbered.test(text) || groupOfHeading(this.context.groups, text) !== undefined;
    if (column === this.columns.get('number')?.column) return true;
    if (column === this.columns.get('group')?.column) return false;
    if (this.read.length < 2) return false;
    const isNamed = column === this.columns.get('name')?.column;
    return isSpread || isHeading || (isNamed && counted.test(text) && numbered.test(text));
  }

  private isWithoutCandidate(row: TableRow): LeftOutRow | undefined {
    const isFilled = (column: number): boolean => {
      const cell = row.cells[column];
      const isText = !cell || cell.kind === 'text' || cell.kind === 'number' || cell.kind === 'boolean';
      if (!isText) return true;
      if (wordAt(row, column) !== '') return true;
      return this.table.pictures.some((picture) => picture.row === row.row && picture.column === column);
    };
    const fields = [...this.columns].filter(([, { column }]) => isFilled(column)).map(([field]) => field);
    if (fields.length === 0) return 'unread';
    const others = fields.filter((field) => field !== 'number' && field !== 'group');
    const isAlone = others.length === 0 && fields.includes('number') && this.columns.has('name');
    return isAlone && this.numberOf(row) !== null ? 'empty' : undefined;
  }
}

function wordAt({ cells }: TableRow, column: number): string {
  const cell = cells[column];
  return cell ? cleanText(cell.text.slice(0, 400), 'one').text : '';
}

function columnsOf(row: TableRow): number[] {
  return [...row.cells.keys()].filter((column) => wordAt(row, column) !== '');
}

function wordsOf(row: TableRow): string[] {
  return columnsOf(row).map((column) => wordAt(row, column));
}
