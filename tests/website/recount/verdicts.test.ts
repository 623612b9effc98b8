import { outcomeLine } from '../../../cloudfunctions/shared/universal/ledger/bundle/outcome-line';
import { award, endedOnNotice, onNotice } from '../../scripts/recount/award-cases';
import { comparisons } from '../../scripts/recount/mutation-cases';
import { sound } from '../../scripts/recount/mutation-kit';
import { bundleOf } from '../../scripts/recount/sample-bundle';
import { command, shownFault } from '../support/command-verdict';
import { useSite } from '../support/use-site';

const setting = useSite();
test('the page says of a sound bundle byte by byte what the command says, and shows it', async () => {
  const page = await setting().open();
  await page.choose({ name: 'poll.bundle', content: sound });
  expect(await page.verdict()).toBe('核对通过');
  expect(await page.line()).toBe(outcomeLine(await command(sound)));
  const rows = await page.page.locator('table.ranking tbody tr').allInnerTexts();
  expect(rows.map((row) => row.split(/\s+/).join(' '))).toEqual([
    '1 1 社区食堂 入选 2 1 97.50',
    '2 2 口袋公园 1 1 37.50',
    '2 3 共享书屋 1 0 37.50',
  ]);
});

test.each([
  [
    'revoked',
    bundleOf(award, { isResultLogged: false }),
    '表彰已撤销',
    [
      '第 1 次公示：2026年12月7日 10:00 起，到 2026年12月12日结束；拟入选：1 社区食堂（提出 甲，核准 乙）',
      '第 2 次公示：2026年12月8日 10:00 起，到 2026年12月12日结束；拟入选：1 社区食堂（提出 甲，核准 乙）',
      '撤销 1 社区食堂 的表彰：材料不实（第九条；提出 甲，核准 乙）',
    ],
  ],
  ['on notice', bundleOf(onNotice, { isResultLogged: false }), '拟入选', ['结果还没有写入，公示的名次还可能更正。']],
  ['called off', bundleOf(endedOnNotice), '', ['取消评选：主办单位撤销（提出 甲，核准 乙）。没有候选入选。']],
])('the page shows what became of an award that is %s', async (_, content, fate, texts) => {
  const page = await setting().open();
  await page.choose({ name: 'poll.bundle', content });
  expect(await page.verdict()).toBe('核对通过');
  expect(await page.line()).toBe(outcomeLine(await command(content)));
  const [first = ''] = await page.page.locator('table.ranking tbody tr').allInnerTexts();
  expect(first.split(/\s+/).slice(2, 4)).toEqual(['社区食堂', ...(fate ? [fate] : ['4'])]);
  const lines = await page.page.locator('ul.lines li').allInnerTexts();
  for (const text of texts) expect(lines).toContain(text);
  expect(await page.page.locator('ul.checks').innerText()).toContain('公示与账册一致');
});

test.each(comparisons)('the page compares with $what ($code)', async ({ bundle, given, code }) => {
  const page = await setting().open();
  const receipts = given.receipts ?? [];
  await page.fill({
    key: given.key,
    checkpoint: given.held?.join(''),
    receipt: receipts.length > 0 ? JSON.stringify(receipts) : '',
  });
  await page.choose({ name: 'poll.bundle', content: bundle });
  const verdict = await page.verdict();
  if (code === null) {
    expect(verdict).toBe('核对通过');
    return;
  }
  expect(verdict).toBe('核对没有通过');
  expect(await shownFault(page)).toEqual(await command(bundle, given));
  expect(await page.fact('错误名称')).toBe(code);
});
