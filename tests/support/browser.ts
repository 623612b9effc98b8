import { chromium, type Browser } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../scripts/browser/chromium';

/** A headless Chromium of one's own; `npm test` and `npm run e2e` install it where it is missing. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('There is no Chromium here: run `npm run e2e` once, or set CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: [...chromiumFlags] });
}
