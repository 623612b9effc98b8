import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx } from 'hucre';
import { readCandidates } from '../../../../cloudfunctions/shared/domain/imports/read-candidates';
import type { ImportReport } from '../../../../cloudfunctions/shared/domain/imports/report';
import { readSpreadsheet } from '../../../../cloudfunctions/shared/spreadsheet/read-spreadsheet';
import { BundledProbe, readingTime } from './support/bundled-probe';

const criteria = ['innovation', 'effectiveness', 'satisfaction', 'sustainability'] as const;
const context = { groups: [], criteria, existing: [] };

async function imported(name: string, groups: string[] = []): Promise<ImportReport> {
  const reading = await readSpreadsheet(readFileSync(path.join(__dirname, 'files', name)));
  if (!reading.ok) throw new Error(reading.refusal.code);
  return readCandidates(reading.tables, { ...context, groups: groups.map((group) => ({ id: group, name: group })) });
}

test.each(['libreoffice-list.xlsx', 'libreoffice-list.csv'])(
  'a list of twenty in %s is imported whole',
  async (name) => {
    const report = await imported(name);
    if (!report.ok) throw new Error(JSON.stringify(report.problems));
    expect(report.candidates).toHaveLength(20);
    expect(report.candidates[0]).toEqual({
      row: 4,
      sheet: 0,
      number: 1,
      name: '社区老年食堂',
      unit: '市民政局',
      sentence: '社区老年食堂，让居民少跑路。👨‍👩‍👧',
      detail: '',
      criteria: [
        { criterion: 'innovation', text: '社区老年食堂的创新做法\n第二行' },
        { criterion: 'effectiveness', text: '已惠及 1000 人' },
        { criterion: 'satisfaction', text: '96%' },
        { criterion: 'sustainability', text: '列入年度预算' },
      ],
    });
  },
);

test('a list with every mistake, written by openpyxl, is told cell by cell', async () => {
  const report = await imported('openpyxl-trouble.xlsx', ['民生']);
  if (report.ok) throw new Error('nothing was wrong');
  const told = report.problems.map((problem) => ('cell' in problem ? `${problem.cell} ${problem.code}` : problem.code));
  expect(told).toEqual([
    ...['C3 MERGED_CELL', 'B4 FORMULA_WITHOUT_VALUE', 'A5 NUMBER_TWICE', 'D6 GROUP_UNKNOWN', 'B7 DATE_FOR_TEXT'],
    ...['B8 ERROR_VALUE', 'B10 PICTURE_FOR_TEXT', 'A11 NUMBER_INVALID', 'B13 TEXT_TOO_LONG'],
  ]);
});

test('a list of ten thousand is told with its number, at little cost in time and within 256 MB', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => [
    ...[at + 1, `候选项目${at + 1}`, `申报单位${at % 300}`, `第 ${at + 1} 个项目的一句话介绍`],
    ...['创新', '实效', '满意', '持续'].map((word) => `${word}${at}`.repeat(5)),
  ]);
  const titles = ['编号', '名称', '单位', '一句话', '创新性', '实效性', '满意度', '可持续性'];
  const file = await writeXlsx({ sheets: [{ name: '名单', rows: [titles, ...rows] }] });
  const probe = await BundledProbe.build();
  const { found, milliseconds, megabytes } = await probe.run(file);
  await probe.remove();
  expect(found).toEqual({ code: 'TOO_MANY_CANDIDATES', found: 10_000, existing: 0, most: 500 });
  expect(milliseconds).toBeLessThan(readingTime);
  expect(megabytes).toBeLessThan(256);
});

test('a list of five hundred with its texts at their longest is imported', async () => {
  const long = (at: number, length: number): string => `${at}`.padEnd(length, '的一是不了人我在有他这中大来上个国');
  const titles = ['名称', '单位', '一句话', '主要事迹', '创新性', '实效性', '满意度', '可持续性'];
  const lengths = [60, 40, 120, 2000, 1000, 1000, 1000, 1000];
  const rows = Array.from({ length: 500 }, (_, at) => lengths.map((length) => long(at, length)));
  const reading = await readSpreadsheet(await writeXlsx({ sheets: [{ name: '名单', rows: [titles, ...rows] }] }));
  if (!reading.ok) throw new Error(reading.refusal.code);
  const report = readCandidates(reading.tables, context);
  expect(report.ok && report.candidates.length).toBe(500);
});
