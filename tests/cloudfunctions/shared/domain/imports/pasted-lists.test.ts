import { candidatesOf, leftOut, namesOf, numbersOf, plain, read } from './readings';
import { tableOf } from './tables';

describe('lists of several offices that were pasted below each other', () => {
  const stacked = tableOf([
    ['市民政局报送项目'],
    ['序号', '项目名称', '申报单位', '简介'],
    [1, '社区食堂', '市民政局', '给老人做饭'],
    [2, '上门洗澡', '市民政局', '给老人洗澡'],
    ['市水务局报送项目'],
    ['序号', '申报单位', '项目名称', '简介'],
    [1, '市水务局', '清水入户', '换了旧水管'],
    ['市教育局报送项目'],
    ['序号', '项目名称', '联系电话', '申报单位', '项目简介'],
    [1, '课后托管', '13800000000', '市教育局', '放学有人看'],
  ]);

  test('are read each by its own titles, whatever order their columns have, and numbered through', () => {
    const report = read([stacked]);
    expect(candidatesOf(report)).toMatchObject([
      { row: 3, number: 1, name: '社区食堂', unit: '市民政局', sentence: '给老人做饭' },
      { row: 4, number: 2, name: '上门洗澡' },
      { row: 7, number: 3, name: '清水入户', unit: '市水务局', sentence: '换了旧水管' },
      { row: 10, number: 4, name: '课后托管', unit: '市教育局', sentence: '放学有人看' },
    ]);
    expect(report.warnings).toContainEqual({ code: 'LISTS_STACKED', rows: [6, 9] });
    expect(JSON.stringify(candidatesOf(report))).not.toContain('13800000000');
    expect(leftOut(report)).toEqual([
      [5, 'section'],
      [8, 'section'],
    ]);
  });

  test('are found however far below they stand', () => {
    const many = Array.from({ length: 60 }, (_, at) => [at + 1, `项目${at}`, '一局']);
    const table = tableOf([
      ['序号', '项目名称', '单位'],
      ...many,
      ['序号', '单位', '项目名称'],
      [1, '二局', '最后一项'],
    ]);
    expect(candidatesOf(read([table])).at(-1)).toMatchObject({ number: 61, name: '最后一项', unit: '二局' });
  });

  test('tell a fault in its own row, cell and column', () => {
    const table = tableOf([
      ['项目名称', '单位'],
      ['甲', '一局'],
      ['单位', '项目名称'],
      ['二局', ''],
    ]);
    expect(read([table])).toMatchObject({
      problems: [{ code: 'NAME_MISSING', row: 4, cell: 'B4', column: '项目名称' }],
    });
  });

  test('with the same titles they are pages of one list', () => {
    const table = tableOf([
      ['序号', '项目名称', '单位'],
      [1, '甲', '一局'],
      ['序号', '项目名称', '单位'],
      [2, '乙', '二局'],
    ]);
    const report = read([table]);
    expect([namesOf(report), leftOut(report)]).toEqual([['甲', '乙'], [[3, 'header']]]);
  });

  test('a candidate whose texts are called as titles are is no header', () => {
    const table = tableOf([
      ['项目名称', '申报单位', '简介'],
      ['服务品牌', '学校', '简介'],
      ['创新案例', '街道', '给居民看的简介'],
    ]);
    expect(namesOf(read([table]))).toEqual(['服务品牌', '创新案例']);
  });
});

test('lists beside each other are refused with their columns: a row would be two candidates', () => {
  const table = tableOf([
    ['序号', '姓名', '单位', '序号', '姓名', '单位'],
    [1, '左一', '一中', 2, '右一', '二中'],
  ]);
  expect(read([table])).toMatchObject({
    ok: false,
    problems: [{ code: 'LISTS_SIDE_BY_SIDE', row: 1, columns: ['A–C', 'D–F'] }],
  });
});

test('whoever is proposed is the candidate, and whoever proposes is not', () => {
  const table = tableOf([
    ['推荐顺序', '推荐人选', '推荐人', '从教感言'],
    [1, '王芳', '李主任', '一生做好一件事'],
    ['小计', '1人'],
    [2, '赵敏', '李主任', '把课上好'],
  ]);
  const report = read([table], plain);
  expect(candidatesOf(report)).toMatchObject([{ name: '王芳', sentence: '一生做好一件事' }, { name: '赵敏' }]);
  expect([numbersOf(report), leftOut(report)]).toEqual([[1, 2], [[3, 'footer']]]);
});
