import type { Page } from 'playwright-core';
import { startFixturePhone, type FixturePhone } from './support/fixture-phone';
import { resultOf, startCall, tryPage } from './support/try-wx';

let phone: FixturePhone;

beforeAll(async () => {
  phone = await startFixturePhone();
});
afterAll(() => phone.close());

async function scan(page: Page, held: string): Promise<unknown> {
  await startCall(page, 'scanCode', { scanType: ['qrCode'] });
  await page.getByRole('textbox', { name: '码里的内容' }).fill(held);
  await page.getByRole('dialog').getByText('扫到了').click();
  return resultOf(page);
}

test('a code of the program itself says where it leads, any other what it holds', async () => {
  const page = await phone.open(tryPage);
  expect(await scan(page, 'pages/try/try?scene=a.b')).toMatchObject({
    errMsg: 'scanCode:ok',
    scanType: 'WX_CODE',
    path: 'pages/try/try?scene=a.b',
  });
  const text = await scan(page, '证书 C7QM4-1XD2K');
  expect(text).toMatchObject({ scanType: 'QR_CODE', result: '证书 C7QM4-1XD2K' });
  expect(text).not.toHaveProperty('path');
});

test('who holds nothing before the camera goes on or leaves, and no kind is made up', async () => {
  const page = await phone.open(tryPage);
  await startCall(page, 'scanCode', {});
  await page.getByRole('dialog').getByText('扫到了').click();
  await page.getByRole('dialog').getByText('取消').click();
  expect(await resultOf(page)).toEqual({ errMsg: 'scanCode:fail cancel' });
  await startCall(page, 'scanCode', { scanType: ['qr'] });
  expect(await resultOf(page)).toMatchObject({ errMsg: expect.stringContaining('scanCode:fail parameter error') });
});
