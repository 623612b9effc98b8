import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  isCorrected,
  withColumn,
  withRow,
  withSheet,
} from '../../../../../miniprogram/packages/organiser/import/corrections';
import { chosenUse } from '../../../../../miniprogram/packages/organiser/import/columns.view';
import { reportView } from '../../../../../miniprogram/packages/organiser/import/import.view';
import type { ImportProblem, ImportReport } from '../../../../../miniprogram/packages/organiser/services/candidates';
import {
  ignoredBecause,
  leftOutBecause,
  problemText,
} from '../../../../../miniprogram/packages/organiser/text/import-problems';

const report = (shape: Partial<ImportReport> = {}): ImportReport => ({
  count: 0,
  measure: '项',
  problems: [],
  faultCount: 0,
  sample: [],
  added: 0,
  listVersion: 1,
  trial: '',
  sheets: [{ sheet: 0, name: '名单', isTaken: true }],
  columns: [],
  rows: [],
  uses: ['number', 'name', 'unit'],
  ...shape,
});

function fault(code: string, details: Record<string, unknown> = {}, place: Partial<ImportProblem> = {}): ImportProblem {
  return { level: 'fault', code, details, ...place };
}

function rowsOf(
  count: number,
  shape: (at: number) => Partial<ImportReport['rows'][number]> = () => ({}),
): ImportReport['rows'] {
  return Array.from({ length: count }, (_, at) => ({
    sheet: 0,
    row: at + 2,
    isTaken: true,
    text: `项目${at + 1}`,
    number: at + 1,
    ...shape(at),
  }));
}

test('a clean file says how many it would add, and shows its first and its last rows', () => {
  const sample = [
    { row: 2, number: 1, name: '项目1', group: '市级', unit: '市民政局', sentence: '', detail: '' },
    { row: 31, number: 30, name: '项目30', unit: '市园林局', sentence: '', detail: '' },
  ];
  const view = reportView(report({ count: 30, sample, rows: rowsOf(30) }));
  expect(view).toMatchObject({ isClean: true, title: '检查好了，可以加入 30 项', confirm: '加入这 30 项' });
  expect(view.rows[0]).toMatchObject({ number: '01', text: '项目1', second: '第 2 行・市级・市民政局' });
  expect(view.rows.at(-1)).toMatchObject({ number: '30', text: '项目30', second: '第 31 行・市园林局' });
  expect(view).toMatchObject({ rows: { length: 12 }, rowsMore: '看中间的 18 行' });
  expect(reportView(report({ rows: rowsOf(30) }), true)).toMatchObject({ rows: { length: 30 }, rowsMore: '' });
});

test('a row that was left out is seen wherever it stands, with why, and numbers typed in advance are not', () => {
  const rows = rowsOf(40, (at) => {
    if (at === 20) return { isTaken: false, reason: 'hidden' };
    return at > 30 ? { isTaken: false, reason: 'empty' } : {};
  });
  const lines = reportView(report({ rows })).rows;
  expect(lines.find(({ row }) => row === 22)).toMatchObject({
    isTaken: false,
    second: '第 22 行・在表格里隐藏着，没有加入',
    label: '第 22 行，项目21，不加入',
  });
  expect(lines.filter(({ row }) => row > 32)).toEqual([]);
});

test('a fault stands at its row as the spreadsheet counts, with what is wrong, what would be right, and a way to leave it out', () => {
  const problems = [
    fault('NUMBER_INVALID', { found: 'x', least: 1, most: 9999 }, { row: 9, column: '编号', cell: 'A9' }),
    fault('GROUP_UNKNOWN', { found: '省级', groups: ['市级', '县级'] }, { row: 12, column: '分组', cell: 'D12' }),
    fault('COLUMN_TWICE', { columns: ['名称', '名称'] }, { row: 1 }),
  ];
  expect(reportView(report({ problems, faultCount: 40, rows: rowsOf(20) }))).toMatchObject({
    isClean: false,
    title: '有 40 处要改',
    faults: [
      { place: '第 9 行・编号（A9）', wrong: '编号“x”不对', row: 9, leaveLabel: '不要第 9 行' },
      { place: '第 12 行・分组（D12）', wrong: '没有“省级”这个分组', right: '请写市级、县级之一。', row: 12 },
      // The header is no row to leave out.
      { row: 0 },
    ],
    moreFaults: '还有 37 处没有列出，改好这些再检查一次。',
  });
});

test('of several sheets a fault names its own, and that sheet’s row is left out', () => {
  const sheets = ['说明', '民生类', '城建类'].map((name, sheet) => ({ sheet, name, isTaken: sheet > 0 }));
  const place = { row: 3, column: '名称', cell: 'A3' };
  const problems = [fault('NAME_TWICE', { name: '甲', otherRow: 2, otherSheet: '民生类', sheet: '城建类' }, place)];
  const rows = rowsOf(5, () => ({ sheet: 2 }));
  expect(reportView(report({ problems, faultCount: 1, sheets, rows })).faults).toMatchObject([
    { place: '城建类・第 3 行・名称（A3）', wrong: '“甲”和工作表“民生类”第 2 行重名', sheet: 2, row: 3 },
  ]);
});

