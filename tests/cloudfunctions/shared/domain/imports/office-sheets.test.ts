import type { Corrections } from '../../../../../cloudfunctions/shared/domain/imports/report';
import type { Table } from '../../../../../cloudfunctions/shared/domain/imports/table';
import { candidatesOf, grouped, leftOut, namesOf, plain, read } from './readings';
import { merged, tableOf } from './tables';

describe('sheets and groups', () => {
  const sheet = (name: string, names: string[]): Table =>
    tableOf([['序号', '项目名称'], ...names.map((each, at) => [at + 1, each])], { name });
  const [people, city] = [sheet('民生类', ['甲', '乙']), sheet('城建类', ['丙'])];
  const notes = tableOf([['填表说明'], ['请逐项填写']], { name: '说明' });

  test('are read one for each group, numbered through, and the others are named', () => {
    const report = read([notes, people, city], grouped('民生', '城建类'));
    expect(candidatesOf(report)).toMatchObject([
      { number: 1, name: '甲', group: 'id-民生' },
      { number: 2, group: 'id-民生' },
      { number: 3, name: '丙', group: 'id-城建类', sheet: 2 },
    ]);
    expect(report.warnings).toContainEqual({ code: 'SHEETS_IGNORED', sheets: ['说明'] });
  });

  test('without groups the best header is read, however far behind, and the clerk takes in others', () => {
    const poor = tableOf([['名称'], ['旧']], { name: '旧名单' });
    const report = read([notes, poor, people, city]);
    expect([report.sheet, namesOf(report)]).toEqual(['民生类', ['甲', '乙']]);
    expect(report.warnings).toContainEqual({ code: 'SHEETS_IGNORED', sheets: ['说明', '旧名单', '城建类'] });
    const more = read([notes, poor, people, city], plain, { sheets: [{ sheet: 3, isTaken: true }] });
    expect(namesOf(more)).toEqual(['甲', '乙', '丙']);
    const other = read([notes, poor, people, city], plain, { sheets: [{ sheet: 2, isTaken: false }] });
    expect(namesOf(other)).toEqual(['丙']);
  });

  test('a fault of several sheets names its own', () => {
    const report = read([people, sheet('城建类', ['甲'])], grouped('民生类', '城建类'));
    expect(report).toMatchObject({
      problems: [{ code: 'NAME_TWICE', sheet: '城建类', row: 2, otherRow: 2, otherSheet: '民生类' }],
    });
  });

  test('a heading above rows, and a category merged over them, are their group', () => {
    const headed = tableOf([
      ['项目名称', '单位'],
      ['一、民生类（共1项）', ''],
      ['甲', '一局'],
      ['二、城建类', ''],
      ['乙', '二局'],
    ]);
    expect(candidatesOf(read([headed], grouped('民生', '城建')))).toMatchObject([
      { group: 'id-民生' },
      { group: 'id-城建' },
    ]);
    const column = tableOf(
      [
        ['类别', '项目名称'],
        ['民生', '甲'],
        ['', '乙'],
        ['城建', '丙'],
      ],
      { merged: [merged(2, 3, 0, 0)] },
    );
    expect(candidatesOf(read([column], grouped('民生', '城建'))).map(({ group }) => group)).toEqual([
      'id-民生',
      'id-民生',
      'id-城建',
    ]);
  });

  test('the column of groups is the one that holds them', () => {
    const table = tableOf([
      ['类别', '领域', '名称'],
      ['重点', '民生', '甲'],
      ['一般', '城建', '乙'],
    ]);
    expect(candidatesOf(read([table], grouped('民生', '城建'))).map(({ group }) => group)).toEqual([
      'id-民生',
      'id-城建',
    ]);
  });
});

describe('the clerk', () => {
  const table = tableOf([
    ['序号', '叫什么', '谁报的'],
    [1, '食堂', '民政局'],
    [2, '公园', '园林局'],
    ['合计', '2', ''],
  ]);

  test('says what a column means, and leaves rows out', () => {
    expect(read([table])).toMatchObject({
      problems: [{ code: 'NAME_COLUMN_MISSING', row: 1 }],
      columns: [{}, { use: null }, { use: null }],
    });
    const corrections: Corrections = {
      columns: [
        { column: 1, use: 'name' },
        { column: 2, use: 'unit' },
      ],
      rows: [{ sheet: 0, row: 2, isTaken: false }],
    };
    const report = read([table], plain, corrections);
    expect(candidatesOf(report)).toMatchObject([{ row: 3, name: '公园', unit: '园林局' }]);
    expect(leftOut(report)).toEqual([
      [2, 'excluded'],
      [4, 'footer'],
    ]);
    const more = read([table], plain, { ...corrections, rows: [{ sheet: 0, row: 4, isTaken: true }] });
    expect(namesOf(more)).toEqual(['食堂', '公园', '2']);
  });

  test('says it of a file without any header too', () => {
    const bare = tableOf([
      ['食堂', '民政局'],
      ['公园', '园林局'],
    ]);
    expect(read([bare])).toMatchObject({
      problems: [{ code: 'HEADER_NOT_FOUND' }],
      columns: [{ cell: 'A', samples: ['食堂', '公园'] }, { cell: 'B' }],
    });
    expect(namesOf(read([bare], plain, { columns: [{ column: 0, use: 'name' }] }))).toEqual(['食堂', '公园']);
  });

  test('gets every column and every row of the file to see, with why one is left out', () => {
    const report = read([
      tableOf([
        ['序号', '名称', '电话', ''],
        [1, '甲', '123', '杂项'],
        ['备注：无', '', '', ''],
      ]),
    ]);
    expect(report.columns).toMatchObject([
      { cell: 'A1', title: '序号', use: 'number' },
      { cell: 'B1', title: '名称', use: 'name', samples: ['甲'] },
      { cell: 'C1', title: '电话', use: null, reason: 'private' },
      { cell: 'D1', title: '', use: null, reason: 'unknown', samples: ['杂项'] },
    ]);
    expect(report.rows).toMatchObject([
      { row: 2, isTaken: true, text: '甲' },
      { row: 3, isTaken: false, reason: 'footer', text: '备注：无' },
    ]);
  });
});
