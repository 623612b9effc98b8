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

/** By the reports' own codes, `domain/import/report.ts`. */
const sentences: Readonly<Record<string, Tell>> = {
  HEADER_NOT_FOUND: ({ expected }) =>
    told('没有找到表头', `第一行请写列名，例如：${list(expected, 4)}。也可以下载模板来填。`),
  NAME_COLUMN_MISSING: ({ expected }) => told('没有写名称的那一列', `表头里要有“${list(expected, 1)}”。`),
  COLUMN_TWICE: ({ columns }) => told(`有两列写的是同一样：${list(columns, 3)}`, '请留下一列。'),
  GROUP_COLUMN_MISSING: ({ groups }) =>
    told('没有写分组的那一列', `这个评选分了组，请加一列“分组”，写${list(groups, 5)}之一。`),
  NO_CANDIDATES: () => told('表头下面没有内容', '请在表头下面一行写一个候选。'),
  TOO_MANY_CANDIDATES: ({ found, existing, most }) =>
    told(`一共会有 ${sum(found, existing)} 个候选`, `最多 ${text(most)} 个，请去掉一些。`),
  NAME_MISSING: () => told('没有写名称', '写上名称，或者删去这一行。'),
  NUMBER_INVALID: ({ found, least, most }) =>
    told(`编号“${text(found)}”不对`, `要是 ${text(least)} 到 ${text(most)} 的整数。不写编号会自动往后排。`),
  NUMBERS_USED_UP: ({ most }) => told('编号排完了', `编号最大 ${text(most)}，请自己写上编号。`),
  NUMBER_TWICE: ({ number, otherRow }) =>
    told(`编号 ${text(number)} 和第 ${text(otherRow)} 行的一样`, '请改成不同的编号。'),
  NUMBER_TAKEN: ({ number, takenBy }) =>
    told(`编号 ${text(number)} 已经是“${text(takenBy)}”的`, '请换一个编号，或者先删去原来的候选。'),
  NAME_TWICE: ({ name, otherRow }) =>
    told(`“${text(name)}”和第 ${text(otherRow)} 行重名`, '请删去一行，或者把名称写得能分开。'),
  NAME_TAKEN: ({ name, number }) =>
    told(`“${text(name)}”已经在候选里，编号 ${text(number)}`, '请删去这一行，或者先删去原来的候选。'),
  GROUP_MISSING: ({ groups }) => told('没有写分组', `请写${list(groups, 5)}之一。`),
  GROUP_UNKNOWN: ({ found, groups }) => told(`没有“${text(found)}”这个分组`, `请写${list(groups, 5)}之一。`),
  TEXT_TOO_LONG: ({ length, most }) => told(`写了 ${text(length)} 个字`, `最多 ${text(most)} 个字，请写短一些。`),
  FORMULA_WITHOUT_VALUE: () => told('公式没有算出结果', '请打开表格重新计算并保存，或者把结果粘贴成文字。'),
  ERROR_VALUE: ({ found }) => told(`公式出错：${text(found)}`, '请改好公式，或者直接写上文字。'),
  MERGED_CELL: ({ range, first }) =>
    told(`${text(range)} 是合并的单元格`, `只有 ${text(first)} 有内容。请取消合并，每一行都写上。`),
  DATE_FOR_TEXT: ({ found }) => told(`这里是日期“${text(found)}”`, '请写成文字。'),
  PICTURE_FOR_TEXT: () => told('这里是图片', '请写文字。图片导入以后在候选里添加。'),
  HIDDEN_CHARACTER: ({ position }) => told(`第 ${text(position)} 个字看不见`, '请删去它，重新打一遍这一格。'),
};

const notes: Readonly<Record<string, Tell>> = {
  COLUMN_IGNORED: ({ reason }, { column }) =>
    told(`“${column ?? ''}”这一列没有用上${ignoredBecause[text(reason)] ?? ''}`),
  PICTURES_IGNORED: ({ count }) => told(`表格里的 ${text(count)} 张图片没有导入，请在候选里添加`),
  SHEETS_IGNORED: ({ sheets }) => told(`只读了第一张有名单的工作表，没有读：${list(sheets, 5)}`),
  EXAMPLE_SKIPPED: () => told('模板里的示例那一行已跳过'),
  NUMBERS_GIVEN: ({ count, first, last }) =>
    told(`${text(count)} 行没有写编号，自动排了 ${text(first)} 到 ${text(last)}`),
  HIDDEN_CHARACTERS_DROPPED: ({ count }) => told(`${text(count)} 格里看不见的字符已去掉`),
};

const ignoredBecause: Readonly<Record<string, string>> = {
  picture: '，图片请在候选里一张一张添加',
  noGroups: '，这个评选没有分组',
  runningNumber: '，编号用了另一列',
};

/** @returns also for a code that a newer cloud may know and this page does not */
export function problemText(problem: ImportProblem): Told {
  const tell = (problem.level === 'fault' ? sentences : notes)[problem.code];
  return tell?.(problem.details, problem) ?? told('这里有问题', '请对照模板看看。');
}

/** 第 7 行・名称（B7）; '' for the whole file. */
export function problemPlace({ row, column, cell }: ImportProblem): string {
  if (row === undefined) return '';
  const where = column === undefined ? '' : `・${column}`;
  return `第 ${row} 行${where}${cell === undefined ? '' : `（${cell}）`}`;
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
