import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from '../../support/browser';
import { RecountPage } from './recount-page';
import { startSite, type Site } from './site';

export interface Setting {
  site: Site;
  browser: Browser;
  /** Opens the recount page. @param query e.g. "?bundle=…" */
  open(query?: string, options?: BrowserContextOptions): Promise<RecountPage>;
}

/** A site and a browser for the tests of a file. After each test its pages are closed, and must have reported nothing. */
export function useSite(): () => Setting {
  let setting: Setting | undefined;
  const pages: RecountPage[] = [];
  beforeAll(async () => {
    const [site, browser] = [await startSite(), await launchBrowser()];
    setting = {
      site,
      browser,
      async open(query = '', options = {}) {
        const page = await RecountPage.open(browser, site.recountUrl + query, options);
        pages.push(page);
        return page;
      },
    };
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(async () => {
    await setting?.browser.close();
    await setting?.site.close();
  });
  return () => {
    if (!setting) throw new Error('the site has not started');
    return setting;
  };
}
