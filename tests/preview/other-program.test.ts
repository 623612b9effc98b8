import type { Browser } from 'playwright-core';
import { startLocalCloud, type LocalCloud } from '../../scripts/local-cloud/start';
import { startPreview, type Preview } from '../../scripts/preview/server';
import { temporaryFolder } from '../local-cloud/support/functions';
import { launchBrowser } from '../support/browser';
import { collections, writeOtherProgram } from '../support/other-program';
import { patience } from '../support/patience';

let cloud: LocalCloud;
let preview: Preview;
let browser: Browser;
beforeAll(async () => {
  const { functionsDir, appDir } = writeOtherProgram();
  cloud = await startLocalCloud({ port: 0, dataDir: temporaryFolder(), functionsDir, database: collections });
  preview = await startPreview({ port: 0, cloudUrl: cloud.url, appDir });
  browser = await launchBrowser();
});
afterAll(async () => {
  await Promise.all([browser.close(), preview.close()]);
  await cloud.close();
});

test('the preview shows any built mini-program, of which nothing else has to be told', async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(preview.url);
  await page.locator('#add').click();
  await page.locator('#said', { hasText: '记下了' }).waitFor();
  await page.locator('#add').click();
  await page.locator('#said', { hasText: '早就记下了' }).waitFor();
  await page.locator('#go').click();
  await page.locator('#about', { hasText: '一本便签' }).waitFor();
  expect(await page.title()).toBe('小程序 · 预览');
  expect(await page.locator('body').innerText()).not.toMatch(/公评|评选|计票|居民/);
});
