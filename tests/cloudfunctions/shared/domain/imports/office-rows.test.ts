import { leftOut, namesOf, numbersOf, plain, read, unused } from './readings';
import { tableOf, type Shown } from './tables';

describe('what no candidate is', () => {
  const header: Shown[] = ['序号', '项目名称', '申报单位', '项目简介'];
  const one: Shown[] = [1, '社区食堂', '民政局', '好'];
  const two: Shown[] = [2, '口袋公园', '园林局', '好'];

  test.each<[string, Shown[][], [number, string][]]>([
    ['the header on the next page', [header, one, header, two], [[3, 'header']]],
    [
      'the title on the next page',
      [['候选名单'], header, one, ['候选名单'], header, two],
      [
        [4, 'header'],
        [5, 'header'],
      ],
    ],
    ['hints below the header', [header, ['', '20字以内', '填全称', '不超过120字'], one, two], [[2, 'hint']]],
    ['hints that say what is needed', [header, ['自动编号', '必填', '必填', '选填'], one, two], [[2, 'hint']]],
    ['the columns’ numbers', [header, ['1', '2', '3', '4'], one, two], [[2, 'columnNumbers']]],
    ['the columns’ numbers as forms write them', [header, ['甲', '乙', '丙', '1'], one, two], [[2, 'columnNumbers']]],
    [
      'sections',
      [header, ['一、民生类'], one, ['（二）城建类（共1项）'], two],
      [
        [2, 'section'],
        [4, 'section'],
      ],
    ],
    ['a sum', [header, one, two, ['合计', '2项']], [[4, 'footer']]],
    ['a sum in the names’ column', [header, one, two, ['', '总计：2 项']], [[4, 'footer']]],
    [
      'signatures',
      [header, one, two, ['填表人：张三', '', '审核人：李四'], ['填报单位（盖章）：'], ['联系电话：12345']],
      [
        [4, 'footer'],
        [5, 'footer'],
        [6, 'footer'],
      ],
    ],
    [
      'remarks',
      [header, one, two, ['注：排名不分先后'], ['备注：', '以上'], ['说明：略']],
      [
        [4, 'footer'],
        [5, 'footer'],
        [6, 'footer'],
      ],
    ],
    [
      'a date and a page number',
      [header, one, two, ['', '', '2026年11月28日'], ['第 1 页，共 2 页']],
      [
        [4, 'footer'],
        [5, 'footer'],
      ],
    ],
  ])('%s', (_, rows, left) => {
    const report = read([tableOf(rows)]);
    expect(namesOf(report)).toEqual(['社区食堂', '口袋公园']);
    expect(numbersOf(report)).toEqual([1, 2]);
    expect(leftOut(report)).toEqual(left);
  });

  test.each([
    ['共享单车停放点'],
    ['小计划大民生'],
    ['注册登记一件事'],
    ['说明书里的春天'],
    ['联系群众服务站'],
    ['备考自习室'],
    ['合计划'],
    ['一件事一次办'],
    ['填埋场治理'],
    ['必填空题'],
    ['第一书记工作站'],
  ])('%s is one, however it begins', (name) => {
    expect(namesOf(read([tableOf([header, [1, name, '某局', '好'], ['', `${name}二期`, '某局', '']])]))).toEqual([
      name,
      `${name}二期`,
    ]);
  });

  test('rows and columns out of sight, unless the clerk takes them in', () => {
    const rows = [
      ['序号', '项目名称', '项目', '申报单位'],
      [1, '甲', '旧甲', '一局'],
      [2, '乙', '旧乙', '二局'],
      [3, '丙', '旧丙', '三局'],
    ];
    const table = tableOf(rows, { hiddenColumns: [2] });
    const hidden = {
      ...table,
      rows: table.rows.map((row) => (row.row === 3 ? { ...row, isHidden: true as const } : row)),
    };
    const report = read([hidden]);
    expect(namesOf(report)).toEqual(['甲', '丙']);
    expect(leftOut(report)).toEqual([[3, 'hidden']]);
    expect(unused(report)).toEqual(['项目 hidden']);
    const corrected = read([hidden], plain, {
      rows: [{ sheet: 0, row: 3, isTaken: true }],
      columns: [{ column: 2, use: 'name' }],
    });
    expect(namesOf(corrected)).toEqual(['旧甲', '旧乙', '旧丙']);
  });

  test('numbers that were typed in advance, however many', () => {
    const rows = [header, one, ...Array.from({ length: 900 }, (_, at) => [at + 2])];
    expect(namesOf(read([tableOf(rows)]))).toEqual(['社区食堂']);
  });
});

describe('a form about one candidate is refused as such', () => {
  test.each<[string, Shown[][]]>([
    [
      'in two columns',
      [['项目申报表'], ['项目名称', '食堂'], ['申报单位', '民政局'], ['联系人', '某某'], ['项目简介', '好']],
    ],
    [
      'in four columns',
      [
        ['项目名称', '食堂', '项目类别', '民生'],
        ['申报单位', '民政局', '联系电话', '12345'],
        ['主要做法', '好'],
        ['推荐单位意见', '同意'],
      ],
    ],
    [
      'about a person',
      [['候选人推荐表'], ['姓名', '张三', '性别', '女'], ['工作单位', '某局', '职务', '科员'], ['主要事迹', '好']],
    ],
    [
      'with a colon in each cell',
      [['申报表'], ['项目名称：社区食堂'], ['申报单位：民政局'], ['项目简介：好'], ['联系人：某某']],
    ],
  ])('%s', (_, rows) => {
    expect(read([tableOf(rows)])).toMatchObject({
      ok: false,
      problems: [{ code: 'ONE_CANDIDATE_FORM' }],
      problemCount: 1,
    });
  });

  test('and a list whose texts read like titles is none', () => {
    const rows = [
      ['名称', '类别'],
      ['甲', '品牌'],
      ['乙', '案例'],
      ['丙', '作品'],
      ['丁', '项目'],
    ];
    expect(namesOf(read([tableOf(rows)]))).toEqual(['甲', '乙', '丙', '丁']);
    expect(namesOf(read([tableOf([['选项'], ['活动'], ['服务'], ['项目'], ['案例']])]))).toHaveLength(4);
  });
});
