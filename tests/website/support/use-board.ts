import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { BoardPoll, BoardStandings } from '../../../cloudfunctions/shared/universal/board';
import { launchBrowser } from '../../support/browser';
import { BoardPage } from './board-page';
import { startSite, type Site } from './site';

export interface BoardSetting {
  site: Site;
  browser: Browser;
  /** Puts a poll's two files onto the site; undefined for one that is not there. @returns their folder's address */
  put(name: string, poll: BoardPoll | undefined, standings: BoardStandings | undefined): string;
  /** Opens the board. @param more of its query, "&view=hall" for instance */
  open(
    folder: string,
    more?: string,
    options?: BrowserContextOptions,
    prepare?: (page: Page) => Promise<void>,
  ): Promise<BoardPage>;
}

/** A site and a browser for the tests of a file. After each test its pages are closed, and must have reported nothing. */
export function useBoard(): () => BoardSetting {
  let setting: BoardSetting | undefined;
  const pages: BoardPage[] = [];
  beforeAll(async () => {
    const [site, browser] = [await startSite(), await launchBrowser()];
    const putFile = (name: string, content: object | undefined): string =>
      site.put(name, (response) => {
        if (content === undefined) response.writeHead(404).end();
        else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(content));
      });
    setting = {
      site,
      browser,
      put(name, poll, standings) {
        putFile(`${name}/poll.json`, poll);
        return putFile(`${name}/standings.json`, standings).replace('/standings.json', '');
      },
      async open(folder, more = '', options = {}, prepare) {
        const url = `${site.boardUrl}?files=${encodeURIComponent(folder)}${more}`;
        const page = await BoardPage.open(browser, url, options, prepare);
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
