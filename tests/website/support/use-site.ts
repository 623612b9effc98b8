import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { BoardPoll, BoardStandings } from '../../../cloudfunctions/shared/universal/board';
import { launchBrowser } from '../../support/browser';
import { BoardPage } from './board-page';
import { RecountPage } from './recount-page';
import { startSite, type Site } from './site';
import { VerifyPage } from './verify-page';

/** What a file's tests share. */
interface Shared {
  site: Site;
  browser: Browser;
}

export interface Setting extends Shared {
  /** Opens the recount page. @param query e.g. "?bundle=…" */
  open(query?: string, options?: BrowserContextOptions): Promise<RecountPage>;
}

export interface BoardSetting extends Shared {
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

export interface VerifySetting extends Shared {
  /** Puts files onto the site, in a folder of this name, in place of what lay there. @returns the folder's address */
  putAll(name: string, files: ReadonlyMap<string, Uint8Array>): string;
  /** Opens the page that checks certificates. @param query e.g. "?files=…&code=…" */
  open(query: string, options?: BrowserContextOptions): Promise<VerifyPage>;
}

interface Closable {
  close(): Promise<void>;
}

/**
 * A site and a browser for the tests of a file. After each test its pages are closed, and must have reported nothing.
 * @param settingOf told what is shared, and what each page that it opens is handed to
 */
function useBrowser<S extends Shared>(
  settingOf: (shared: Shared, opened: <P extends Closable>(page: P) => P) => S,
): () => S {
  let setting: S | undefined;
  const pages: Closable[] = [];
  beforeAll(async () => {
    const [site, browser] = [await startSite(), await launchBrowser()];
    setting = settingOf({ site, browser }, (page) => {
      pages.push(page);
      return page;
    });
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

/** The page that counts a bundle again. */
export function useSite(): () => Setting {
  return useBrowser((shared, opened) => ({
    ...shared,
    open: async (query = '', options = {}) =>
      opened(await RecountPage.open(shared.browser, shared.site.recountUrl + query, options)),
  }));
}

/** The board, and the files that it reads. */
export function useBoard(): () => BoardSetting {
  return useBrowser((shared, opened) => {
    const { site, browser } = shared;
    const putFile = (name: string, content: object | undefined): string =>
      site.put(name, (response) => {
        if (content === undefined) response.writeHead(404).end();
        else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(content));
      });
    return {
      ...shared,
      put(name, poll, standings) {
        putFile(`${name}/poll.json`, poll);
        return putFile(`${name}/standings.json`, standings).replace('/standings.json', '');
      },
      async open(folder, more = '', options = {}, prepare) {
        const url = `${site.boardUrl}?files=${encodeURIComponent(folder)}${more}`;
        return opened(await BoardPage.open(browser, url, options, prepare));
      },
    };
  });
}

/** The page that checks certificates, and the logs that it reads. */
export function useVerify(): () => VerifySetting {
  return useBrowser((shared, opened) => ({
    ...shared,
    putAll(name, files) {
      for (const [path, content] of files) {
        shared.site.put(`${name}/${path}`, (response) => response.writeHead(200).end(content));
      }
      return shared.site.put(name, (response) => response.writeHead(404).end());
    },
    open: async (query, options = {}) =>
      opened(await VerifyPage.open(shared.browser, shared.site.verifyUrl + query, options)),
  }));
}
