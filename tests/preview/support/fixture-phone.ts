import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { buildMiniprogram } from '../../../scripts/build/miniprogram';
import type { PreviewProgram } from '../../../scripts/preview/program';
import { startPreview } from '../../../scripts/preview/server';
import { launchBrowser } from '../../support/browser';
import { patience } from '../../support/patience';
import { startTestCloud } from '../../local-cloud/support/cloud';
import { addInbox, buildProbes } from '../../local-cloud/support/functions';
import { fixture } from './program';
import { startStandInCloud, type StandInCloud } from './stand-in-cloud';

/** The fixture mini-program, built and served, with a browser to open it in. */
export interface FixturePhone {
  url: string;
  /** @param query e.g. "as=小李&path=pages/phone/phone" */
  open(query?: string): Promise<Page>;
  close(): Promise<void>;
}

/** The fixture on a real local cloud with the function `probe`, and `inbox` if it is wanted. */
export async function startPhoneOnCloud({ hasInbox = false } = {}): Promise<FixturePhone> {
  const functionsDir = buildProbes();
  if (hasInbox) addInbox(functionsDir);
  return startPhone(await startTestCloud({ functionsDir }));
}

/** The fixture on a cloud that only echoes. @param panel what the panel offers and shows */
export async function startFixturePhone(panel: Pick<PreviewProgram, 'actions' | 'views'> = {}): Promise<FixturePhone> {
  return startPhone(await startStandInCloud(), panel);
}

async function startPhone(
  cloud: StandInCloud,
  panel: Pick<PreviewProgram, 'actions' | 'views'> = {},
): Promise<FixturePhone> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gongping-preview-'));
  const appDir = await buildMiniprogram(path.join(__dirname, '../fixtures/app'), path.join(folder, 'app'));
  const preview = await startPreview({ port: 0, cloudUrl: cloud.url, appDir, program: { ...fixture, ...panel } });
  const browser: Browser = await launchBrowser();
  return {
    url: preview.url,
    async open(query = '') {
      const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      await page.goto(`${preview.url}/?${query}`);
      await page.locator('wx-page').first().waitFor();
      return page;
    },
    async close() {
      await Promise.all([browser.close(), preview.close(), cloud.close()]);
      await rm(folder, { recursive: true });
    },
  };
}
