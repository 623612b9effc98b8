import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** What a browser prints of its own when a file does not come. */
const networkNotes = /^Failed to load resource|has been blocked by CORS policy/;

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
    const opened = new BoardPage(await context.newPage());
    await prepare(opened.page);
    await opened.page.goto(url);
    return opened;
  }

  text(selector: string): Promise<string> {
    return this.page.locator(selector).innerText();
  }

  /** Waits until a place of the page says this. */
  async says(selector: string, text: string, timeout = 10_000): Promise<void> {
    await this.page.locator(selector, { hasText: text }).waitFor({ timeout });
  }

  /** Waits until it has asked for the standings so many times more. */
  async asks(times: number): Promise<void> {
    for (let time = 0; time < times; time++) {
      await this.page.waitForEvent('requestfinished', (request) => request.url().includes('standings.json'));
    }
    // The page takes the answer in after the event.
    await this.page.waitForTimeout(100);
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
