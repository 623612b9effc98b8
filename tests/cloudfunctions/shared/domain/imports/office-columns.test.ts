import type { Table } from '../../../../../cloudfunctions/shared/domain/imports/table';
import { candidatesOf, grouped, namesOf, numbersOf, plain, read, unused } from './readings';
import { merged, tableOf, type Shown } from './tables';

describe('a header', () => {
  test('in two rows is one, merged or not: 姓名 under 联系人 is no candidate’s name', () => {
    const rows = [
      ['序号', '项目名称', '单位', '', '联系人', ''],
      ['', '', '申报单位', '推荐单位', '姓名', '电话'],
      [1, '食堂', '民政局', '某区', '张三', '12345'],
    ];
    const ranges = [merged(1, 2, 0, 0), merged(1, 2, 1, 1), merged(1, 1, 2, 3), merged(1, 1, 4, 5)];
    for (const table of [tableOf(rows), tableOf(rows, { merged: ranges })]) {
      const report = read([table]);
      expect(candidatesOf(report)).toMatchObject([{ row: 3, number: 1, name: '食堂', unit: '民政局' }]);
      expect(unused(report)).toEqual(['推荐单位 other', '姓名 private', '电话 private']);
    }
  });

  test('of words that say little takes the one above for it', () => {
    const rows = [
      ['序号', '项目', '', '申报单位', ''],
      ['', '名称', '类别', '名称', '负责人'],
      [1, '食堂', '民生', '民政局', '张三'],
    ];
    expect(candidatesOf(read([tableOf(rows)], grouped('民生')))).toMatchObject([
      { name: '食堂', unit: '民政局', group: 'id-民生' },
    ]);
  });

  test.each<[string[], string, string]>([
    [['姓名', '项目名称', '电话'], '项目名称', '姓名'],
    [['推荐单位', '名称', '申报单位'], '名称', '推荐单位'],
    [['名称', '工作单位', '推荐单位'], '名称', '推荐单位'],
    [['作品名称', '作者姓名', '选送单位'], '作品名称', '作者姓名'],
    [['项目', '项目名称', '单位'], '项目名称', '项目'],
  ])('ranks what it has twice: %s', (titles, name, other) => {
    const report = read([tableOf([titles, titles.map((title) => `${title}的字`)])]);
    expect(namesOf(report)).toEqual([`${name}的字`]);
    expect(unused(report).some((each) => each.startsWith(other))).toBe(true);
  });

  test('takes a school or a community for the candidate where nothing else is named', () => {
    const report = read([
      tableOf([
        ['序号', '社区名称', '所属街道'],
        [1, '梧桐社区', '东街道'],
      ]),
    ]);
    expect(candidatesOf(report)).toMatchObject([{ name: '梧桐社区', unit: '东街道' }]);
    const list = read([
      tableOf([
        ['项目名称', '学校名称'],
        ['食堂', '一中'],
      ]),
    ]);
    expect(candidatesOf(list)).toMatchObject([{ name: '食堂', unit: '一中' }]);
  });

  test('a long text goes whole where there is room for it, and one too long for that is told', () => {
    const long = '聚焦群众急难愁盼。'.repeat(20);
    const report = read([
      tableOf([
        ['名称', '项目简介'],
        ['甲', long],
        ['乙', '短'],
      ]),
    ]);
    expect(candidatesOf(report)).toMatchObject([{ sentence: '', detail: long }, { detail: '短' }]);
    expect(report.warnings).toContainEqual({
      code: 'TEXT_KEPT_AS_DETAIL',
      column: '项目简介',
      cell: 'B1',
      longest: 180,
      most: 2000,
    });
    expect(
      candidatesOf(
        read([
          tableOf([
            ['名称', '简介'],
            ['甲', '短'],
          ]),
        ]),
      ),
    ).toMatchObject([{ sentence: '短', detail: '' }]);
    const both = read([
      tableOf([
        ['名称', '一句话介绍', '主要事迹'],
        ['甲', '一句', long],
      ]),
    ]);
    expect(candidatesOf(both)).toMatchObject([{ sentence: '一句', detail: long }]);
    expect(
      read([
        tableOf([
          ['名称', '简介'],
          ['甲', '长'.repeat(2001)],
        ]),
      ]),
    ).toMatchObject({
      problems: [
        {
          code: 'TEXT_TOO_LONG',
          row: 2,
          column: '简介',
          cell: 'B2',
          length: 2001,
          most: 2000,
          found: `${'长'.repeat(24)}…`,
        },
      ],
    });
  });

  test('texts that the poll does not ask for are left out and named, and nothing of them is kept', () => {
    const report = read(
      [
        tableOf([
          ['名称', '创新性', '实效性'],
          ['甲', '新', '实'],
        ]),
      ],
      { ...plain, criteria: ['innovation'] },
    );
    expect(candidatesOf(report)).toMatchObject([
      { criteria: [{ criterion: 'innovation', text: '新' }], detail: '', sentence: '' },
    ]);
    expect(unused(report)).toEqual(['实效性 noCriterion']);
    expect(JSON.stringify(candidatesOf(report))).not.toContain('实');
  });
});

