import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outcomeLine } from '../../../cloudfunctions/shared/universal/ledger/bundle/outcome-line';
import { recountFile } from '../../../scripts/recount/recount-file';
import { award, endedOnNotice, onNotice } from '../../scripts/recount/award-cases';
import { comparisons, mutations } from '../../scripts/recount/mutation-cases';
import { sound } from '../../scripts/recount/mutation-kit';
import { randomPoll } from '../../scripts/recount/random-poll';
import { bundleOf } from '../../scripts/recount/sample-bundle';
import type { RecountPage } from '../support/recount-page';
import { useSite } from '../support/use-site';

const setting = useSite();
const folder = mkdtempSync(path.join(tmpdir(), 'verdicts-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command says of a bundle. */
async function command(bundle: string | Buffer, given: Parameters<typeof recountFile>[1] = {}) {
  const file = path.join(folder, 'poll.bundle');
  writeFileSync(file, bundle);
  return recountFile(file, given);
}

/** What the page shows of a fault, beside what the command says. */
async function shownFault(page: RecountPage): Promise<{ code: string; line: number; message: string }> {
  const place = await page.fact('位置');
  return {
    code: await page.fact('错误名称'),
    line: place === '文件开头' ? 0 : Number(/第 ([\d,]+) 行/.exec(place)?.[1]?.replaceAll(',', '')),
    message: await page.fact('详细'),
  };
}

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

test('the page agrees with the command on random polls with groups, voids, restores, jury sheets and ties', async () => {
  const page = await setting().open();
  for (let seed = 0; seed < 25; seed++) {
    const bundle = bundleOf(randomPoll(`poll ${seed}`), { isResultLogged: seed % 2 === 0 });
    await page.choose({ name: `${seed}.bundle`, content: bundle });
    expect(await page.verdict()).toBe('核对通过');
    expect(await page.line()).toBe(outcomeLine(await command(bundle)));
    await page.again();
  }
});

test('the page gives every mutation the name and the line that the command gives it', async () => {
  const page = await setting().open();
  for (const [what, bundle, code] of mutations) {
    await page.choose({ name: 'poll.bundle', content: bundle });
    expect(await page.verdict()).toMatch(/核对没有通过|这不是账册文件/);
    const shown = { what, ...(await shownFault(page)) };
    expect(shown).toEqual({ what, ...(await command(bundle)) });
    expect(shown.code).toBe(code);
    await page.again();
  }
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
