import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { patience } from '../../support/patience';

/** What a browser prints of its own when a file does not come. */
const networkNotes = /^Failed to load resource|has been blocked by CORS policy/;

/** The page on which a certificate is checked, as a visitor uses it. */
export class VerifyPage {
  /** Errors and warnings of the page that nobody expected. */
  readonly problems: string[] = [];

  private constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.problems.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !networkNotes.test(message.text())) {
        this.problems.push(message.text());
      }
    });
  }

  static async open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<VerifyPage> {
    const context = await browser.newContext({ viewport: { width: 800, height: 900 }, ...options });
    context.setDefaultTimeout(patience);
    const opened = new VerifyPage(await context.newPage());
    await opened.page.goto(url);
    return opened;
  }

  /** Types a code and asks. */
  async ask(code: string): Promise<void> {
    await this.page.fill('#code', code);
    await this.page.getByRole('button', { name: '核对' }).click();
  }

  /** What it says, in one word, once it does. */
  async verdict(): Promise<string> {
    const heading = this.page.locator('#result h2');
    await heading.waitFor();
    return heading.innerText();
  }

  /** All that it says of it. */
  text(): Promise<string> {
    return this.page.locator('#result').innerText();
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
