import { chromium, type Browser } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../scripts/browser/chromium';

/**
 * A headless Chromium, the one that this run of the tests shares or one of one's own; either is left by `close`, which ends what was opened
 * in it. `npm test` and `npm run e2e` install it where it is missing.
 */
export async function launchBrowser(): Promise<Browser> {
  const shared = process.env['SHARED_BROWSER'];
  if (shared !== undefined) {
    try {
      return await chromium.connect(shared);
    } catch {
      // It has died, of a page of another file perhaps; this file shall not die of it.
    }
  }
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('There is no Chromium here: run `npm run e2e` once, or set CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: [...chromiumFlags] });
}
