// What is wrong with an imported file, row by row, and what would be right.
import type { ImportProblem } from '../services/candidates';

type Details = ImportProblem['details'];
/** `right` says what to do, '' where the first says it all. */
interface Told {
  wrong: string;
  right: string;
}
type Tell = (details: Details, problem: ImportProblem) => Told;

const told = (wrong: string, right = ''): Told => ({ wrong, right });

/** By the reports' own codes, `domain/imports/report.ts`. */
const sentences: Readonly<Record<string, Tell>> = {
  HEADER_NOT_FOUND: ({ expected }) =>
    told('没有找到列名', `请在下面选一选每一列是什么；或者在表格里写上列名，例如：${list(expected, 4)}。`),
  ONE_CANDIDATE_FORM: () =>
    told(
      '这是一份申报表，写的只是一份申报，不是名单',
      '请把各份申报表抄成一张名单：第一行写列名，一份写一行。只有一两份的，可以回去逐个添加。',
    ),
  NAME_COLUMN_MISSING: ({ expected }) =>
    told('没有写名称的那一列', `请在下面选出哪一列是名称；或者在表格里写上列名，例如：${list(expected, 3)}。`),
  COLUMN_TWICE: ({ columns }) => told(`有两列写的是同一样：${list(columns, 3)}`, '请在下面把一列改成“不用”。'),
  LISTS_SIDE_BY_SIDE: ({ columns }) =>
    told(`名单是并排写的：${list(columns, 8)} 列各是一份`, '请把右边的剪下来，接在左边的下面，再选一次。'),
  GROUP_COLUMN_MISSING: ({ groups }) =>
    told(
      '没有写分组的那一列',
      `这个评选分了组。请在下面选出哪一列是分组，或者加一列“分组”，写${list(groups, 5)}之一。`,
    ),
  NO_CANDIDATES: () => told('表头下面没有内容', '请在表头下面写候选，各写一行。'),
  TOO_MANY_CANDIDATES: ({ found, existing, most }) =>
    told(`候选一共会有 ${sum(found, existing)}`, `一个评选最多 ${text(most)}，请去掉一些。`),
  NAME_MISSING: () => told('没有写名称', '写上名称，或者不要这一行。'),
  NUMBER_INVALID: ({ found, least, most }) =>
    told(
      `编号“${text(found)}”不对`,
      `要是 ${text(least)} 到 ${text(most)} 的整数。把这一列改成“不用”，编号就自动往后排。`,
    ),
  NUMBERS_USED_UP: ({ most }) => told('编号排完了', `编号最大 ${text(most)}，请自己写上编号。`),
  NUMBER_TWICE: ({ number, otherRow, otherSheet }) =>
    told(
      `编号 ${text(number)} 和${otherPlace(otherSheet, otherRow)}的一样`,
      '请改成不同的编号；把这一列改成“不用”，编号就自动往后排。',
    ),
  NUMBER_TAKEN: ({ number, takenBy }) =>
    told(`编号 ${text(number)} 已经是“${text(takenBy)}”的`, '请换一个编号；把这一列改成“不用”，编号就自动往后排。'),
  NAME_TWICE: ({ name, otherRow, otherSheet }) =>
    told(`“${text(name)}”和${otherPlace(otherSheet, otherRow)}重名`, '请不要其中一行，或者把名称写得能分开。'),
  NAME_TAKEN: ({ name, number }) =>
    told(`“${text(name)}”已经在候选里，编号 ${text(number)}`, '请不要这一行，或者先删去原来的候选。'),
  GROUP_MISSING: ({ groups }) => told('没有写分组', `请写${list(groups, 5)}之一。`),
  GROUP_UNKNOWN: ({ found, groups }) => told(`没有“${text(found)}”这个分组`, `请写${list(groups, 5)}之一。`),
  TEXT_TOO_LONG: ({ length, most, found }) =>
    told(
      `写了 ${text(length)} 个字：“${text(found)}”`,
      `这一列最多 ${text(most)} 个字。请写短一些，或者把这一列改成“详细介绍”。`,
    ),
  FORMULA_WITHOUT_VALUE: () => told('公式没有算出结果', '请打开表格重新计算并保存，或者把结果粘贴成文字。'),
  ERROR_VALUE: ({ found }) => told(`公式出错：${text(found)}`, '请改好公式，或者直接写上文字。'),
  MERGED_CELL: ({ range, first }) =>
    told(`${text(range)} 是合并的单元格`, `只有 ${text(first)} 有内容。请取消合并，每一行都写上。`),
  DATE_FOR_TEXT: ({ found }) => told(`这里是日期“${text(found)}”`, '请写成文字。'),
  PICTURE_FOR_TEXT: () => told('这里是图片', '请写文字。图片导入以后在候选里添加。'),
  CONTENT_REFUSED: ({ found }) => told(`“${text(found)}”没有通过微信的内容检查`, '请换一种说法，或者不要这一行。'),
  HIDDEN_CHARACTER: ({ position }) => told(`第 ${text(position)} 个字看不见`, '请删去它，重新打一遍这一格。'),
};

