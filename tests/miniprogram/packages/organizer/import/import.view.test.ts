import { readFileSync } from 'node:fs';
import path from 'node:path';
import { reportView } from '../../../../../miniprogram/packages/organizer/import/import.view';
import type { ImportProblem, ImportReport } from '../../../../../miniprogram/packages/organizer/services/candidates';
import { problemText } from '../../../../../miniprogram/packages/organizer/text/import-problems';

const report = (shape: Partial<ImportReport> = {}): ImportReport => ({
  ...{ count: 0, problems: [], faultCount: 0, sample: [], added: 0, listVersion: 1 },
  ...shape,
});

function fault(code: string, details: Record<string, unknown> = {}, place: Partial<ImportProblem> = {}): ImportProblem {
  return { level: 'fault', code, details, ...place };
}

test('a clean file says how many it would add and shows the first of them', () => {
  const sample = [{ row: 2, number: 1, name: '社区食堂', group: '市级', unit: '市民政局', sentence: '' }];
  expect(reportView(report({ count: 30, sample }))).toMatchObject({
    isClean: true,
    title: '检查好了，可以加入 30 项',
    sample: [{ number: '01', name: '社区食堂', second: '市级・市民政局' }],
    sampleMore: '后面还有 29 项',
    confirm: '加入这 30 项',
  });
});

test('a fault stands at its row as the spreadsheet counts, with what is wrong and what would be right', () => {
  const problems = [
    fault('NUMBER_TWICE', { number: 7, otherRow: 3 }, { row: 9, column: '编号', cell: 'A9' }),
    fault('GROUP_UNKNOWN', { found: '省级', groups: ['市级', '县级'] }, { row: 12, column: '分组', cell: 'D12' }),
  ];
  expect(reportView(report({ problems, faultCount: 40 }))).toMatchObject({
    isClean: false,
    title: '有 40 处要改',
    faults: [
      { place: '第 9 行・编号（A9）', wrong: '编号 7 和第 3 行的一样', right: '请改成不同的编号。' },
      { place: '第 12 行・分组（D12）', wrong: '没有“省级”这个分组', right: '请写市级、县级之一。' },
    ],
    moreFaults: '还有 38 处没有列出，改好这些再检查一次。',
  });
});

test('what was left out is told apart from what is wrong', () => {
  const problems = [{ level: 'note' as const, code: 'NUMBERS_GIVEN', details: { count: 20, first: 1, last: 20 } }];
  expect(reportView(report({ count: 20, problems }))).toMatchObject({
    isClean: true,
    faults: [],
    notes: [{ wrong: '20 行没有写编号，自动排了 1 到 20' }],
  });
});

test('every code that a report can carry has a sentence of its own', () => {
  const source = readFileSync(
    path.resolve(__dirname, '../../../../../cloudfunctions/shared/domain/import/report.ts'),
    'utf8',
  );
  const [problems = '', warnings = ''] = source.split('export type ImportWarning');
  const codesIn = (text: string): string[] => [...text.matchAll(/code: '([A-Z_]+)'/g)].map(([, code = '']) => code);
  const codes = [
    ...codesIn(problems).map((code) => ({ level: 'fault' as const, code })),
    ...codesIn(warnings).map((code) => ({ level: 'note' as const, code })),
  ];
  expect(codes.length).toBeGreaterThan(20);
  const nobody = codes.filter(({ level, code }) => problemText({ level, code, details: {} }).wrong === '这里有问题');
  expect(nobody).toEqual([]);
});
