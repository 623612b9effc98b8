import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { nativeHasher } from '../../../cloudfunctions/shared/platform/native-hasher';
import { encodeEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { candidates, close, vote, wholeRules } from '../../cloudfunctions/shared/universal/ledger/sample-log';
import { mutations } from '../../scripts/recount/mutation-cases';
import { sound } from '../../scripts/recount/mutation-kit';
import { bundleOf } from '../../scripts/recount/sample-bundle';
import { writeLargeBundle } from '../../scripts/recount/write-large-bundle';
import { pageComplaints } from '../support/page-complaints';
import { useSite } from '../support/use-site';

const setting = useSite();
const leafHash = (entry: string): string => Buffer.from(nativeHasher.leaf(entry)).toString('hex');
const bundle = { name: '实事.bundle', content: sound };
const [, altered = ''] = mutations.find(([what]) => what === 'alter a ballot') ?? [];

describe('while a large bundle is counted', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'large-'));
  const file = path.join(folder, 'large.bundle');
  beforeAll(() => writeLargeBundle(file, 60_000));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('the page shows how far it is, stays alive, and comes to the end', async () => {
    const page = await setting().open();
    await page.page.setInputFiles('#file', file);
    await page.page.locator('#progress', { hasText: /\d+%，已核对 [\d,]+ 条/ }).waitFor();
    const value = await page.page.locator('#bar').evaluate((bar: HTMLProgressElement) => bar.value / bar.max);
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThanOrEqual(1);
    expect(await page.verdict()).toBe('核对通过');
    expect(await page.page.locator('#outcome').innerText()).toContain('60,000');
  });

  it('it tells what it has read where nobody says how long the file is', async () => {
    const text = readFileSync(file);
    let sendRest = (): void => undefined;
    const url = setting().site.put('slow.bundle', (response) => {
      response.write(text.subarray(0, 1_000_000));
      sendRest = () => response.end(text.subarray(1_000_000));
    });
    const page = await setting().open(`?bundle=${url}`);
    await page.page.locator('#progress', { hasText: /已读 .*，已核对 [\d,]+ 条/ }).waitFor();
    expect(await page.page.locator('#bar').getAttribute('value')).toBeNull();
    sendRest();
    expect(await page.verdict()).toBe('核对通过');
  });

  it('it can be cancelled, and another one counted at once', async () => {
    const page = await setting().open();
    await page.page.setInputFiles('#file', file);
    await page.page.getByRole('button', { name: '取消' }).click();
    expect(await page.verdict()).toBe('核对已取消');
    await page.again();
    await page.choose(bundle);
    expect(await page.verdict()).toBe('核对通过');
    await page.page.waitForTimeout(500);
    expect(await page.fact('文件')).toContain('实事.bundle');
  });
});