const notes: Readonly<Record<string, Tell>> = {
  COLUMN_IGNORED: ({ reason, used }, problem) =>
    told(`${columnName(problem)}没有用上${ignoredText(text(reason), text(used))}`),
  TEXT_KEPT_AS_DETAIL: ({ longest, most }, { column }) =>
    told(
      `“${column ?? ''}”最长有 ${text(longest)} 个字，整列放进“详细介绍”，一个字也不截（每个最多 ${text(most)} 个字）`,
    ),
  PICTURES_IGNORED: ({ count }) => told(`表格里的 ${text(count)} 张图片没有导入，请在候选里添加`),
  SHEETS_IGNORED: ({ sheets }) => told(`没有读的工作表：${list(sheets, 60)}`),
  LISTS_STACKED: ({ rows }) => told(`第 ${list(rows, 12)} 行起是另外的名单，按它们自己的列名读，列的次序不一样也行`),
  ROW_LEFT_OUT: ({ reason }) => told(leftOutBecause[text(reason)] ?? '没有加入'),
  EXAMPLE_SKIPPED: () => told('模板里的示例那一行已跳过'),
  NUMBERS_GIVEN: ({ count, first, last }) =>
    told(`${text(count)} 行没有写编号，自动排了 ${text(first)} 到 ${text(last)}`),
  NUMBERS_CHANGED: ({ count, first, last, row, found }) =>
    told(
      `从第 ${text(row)} 行起有 ${text(count)} 行，原来的序号（“${text(found)}”等）重复或不能用，改排 ${text(first)} 到 ${text(last)}`,
    ),
  CONTENT_UNCHECKED: () => told('微信的内容检查现在没有回应，加入的时候会再查一次'),
  HIDDEN_CHARACTERS_DROPPED: ({ count }) => told(`${text(count)} 格里看不见的字符已去掉`),
};

/** By `IgnoredColumn` of `domain/imports/report.ts`; also said below the column itself. */
export const ignoredBecause: Readonly<Record<string, string>> = {
  unknown: '不认得这个列名',
  picture: '图片和附件请在候选里添加',
  private: '联系方式、个人信息和备注不公开',
  noGroups: '这个评选没有分组',
  noCriterion: '这个评选没有这一条评选标准',
  runningNumber: '编号用了另一列',
  other: '用了另一列',
  hidden: '它在表格里是隐藏的',
  excluded: '您选了不用',
};

function ignoredText(reason: string, used: string): string {
  if (reason === 'other' && used !== '') return `，用了“${used}”`;
  const because = Object.hasOwn(ignoredBecause, reason) ? ignoredBecause[reason] : undefined;
  return because === undefined ? '' : `，${because}`;
}

/** “姓名”（在“联系人”下面） */
function columnName({ column, cell, details }: ImportProblem): string {
  const below = text(details['under']) === '' ? '' : `（在“${text(details['under'])}”下面）`;
  return column ? `“${column}”${below}` : `没有列名的 ${(cell ?? '').replace(/\d+/g, '')} 列`;
}

/** “性别”、“电话”这几列没有用上，联系方式、个人信息和备注不公开 */
export function ignoredColumnsText(reason: string, columns: readonly ImportProblem[]): string {
  const most = 8;
  const named = columns.slice(0, most).map(columnName).join('、');
  const all = columns.length > most ? `${named}等 ${columns.length} 列` : named;
  return `${all}没有用上${ignoredText(reason, '')}`;
}

/** By `LeftOutRow` of `domain/imports/report.ts`; also said beside the row itself. */
export const leftOutBecause: Readonly<Record<string, string>> = {
  hidden: '在表格里隐藏着，没有加入',
  header: '又是一遍列名或标题，没有加入',
  hint: '是填写提示，没有加入',
  columnNumbers: '是每一列的号码，没有加入',
  section: '是小标题，没有加入',
  footer: '是合计、签名或备注，没有加入',
  example: '是示例，没有加入',
  empty: '只有序号，没有加入',
  unread: '用上的几列都空着，没有加入',
  excluded: '您选了不要',
};

function otherPlace(sheet: unknown, row: unknown): string {
  return `${text(sheet) === '' ? '' : `工作表“${text(sheet)}”`}第 ${text(row)} 行`;
}

/** @returns also for a code that a newer cloud may know and this page does not */
export function problemText(problem: ImportProblem): Told {
  const tell = (problem.level === 'fault' ? sentences : notes)[problem.code];
  return tell?.(problem.details, problem) ?? told('这里有问题', '请对照模板看看。');
}

/** 第 7 行・名称（B7）, of several sheets 民生类・第 7 行・名称（B7）; '' for the whole file. */
export function problemPlace({ row, column, cell, details }: ImportProblem): string {
  if (row === undefined) return '';
  const sheet = text(details['sheet']) === '' ? '' : `${text(details['sheet'])}・`;
  const where = column === undefined ? '' : `・${column}`;
  return `${sheet}第 ${row} 行${where}${cell === undefined ? '' : `（${cell}）`}`;
}

/** Rows 12, 13 and 14 in one note: 第 12、13、14 行是合计、签名或备注，没有加入. */
export function leftOutText(reason: string, sheet: string, rows: readonly number[]): string {
  const most = 12;
  const named = rows.slice(0, most).join('、');
  const all = rows.length > most ? `第 ${named} 等 ${rows.length} 行` : `第 ${named} 行`;
  return `${sheet === '' ? '' : `${sheet}・`}${all}${leftOutBecause[reason] ?? '没有加入'}`;
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function list(values: unknown, most: number): string {
  const all: unknown[] = Array.isArray(values) ? values : [];
  return all.slice(0, most).map(text).join('、');
}

function sum(a: unknown, b: unknown): string {
  return typeof a === 'number' && typeof b === 'number' ? String(a + b) : '';
}
