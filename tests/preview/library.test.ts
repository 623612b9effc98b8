import type { Page } from 'playwright-core';
import { startFixturePhone, type FixturePhone } from './support/fixture-phone';

let phone: FixturePhone;
let page: Page;

beforeAll(async () => {
  phone = await startFixturePhone();
  page = await phone.open('path=packages/more/kit/kit');
});
afterAll(() => phone.close());

/** Waits until the page says what a component told it. */
function hear(text: string): Promise<void> {
  return page.locator('#said', { hasText: text }).waitFor({ state: 'attached' });
}

test('fields of the library take text', async () => {
  await page.locator('.t-input input').fill('十佳');
  await hear('input "十佳"');
  await page.locator('.t-textarea textarea').fill('一\n二\n三\n四\n五\n六');
  await hear('textarea "一\\n二\\n三\\n四\\n五\\n六"');
  await page.locator('.t-search input').fill('3 号');
  await hear('search "3 号"');
});

test('tabs, switches, radios, boxes and cells of the library are chosen by a tap', async () => {
  await page.locator('.t-tabs').first().getByText('已收', { exact: true }).click();
  await hear('tabs "b"');
  await page.locator('.t-switch').first().click();
  await hear('switch true');
  await page.locator('.t-radio-group').first().getByText('只投一次').click();
  await hear('radio "2"');
  await page.locator('.t-checkbox-group').first().getByText('乙组').click();
  await hear('checkbox ["b"]');
  await page.locator('.t-cell').first().click();
  await hear('cell "tapped"');
});

test('a cell of the library is swiped open and its button tapped', async () => {
  const box = await page.locator('.t-swipe-cell').first().boundingBox();
  const middle = (box?.y ?? 0) + (box?.height ?? 0) / 2;
  await page.mouse.move((box?.x ?? 0) + 250, middle);
  await page.mouse.down();
  for (const x of [220, 180, 140, 100]) await page.mouse.move((box?.x ?? 0) + x, middle);
  await page.mouse.up();
  await page.locator('#delete').click();
  await hear('swipe "deleted"');
});

test('a date and time is chosen with the library’s picker', async () => {
  await page.locator('#open-date').click();
  await page.locator('.t-picker-item__item:visible', { hasText: '19时' }).click();
  await page.locator('.t-picker__confirm:visible').click();
  await hear('date "2026-03-05 19:00:00"');
});

test('one of a list is chosen with the library’s picker', async () => {
  await page.locator('#open-picker').click();
  await page.locator('.t-picker-item__item:visible', { hasText: '交通' }).click();
  await page.locator('.t-picker__confirm:visible').click();
  await hear('picker ["c"]');
});

test('a dialog of the library is confirmed', async () => {
  await page.locator('#open-dialog').click();
  await page.locator('.t-dialog__button:visible', { hasText: '发布' }).click();
  await hear('dialog "confirmed"');
});

test('the library’s upload takes pictures, shows them, and gives them up', async () => {
  await page.locator('.t-upload__add-icon').last().click();
  const dot = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await page.locator('#phone-files').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: dot });
  await hear('upload 1');
  const picture = page.locator('.t-upload wx-image > img').first();
  await picture.waitFor();
  await picture.evaluate((image: HTMLImageElement) => image.decode());
  await page.locator('.t-upload__close-btn').first().click();
  await hear('upload 0');
});

test('nothing of the library went wrong', async () => {
  expect(await page.locator('#panel .problem').allInnerTexts()).toEqual([]);
});
