import fc from 'fast-check';
import { importColumns } from '../../../../../cloudfunctions/shared/domain/imports/columns';
import { readCandidates } from '../../../../../cloudfunctions/shared/domain/imports/read-candidates';
import type { DraftCandidate } from '../../../../../cloudfunctions/shared/domain/imports/report';
import type { Table } from '../../../../../cloudfunctions/shared/domain/imports/table';
import { merged, noContext, tableOf, type Shown } from './tables';

function candidatesOf(table: Table): DraftCandidate[] {
  const report = readCandidates([table], noContext);
  if (!report.ok) throw new Error(JSON.stringify(report.problems));
  return report.candidates;
}

describe('the header', () => {
  const row: Shown[] = [7, '老年食堂', '市民政局', '一句话', '新', '实', '满', '久'];
  const candidate = {
    number: 7,
    name: '老年食堂',
    unit: '市民政局',
    sentence: '一句话',
    criteria: [
      { criterion: 'innovation', text: '新' },
      { criterion: 'effectiveness', text: '实' },
      { criterion: 'satisfaction', text: '满' },
      { criterion: 'sustainability', text: '久' },
    ],
  };

  test.each([
    [['编号', '名称', '单位', '一句话', '服务创新性', '服务实效性', '群众满意度', '可持续性']],
    [['序号', '项目名称', '申报单位', '一句话简介', '创新性', '实效性', '满意度', '可持续']],
    [['序　号', '候选项目*', '报送单位：', '简介（120字以内）', '创新性 ', '成效', '群众满意度(必填)', '可持续性']],
    [['No.', 'Name', '部门', '项目简介', '创新点', '工作成效', '群众评价', '长效性']],
  ])('is understood in the words organisers use: %s', (titles) => {
    expect(candidatesOf(tableOf([titles, row]))).toEqual([{ row: 2, sheet: 0, detail: '', ...candidate }]);
  });

  test('may stand below a title, remarks and empty rows, in columns of any order', () => {
    const rows = [
      ['2026年十佳实事候选名单'],
      [],
      ['请于11月1日前报送', '', '单位'],
      ['单位', '备注', '名称'],
      ['一局', '', '甲'],
    ];
    expect(candidatesOf(tableOf(rows))).toEqual([
      { row: 5, sheet: 0, number: 1, name: '甲', unit: '一局', sentence: '', detail: '', criteria: [] },
    ]);
  });

  test('may take two rows whose cells are merged downwards', () => {
    const rows = [
      ['编号', '名称', '评价', ''],
      ['', '', '创新性', '成效'],
      [1, '甲', '新', '实'],
    ];
    const table = tableOf(rows, { merged: [merged(1, 2, 0, 0), merged(1, 2, 1, 1), merged(1, 1, 2, 3)] });
    expect(candidatesOf(table)[0]).toMatchObject({ name: '甲', criteria: [{ text: '新' }, { text: '实' }] });
  });

  test('decides which sheet is read, and the others are told', () => {
    const notes = tableOf([['填表说明'], ['请逐项填写']], { name: '说明' });
    const report = readCandidates([notes, tableOf([['名称'], ['甲']])], noContext);
    expect(report).toMatchObject({
      ok: true,
      sheet: '名单',
      warnings: [{ code: 'SHEETS_IGNORED', sheets: ['说明'] }, {}],
    });
  });

  test.each<[string, Shown[][], object]>([
    [
      'is missing',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
      { code: 'HEADER_NOT_FOUND', expected: expect.arrayContaining(['名称', '单位']) },
    ],
    [
      'has no names',
      [
        ['编号', '单位'],
        [1, '一局'],
      ],
      { code: 'NAME_COLUMN_MISSING', row: 1, expected: expect.arrayContaining(['名称']) },
    ],
    [
      'has a column twice',
      [
        ['项目名称', '单位', '项目 名称'],
        ['甲', '一局', '乙'],
      ],
      { code: 'COLUMN_TWICE', row: 1, columns: ['项目名称', '项目 名称'], cells: ['A1', 'C1'] },
    ],
    ['has nothing below it', [['编号', '名称']], { code: 'NO_CANDIDATES', row: 1 }],
  ])('that %s is the only problem told', (_, rows, problem) => {
    expect(readCandidates([tableOf(rows)], noContext)).toMatchObject({
      ok: false,
      problems: [problem],
      problemCount: 1,
    });
  });

  test('without a column of groups is a problem where the poll has groups', () => {
    const context = { ...noContext, groups: [{ id: 'g1', name: '民生' }] };
    expect(readCandidates([tableOf([['名称'], ['甲']])], context)).toMatchObject({
      problems: [
        { code: 'GROUP_COLUMN_MISSING', row: 1, expected: expect.arrayContaining(['分组']), groups: ['民生'] },
      ],
    });
  });

  test('names columns that are left aside, if anything stands in them', () => {
    const titles = ['序号', '编号', '名称', '图片', '类别', '联系人', '空列'];
    const report = readCandidates([tableOf([titles, [1, 5, '甲', 'a.png', '民生', '张三', '']])], noContext);
    expect(report).toMatchObject({ ok: true, candidates: [{ number: 5 }] });
    expect(report.warnings).toEqual([
      { code: 'COLUMN_IGNORED', column: '序号', cell: 'A1', reason: 'runningNumber' },
      { code: 'COLUMN_IGNORED', column: '图片', cell: 'D1', reason: 'picture' },
      { code: 'COLUMN_IGNORED', column: '类别', cell: 'E1', reason: 'noGroups' },
      { code: 'COLUMN_IGNORED', column: '联系人', cell: 'F1', reason: 'private' },
    ]);
  });
});

