import type { Page } from 'playwright-core';
import { startPhoneOnCloud, type FixturePhone } from './support/fixture-phone';

const opened: FixturePhone[] = [];

async function openService(hasInbox: boolean): Promise<Page> {
  const phone = await startPhoneOnCloud({ hasInbox });
  opened.push(phone);
  const page = await phone.open('as=小李&path=pages/card/card');
  await page.locator('#service').click();
  await page.getByRole('dialog', { name: '客服' }).waitFor();
  return page;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((phone) => phone.close()));
});

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('消息').fill(text);
  await page.getByText('发送', { exact: true }).click();
}

test('a question reaches the function, its answer appears, and a person takes over on request', async () => {
  const page = await openService(true);
  await say(page, '怎么投票');
  await page.locator('.service-list .is-service', { hasText: '收到：怎么投票' }).waitFor();
  await say(page, '人工');
  await page.getByText('已转人工').waitFor();
  await page.getByLabel('返回').last().click();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('a function that breaks, or is not there, is told', async () => {
  const page = await openService(true);
  await say(page, '坏');
  await page.getByRole('alert').getByText('云函数 inbox 出错了').waitFor();
  const without = await openService(false);
  await say(without, '你好');
  await without.getByRole('alert').getByText('没有名为 inbox 的云函数').waitFor();
});