test('what was left out is told apart from what is wrong, rows of one reason together', () => {
  const left = [12, 13, 14].map((row) => ({
    level: 'note' as const,
    code: 'ROW_LEFT_OUT',
    row,
    details: { reason: 'footer', found: '合计' },
  }));
  const given = { level: 'note' as const, code: 'NUMBERS_GIVEN', details: { count: 20, first: 1, last: 20 } };
  const columns = ['性别', '电话'].map((column) => ({
    level: 'note' as const,
    code: 'COLUMN_IGNORED',
    column,
    cell: 'B1',
    details: { reason: 'private' },
  }));
  expect(reportView(report({ count: 20, problems: [...columns, ...left, given] }))).toMatchObject({
    isClean: true,
    faults: [],
    notes: [
      { place: '', wrong: '第 12、13、14 行是合计、签名或备注，没有加入' },
      { place: '', wrong: '20 行没有写编号，自动排了 1 到 20' },
      { place: '', wrong: '“性别”、“电话”没有用上，联系方式、个人信息和备注不公开' },
    ],
  });
});

test('a column says what it is taken for, why not, and what stands in it; the last choice is none', () => {
  const columns: ImportReport['columns'] = [
    { column: 0, cell: 'A1', title: '项目名称', use: 'name', samples: ['食堂', '公园'] },
    { column: 1, cell: 'B1', title: '联系电话', use: null, reason: 'private', samples: ['12345'] },
    { column: 2, cell: 'C', title: '', use: null, reason: 'unknown', samples: [] },
  ];
  const made = report({ columns });
  const view = reportView(made);
  expect(view.uses).toEqual(['编号', '名称', '单位', '不用']);
  expect(view.columns).toMatchObject([
    { use: '名称', at: 1, isUsed: true, reason: '', label: '项目名称这一列，现在是名称，点了可以改' },
    { use: '不用', at: 3, isUsed: false, reason: '联系方式、个人信息和备注不公开' },
    { title: '没有列名', samples: [{ text: '这一列是空的' }] },
  ]);
  expect([chosenUse(made, 2), chosenUse(made, 3)]).toEqual(['unit', null]);
});

test('the latest decision of a place holds, and a field moves from the column that had it', () => {
  const first = withColumn({}, { column: 1, use: 'name' });
  expect(withColumn(first, { column: 2, use: 'name' })).toEqual({ columns: [{ column: 2, use: 'name' }] });
  expect(withColumn(first, { column: 1, use: null })).toEqual({ columns: [{ column: 1, use: null }] });
  const row = withRow(first, { sheet: 0, row: 4, isTaken: false });
  expect(withRow(row, { sheet: 0, row: 4, isTaken: true }).rows).toEqual([{ sheet: 0, row: 4, isTaken: true }]);
  expect(withRow(row, { sheet: 1, row: 4, isTaken: true }).rows).toHaveLength(2);
  expect(withSheet(row, { sheet: 1, isTaken: true })).toEqual({
    rows: row.rows,
    sheets: [{ sheet: 1, isTaken: true }],
  });
  expect([isCorrected({}), isCorrected(row)]).toEqual([false, true]);
});

describe('every code that a report can carry', () => {
  const source = readFileSync(
    path.resolve(__dirname, '../../../../../cloudfunctions/shared/domain/imports/report.ts'),
    'utf8',
  );
  /** The words of a union of texts. */
  const wordsOf = (name: string): string[] => {
    const [, union = ''] = new RegExp(`export type ${name} =([^;]*);`).exec(source) ?? [];
    return [...union.matchAll(/\| '(\w+)'/g)].map(([, word = '']) => word);
  };

  test('has a sentence of its own', () => {
    const [problems = '', warnings = ''] = source.split('export type ImportWarning');
    const codesIn = (text: string): string[] => [...text.matchAll(/code: '([A-Z_]+)'/g)].map(([, code = '']) => code);
    const codes = [
      ...codesIn(problems).map((code) => ({ level: 'fault' as const, code })),
      ...codesIn(warnings).map((code) => ({ level: 'note' as const, code })),
    ];
    expect(codes.length).toBeGreaterThan(25);
    const nobody = codes.filter(({ level, code }) => problemText({ level, code, details: {} }).wrong === '这里有问题');
    expect(nobody).toEqual([]);
  });

  test('says why a column or a row is left out', () => {
    expect(wordsOf('IgnoredColumn').length).toBeGreaterThan(7);
    expect(Object.keys(ignoredBecause).sort()).toEqual(wordsOf('IgnoredColumn').sort());
    expect(Object.keys(leftOutBecause).sort()).toEqual(wordsOf('LeftOutRow').sort());
  });
});