describe('a report', () => {
  test('lists the first two hundred problems in the order of the file and counts all', () => {
    const rows = [['编号', '名称', '单位'], ...Array.from({ length: 500 }, (_, at) => ['x', '', `单位${at}`])];
    const report = readCandidates([tableOf(rows)], noContext);
    if (report.ok) throw new Error('nothing was wrong');
    expect(report.problemCount).toBe(1000);
    expect(report.problems.length).toBe(200);
    expect(report.problems.slice(0, 3)).toMatchObject([{ cell: 'A2' }, { cell: 'B2' }, { cell: 'A3' }]);
  });

  test('says how many candidates there are when they are too many, those of the poll included', () => {
    const table = tableOf([['名称'], ...Array.from({ length: 600 }, (_, at) => [`项目${at}`])], { rowCount: 10_001 });
    const existing = [{ number: 1, name: '旧' }];
    expect(readCandidates([table], { ...noContext, existing })).toMatchObject({
      problems: [{ code: 'TOO_MANY_CANDIDATES', found: 10_000, existing: 1, most: 500 }],
    });
  });

  test('gives five hundred candidates', () => {
    const table = tableOf([['名称'], ...Array.from({ length: 500 }, (_, at) => [`项目${at}`])]);
    expect(candidatesOf(table)).toHaveLength(500);
  });

  test('is all or nothing, and no text of any kind makes it fail', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '甲', '乙', '1', '１', '#N/A', '=1', '民生', '示例'),
      fc.integer(),
      fc.record({ kind: fc.constantFrom('date', 'error', 'uncomputed', 'picture', 'boolean'), text: fc.string() }),
    ) as fc.Arbitrary<Shown>; // fast-check widens the kinds.
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 9 }), { maxLength: 12 });
    const titles = importColumns.map(({ title }) => title);
    const context = { ...noContext, groups: [{ id: 'g1', name: '民生' }], existing: [{ number: 1, name: '甲' }] };
    fc.assert(
      fc.property(rows, fc.boolean(), (body, hasGroups) => {
        const report = readCandidates([tableOf([titles, ...body])], hasGroups ? context : noContext);
        if (!report.ok) return report.problemCount > 0 && report.problems.length > 0;
        const numbers = new Set(report.candidates.map(({ number }) => number));
        return (
          numbers.size === report.candidates.length &&
          report.candidates.every(({ name, number }) => name !== '' && number >= 1 && number <= 9999)
        );
      }),
    );
  });
});