describe('a visitor', () => {
  it('is told of nobody that they are chosen while a lot is to decide it', async () => {
    const page = await setting().open();
    const entries = [encodeEntry(wholeRules), vote(1, 'a', 'b'), close(1)];
    const content = bundleOf({ candidates, entries, published: [] }, { isResultLogged: false });
    await page.choose({ name: 'undrawn.bundle', content });
    expect(await page.verdict()).toBe('核对通过');
    for (const text of [await page.page.locator('#outcome .ranking').innerText(), await page.report()]) {
      expect(text.match(/等抽签(?!决定)/g)).toHaveLength(2);
      expect(text).not.toContain('入选');
    }
  });

  it('takes the evidence along, with the fingerprint of the file', async () => {
    const page = await setting().open();
    await page.choose({ name: 'poll.bundle', content: altered });
    await page.verdict();
    const report = await page.report();
    const sha256 = createHash('sha256').update(altered).digest('hex');
    for (const part of [
      '没有通过',
      'poll.bundle',
      sha256,
      'ENTRY_ALTERED',
      '（账册条目）',
      'entry 3 has not the code',
    ]) {
      expect(report).toContain(part);
    }
    await page.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.page.getByRole('button', { name: '复制凭据' }).click();
    await page.page.getByText('已复制').waitFor();
    expect(await page.page.evaluate(() => navigator.clipboard.readText())).toBe(report);
  });

  it('is told at the field when it holds something else, and loses nothing by it', async () => {
    const page = await setting().open();
    await page.fill({ key: 'no key', receipt: '回执', checkpoint: 'no note' });
    await page.choose(bundle);
    for (const name of ['key', 'receipt', 'checkpoint']) {
      expect(await page.page.locator(`#${name}`).getAttribute('aria-invalid')).toBe('true');
      expect(await page.page.locator(`#${name}-problem`).isVisible()).toBe(true);
    }
    expect(await page.page.evaluate(() => document.activeElement?.id)).toBe('key');
    await page.fill({});
    await page.page.getByRole('button', { name: '再次核对 实事.bundle' }).click();
    expect(await page.verdict()).toBe('核对通过');
  });

  it('pastes a receipt as the app copies it, and finds the ballot', async () => {
    const page = await setting().open();
    const receipt = (hash: string) => `公评选票回执\n回执码：7K4M-Q2XD\n账册条目：${hash}\n签名（1）：abc=`;
    await page.fill({ receipt: receipt(leafHash(vote(3, 'b'))) });
    await page.choose(bundle);
    await page.verdict();
    expect(await page.page.locator('.checks').innerText()).toContain('您的选票在账册里');
    await page.page.getByRole('button', { name: '补充公钥或回执' }).click();
    await page.fill({ receipt: receipt(leafHash(vote(99, 'b'))) });
    await page.page.getByRole('button', { name: '再次核对 实事.bundle' }).click();
    expect(await page.verdict()).toBe('核对没有通过');
    expect(await page.page.locator('.verdict p').innerText()).toContain('没有找到您回执上的那张选票');
  });

  it('can use the keyboard alone, and hears what came of it', async () => {
    const page = await setting().open();
    await page.page.locator('h1').click();
    await page.page.keyboard.press('Tab');
    expect(await page.page.evaluate(() => document.activeElement?.id)).toBe('file');
    await page.choose(bundle);
    await page.verdict();
    expect(await page.page.evaluate(() => document.activeElement?.textContent)).toBe('核对通过');
    await page.page.keyboard.press('Tab');
    expect(await page.page.evaluate(() => document.activeElement?.tagName)).toMatch(/BUTTON|SUMMARY/);
  });
});

/** Relative luminance of a CSS colour like rgb(13, 20, 18), 0 … 1, near enough to tell dark from light. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

describe('on every screen', () => {
  it.each([
    ['320 px wide', { viewport: { width: 320, height: 640 } }, 1],
    ['375 px wide with text at 1.5', { viewport: { width: 375, height: 800 } }, 1.5],
    ['wide', { viewport: { width: 1280, height: 900 } }, 1],
  ])('%s: nothing scrolls sideways, and all that can be used has a name, a role and room', async (_, options, text) => {
    const page = await setting().open('', options);
    await page.page.evaluate((size) => (document.documentElement.style.fontSize = `${size * 16}px`), text);
    await page.fill({ key: 'x'.repeat(200) });
    expect([await page.overflow(), await pageComplaints(page.page)]).toEqual([0, []]);
    await page.fill({});
    for (const content of [sound, altered, '<html>\n']) {
      await page.choose({ name: `${'很长的文件名'.repeat(12)}.bundle`, content });
      await page.verdict();
      expect([await page.overflow(), await pageComplaints(page.page)]).toEqual([0, []]);
      await page.again();
    }
  });

  it('the page is dark where the system is', async () => {
    const colours = async (colorScheme: 'dark' | 'light') => {
      const page = await setting().open('', { colorScheme });
      return page.page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.body);
        return [backgroundColor, color] as const;
      });
    };
    const [ground, text] = await colours('dark');
    expect(luminance(ground)).toBeLessThan(0.15);
    expect(luminance(text)).toBeGreaterThan(0.6);
    const [lightGround, darkText] = await colours('light');
    expect(luminance(lightGround)).toBeGreaterThan(0.85);
    expect(luminance(darkText)).toBeLessThan(0.2);
  });
});
