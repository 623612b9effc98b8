import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { downloaded } from '../../support/downloaded';
import { patience } from '../../support/patience';

/** A file as a visitor hands it in. */
export interface Handed {
  name: string;
  content: string | Buffer;
}

/** What the visitor fills in. */
export interface Fields {
  key?: string | undefined;
  receipt?: string | undefined;
  checkpoint?: string | undefined;
}

/** The recount page as a visitor uses it. */
export class RecountPage {
  /** Errors and warnings of the page that nobody expected. */
  readonly problems: string[] = [];

  private constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.problems.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.problems.push(message.text());
    });
  }

  static async open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<RecountPage> {
    return RecountPage.openIn(await browser.newContext({ viewport: { width: 800, height: 900 }, ...options }), url);
  }

  static async openIn(context: BrowserContext, url: string): Promise<RecountPage> {
    context.setDefaultTimeout(patience);
    const opened = new RecountPage(await context.newPage());
    await opened.page.goto(url);
    return opened;
  }

  async choose({ name, content }: Handed): Promise<void> {
    await this.page.setInputFiles('#file', { name, mimeType: '', buffer: Buffer.from(content) });
  }

  /** Drags files from outside and lets go of them over an element. */
  async drop(files: readonly Handed[], over: string): Promise<void> {
    const list = files.map(({ name, content }) => ({ name, base64: Buffer.from(content).toString('base64') }));
    const transfer = await this.page.evaluateHandle((given) => {
      const data = new DataTransfer();
      for (const { name, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        data.items.add(new File([bytes], name));
      }
      return data;
    }, list);
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await this.page.dispatchEvent(over, type, { dataTransfer: transfer });
    }
  }

  async fill(fields: Fields): Promise<void> {
    const more = this.page.locator('#more');
    if ((await more.getAttribute('open')) === null) await more.locator('summary').click();
    for (const name of ['key', 'receipt', 'checkpoint'] as const) await this.page.fill(`#${name}`, fields[name] ?? '');
  }

  /** The heading of what came of it, once it is there. */
  async verdict(): Promise<string> {
    const heading = this.page.locator('#outcome h2').first();
    await heading.waitFor();
    return (await heading.textContent()) ?? '';
  }

  /** What stands beside a name in a list of facts. */
  async fact(name: string): Promise<string> {
    const row = this.page.locator('#outcome dl > div').filter({ has: this.page.locator('dt', { hasText: name }) });
    return row.first().locator('dd').innerText();
  }

  async again(): Promise<void> {
    await this.page.getByRole('button', { name: '再核对一份' }).click();
  }

  /** The report as it is downloaded, once it names the file's fingerprint. */
  async report(): Promise<string> {
    await this.page.locator('#file-hash', { hasText: /^[0-9a-f]{64}$/ }).waitFor();
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('button', { name: /^下载/ }).click(),
    ]);
    return (await downloaded(download)).toString('utf8');
  }

  /** What the other recounters print as JSON. */
  async line(): Promise<string> {
    return /^机器可读：(.*)$/m.exec(await this.report())?.[1] ?? '';
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