describe('numbers', () => {
  const listOf = (title: string, numbers: Shown[]): Table =>
    tableOf([[title, '名称'], ...numbers.map((number, at) => [number, `项目${at}`])]);

  test.each([
    [['1号', '2号', '10号']],
    [['第1号', '第2号', '第10号']],
    [['NO.1', 'No.2', 'no.10']],
    [['1、', '2、', '10、']],
    [['1.', '2.', '10.']],
    [['（1）', '(2)', '⑩']],
    [['一', '二', '十']],
    [['№1', '№ 2', '＃10']],
    [['01', '02', '10']],
    [["'1", '2位', '10．']],
  ])('are read as people write them: %s', (numbers) => {
    for (const title of ['编号', '序号']) expect(numbersOf(read([listOf(title, numbers)]))).toEqual([1, 2, 10]);
  });

  test.each<[string, Shown[], number[]]>([
    ['begin again for each category', [1, 2, 3, 1, 2], [1, 2, 3, 4, 5]],
    ['are a mistake once', [1, 2, 2, 4], [1, 2, 5, 4]],
    ['are none', [1, '待定', 3], [1, 4, 3]],
    ['are too great', [1, 20000, 3], [1, 4, 3]],
  ])('that count rows go on where they %s, and it is said', (_, numbers, given) => {
    const report = read([listOf('序号', numbers)]);
    expect(numbersOf(report)).toEqual(given);
    expect(report.warnings).toMatchObject([{ code: 'NUMBERS_CHANGED', found: expect.any(String) }]);
  });

  test('two departments’ lists go in one after the other, under either title', () => {
    const existing = [
      { number: 1, name: '旧一' },
      { number: 2, name: '旧二' },
    ];
    for (const title of ['编号', '序号']) {
      const report = read([listOf(title, [1, 2, 3])], { ...plain, existing });
      expect(numbersOf(report)).toEqual([3, 4, 5]);
      expect(report.warnings).toMatchObject([
        { code: 'NUMBERS_CHANGED', count: 3, first: 3, last: 5, row: 2, found: '1' },
      ]);
    }
  });

  test('that begin again under a title of candidates’ numbers, and codes, count rows too', () => {
    expect(numbersOf(read([listOf('编号', [1, 2, 1, 2])]))).toEqual([1, 2, 3, 4]);
    expect(numbersOf(read([listOf('项目编号', ['YC-2026-001', 'YC-2026-007'])]))).toEqual([1, 2]);
    expect(read([listOf('编号', [1, 1])])).toMatchObject({ problems: [{ code: 'NUMBER_TWICE' }] });
  });
});
