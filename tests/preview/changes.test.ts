import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { buildMiniprogram } from '../../scripts/build/miniprogram';
import { startPreview, type Preview } from '../../scripts/preview/server';
import { watchApp } from '../../scripts/watch/watch-app';
import { launchBrowser } from '../support/browser';
import { patience } from '../support/patience';
import { startStandInCloud, type StandInCloud } from './support/stand-in-cloud';

const folder = mkdtempSync(path.join(tmpdir(), 'gongping-watch-'));
const sources = path.join(folder, 'sources');
let cloud: StandInCloud;
let preview: Preview;
let browser: Browser;
let page: Page;
let endWatch = (): void => undefined;

beforeAll(async () => {
  cpSync(path.join(__dirname, 'fixtures/app'), sources, { recursive: true });
  const appDir = await buildMiniprogram(sources, path.join(folder, 'app'));
  cloud = await startStandInCloud();
  preview = await startPreview({ port: 0, cloudUrl: cloud.url, appDir, isWatched: true });
  endWatch = await watchApp({ sources, shared: [], appDir, preview });
  browser = await launchBrowser();
  page = await browser.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(`${preview.url}/?as=小李&width=320`);
  await page.locator('#plain').click();
  await page.locator('#query', { hasText: '7 甲' }).waitFor();
  // What a load of the page would take away.
  await page.evaluate(() => Object.assign(window, { isAsItWas: true }));
});
beforeEach(() => void jest.spyOn(console, 'log').mockImplementation());
afterAll(async () => {
  endWatch();
  await Promise.all([browser.close(), preview.close(), cloud.close()]);
  rmSync(folder, { recursive: true });
});

function edit(file: string, change: (text: string) => string): void {
  const place = path.join(sources, file);
  writeFileSync(place, change(readFileSync(place, 'utf8')));
}

const isAsItWas = (): Promise<boolean> => page.evaluate(() => 'isAsItWas' in window);

test('a saved style is in the phone, and the page stays as it is', async () => {
  edit('app.wxss', (text) => `${text}\npage { letter-spacing: 3px; }\n`);
  await page.waitForFunction(
    () => getComputedStyle(document.querySelector('wx-page') ?? document.body).letterSpacing === '3px',
  );
  expect(await isAsItWas()).toBe(true);
});

test('what cannot be built is told, and the phone shows what was there', async () => {
  const told = jest.spyOn(console, 'error').mockImplementation();
  const sound = readFileSync(path.join(sources, 'pages/detail/detail.wxml'), 'utf8');
  edit('pages/detail/detail.wxml', () => '<view><none-such /></view>');
  while (told.mock.calls.length === 0) await page.waitForTimeout(50);
  expect(String(told.mock.calls[0])).toContain('none-such');
  expect(await page.locator('#query').innerText()).toBe('7 甲');
  edit('pages/detail/detail.wxml', () => sound);
});

test('a saved page is in the phone, which still shows that page to that person in that width', async () => {
  edit('pages/detail/detail.wxml', (text) => text.replace('再深一层', '再深两层'));
  await page.locator('#deeper', { hasText: '再深两层' }).waitFor();
  expect(await isAsItWas()).toBe(false);
  expect(await page.locator('#query').innerText()).toBe('7 甲');
  expect(new URL(page.url()).searchParams.get('width')).toBe('320');
  edit('pages/detail/detail.ts', (text) => text.replace("name: decodeURIComponent(query.name ?? '')", "name: '乙'"));
  await page.locator('#query', { hasText: '7 乙' }).waitFor();
});
