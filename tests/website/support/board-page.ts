import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { patience } from '../../support/patience';

/** What a browser prints of its own when a file does not come. */
const networkNotes = /^Failed to load resource|has been blocked by CORS policy/;

/** Before a page opens: its clock stands still and goes on by `page.clock.runFor` alone, however long the machine takes. */
export async function stopClock(page: Page): Promise<void> {
  const time = Date.now();
  await page.clock.install({ time });
  await page.clock.pauseAt(time + 1_000);
}

/** The board as a visitor sees it. */
export class BoardPage {
  /** Errors and warnings of the page that nobody expected. */
  readonly problems: string[] = [];
  /** Every address it asked for, and what came, by the order of the answers. */
  readonly answers: { url: string; body: string }[] = [];

  private constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.problems.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !networkNotes.test(message.text())) {
        this.problems.push(message.text());
      }
    });
    page.on('response', (response) => {
      response
        .text()
        .then((body) => this.answers.push({ url: response.url(), body }))
        // The page may be closed by then.
        .catch(() => undefined);
    });
  }

  /** @param prepare what to do before it opens */
  static async open(
    browser: Browser,
    url: string,
    options: BrowserContextOptions = {},
    prepare: (page: Page) => Promise<void> = async () => {},
  ): Promise<BoardPage> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    context.setDefaultTimeout(patience);
    const opened = new BoardPage(await context.newPage());
    await prepare(opened.page);
    await opened.page.goto(url);
    return opened;
  }

  text(selector: string): Promise<string> {
    return this.page.locator(selector).innerText();
  }

  /** Waits until a place of the page says this. */
  async says(selector: string, text: string): Promise<void> {
    await this.page.locator(selector, { hasText: text }).waitFor();
  }

  /** Waits until it has asked for the standings so many times more, and has taken the answers in. */
  async asks(times: number): Promise<void> {
    // It asks again only once it has taken in what came.
    for (let time = 0; time <= times; time++) {
      await this.page.waitForEvent('request', (request) => request.url().includes('standings.json'));
    }
  }

  /** The ranking's lines as they are read: rank, name, votes, share. */
  ranking(): Promise<string[]> {
    return this.page
      .locator('tr.line')
      .evaluateAll((lines) =>
        lines.map((line) =>
          ['.place', '.name', '.votes', '.share'].map((part) => line.querySelector(part)?.textContent ?? '').join(' '),
        ),
      );
  }

  /** Pixels that it can be scrolled sideways. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** @throws when the page has met an error that nobody expected */
  async close(): Promise<void> {
    await this.page.context().close();
    if (this.problems.length > 0) throw new Error(`The page reported:\n${this.problems.join('\n')}`);
  }
}
