import { paperRows } from '../../../../miniprogram/packages/organiser/papers/papers.view';

test('papers are offered from the verification to the certificates, and the one that is made tells how far it is', () => {
  expect(paperRows(null, false).map(({ name }) => name)).toEqual([
    '核验报告',
    '公示（A4）',
    '公示（A3）',
    '表彰名单',
    '全部证书，竖版',
    '全部证书，横版',
    '全部证书，黑白',
  ]);
  const rows = paperRows({ id: 'upright', done: 40, of: 300 }, false);
  expect(rows.filter(({ isBusy }) => isBusy)).toEqual([
    { id: 'upright', name: '全部证书，竖版', hint: '已画好 40 个码，共 300 个', isBusy: true },
  ]);
  expect(paperRows({ id: 'report', done: 0, of: 0 }, false)[0]?.hint).toBe('正在做……');
});

test('of one winner there are certificates alone', () => {
  expect(paperRows(null, true).map(({ name }) => name)).toEqual(['证书，竖版', '证书，横版', '证书，黑白']);
});
