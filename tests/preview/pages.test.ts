import type { Page } from 'playwright-core';
import { startFixturePhone, type FixturePhone } from './support/fixture-phone';

let phone: FixturePhone;

beforeAll(async () => {
  phone = await startFixturePhone();
});
afterAll(() => phone.close());

/** The text of an element on the page that is on top. */
function textOf(page: Page, selector: string): Promise<string> {
  return page.locator(`.page-frame:not([hidden]) ${selector}`).innerText();
}

describe('what a page does', () => {
  test('a page shows its data, takes text, and hears taps and component events', async () => {
    const page = await phone.open();
    expect(await textOf(page, '.title')).toBe('您好');
    await page.getByLabel('名字', { exact: true }).fill('甲');
    await page.getByText('乙').click();
    await page.locator('#counter').click();
    expect(await textOf(page, '.title')).toBe('您好，甲');
    expect(await textOf(page, '#picked')).toBe('b');
    expect(await textOf(page, '#counted')).toBe('3');
  });

  test('each call of setData can be heard, with what it weighs as JSON', async () => {
    const page = await phone.open();
    const heard = await page.evaluateHandle(() => {
      const calls: object[] = [];
      const { __preview } = globalThis as unknown as {
        __preview: { watchSetData(hear: (call: object) => void): void };
      };
      __preview.watchSetData((call) => calls.push(call));
      return calls;
    });
    await page.getByLabel('名字', { exact: true }).fill('甲');
    await page.locator('.title', { hasText: '您好，甲' }).waitFor();
    const bytes = Buffer.byteLength(JSON.stringify({ name: '甲', greeting: '您好，甲' }));
    expect(await heard.jsonValue()).toEqual([{ of: 'pages/home/home', bytes }]);
  });

  test('a button of the library opens a popup of the library, inside the page', async () => {
    const page = await phone.open();
    await page.getByLabel('打开').click();
    const sheet = page.getByText('弹层');
    await sheet.waitFor();
    const [popup, viewport] = await Promise.all([
      page.locator('.t-popup').boundingBox(),
      page.locator('.page-viewport').boundingBox(),
    ]);
    expect(popup?.width).toBe(viewport?.width);
    await page.locator('.t-overlay').click({ position: { x: 20, y: 20 } });
    await sheet.waitFor({ state: 'hidden' });
  });

  test('catch keeps a tap from the elements around', async () => {
    const page = await phone.open('path=pages/phone/phone');
    await page.locator('#inner').click();
    expect(await textOf(page, '#taps')).toBe('inner');
  });

  test('a form hands over its named fields, a label ticks its box', async () => {
    const page = await phone.open('path=pages/phone/phone');
    await page.locator('wx-label', { hasText: '乙' }).click();
    expect(await textOf(page, '#choice')).toBe('b');
    await page.locator('#submit').click();
    expect(JSON.parse(await textOf(page, '#choice'))).toEqual({ who: '李', agreed: true });
  });

  test('pulling a page down refreshes it', async () => {
    const page = await phone.open();
    await page.mouse.move(300, 500);
    await page.mouse.down();
    await page.mouse.move(300, 560);
    await page.mouse.move(300, 700);
    await page.mouse.up();
    await expect(textOf(page, '#refreshed')).resolves.toBe('1');
  });

  test('a list hears that its end is reached', async () => {
    const page = await phone.open('path=packages/more/list/list');
    await page.locator('.page-scroll').evaluate((scroll) => scroll.scrollTo(0, scroll.scrollHeight));
    await page.locator('#bottom', { hasText: '1' }).waitFor();
  });

  test('an accessible name and role reach the browser, and a key taps', async () => {
    const page = await phone.open('path=pages/phone/phone');
    await page.getByRole('button', { name: '投票' }).focus();
    await page.keyboard.press('Enter');
    expect(await textOf(page, '#choice')).toBe('tapped');
  });
});

describe('the way from page to page', () => {
  test('handlers run in the order of a phone', async () => {
    const page = await phone.open();
    await page.getByText('去详情').click();
    await page.locator('#query').waitFor();
    expect(await textOf(page, '#query')).toBe('7 甲');
    await page.locator('#deeper').click();
    await page.locator('#query', { hasText: 'deeper' }).waitFor();
    await page.getByLabel('返回').last().click();
    await page.locator('.page-frame:not([hidden]) #mine').click();
    expect((await textOf(page, '#trace')).split(' ')).toEqual([
      'app.onLaunch',
      ...['detail.onLoad', 'detail.onShow', 'detail.onReady', 'detail.onHide'],
      ...['detail.onLoad', 'detail.onShow', 'detail.onReady', 'detail.onUnload', 'detail.onShow'],
      ...['detail.onUnload', 'mine.onShow'],
    ]);
  });

  test('a page that replaces another takes its place', async () => {
    const page = await phone.open();
    await page.getByText('去详情').click();
    await page.locator('#replace').click();
    await page.locator('#query', { hasText: 'replaced' }).waitFor();
    expect(await textOf(page, '#depth')).toBe('2');
    expect(await page.locator('.page-frame').count()).toBe(2);
  });

  test('tabs switch and keep what they show', async () => {
    const page = await phone.open();
    await page.getByLabel('名字', { exact: true }).fill('甲');
    await page.getByRole('tab', { name: '我的' }).click();
    expect(await textOf(page, '#trace')).toContain('mine.onShow');
    await page.getByRole('tab', { name: '首页' }).click();
    expect(await textOf(page, '.title')).toBe('您好，甲');
  });

  test('a tab page and an unknown page are refused to navigateTo', async () => {
    const page = await phone.open('path=pages/detail/detail');
    await page.locator('#to-tab').click();
    expect(await textOf(page, '#refusal')).toBe('navigateTo:fail can not navigateTo a tabbar page');
    await page.locator('#nowhere').click();
    expect(await textOf(page, '#refusal')).toBe('navigateTo:fail page "pages/none/none" is not found');
  });

  test('an eleventh page is refused', async () => {
    const page = await phone.open('path=pages/detail/detail');
    for (let depth = 1; depth < 10; depth += 1) {
      await page.locator('.page-frame:not([hidden]) #deeper').click();
      await page.locator('.page-frame:not([hidden]) #depth', { hasText: String(depth + 1) }).waitFor();
    }
    await page.locator('.page-frame:not([hidden]) #deeper').click();
    expect(await textOf(page, '#refusal')).toBe('navigateTo:fail webview count limit exceed');
  });
});
