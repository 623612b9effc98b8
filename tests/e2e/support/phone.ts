import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { APIResponse, Browser, BrowserContext, Locator, Page, Request } from 'playwright-core';
import { keepSetData } from './keep-set-data';
import { restOf } from '../../support/axe';
import { patience } from '../../support/patience';

export interface PhoneOptions {
  /** px; 375 unless told. */
  width?: number;
  /** px; 812 unless told. */
  height?: number;
  /** The system's text size, 1 is standard. */
  scale?: number;
  theme?: 'light' | 'dark';
  /** Shown in the preview's frame with the settings beside it; else the page alone. */
  isFramed?: boolean;
}

/** What the preview's page lets a test reach. */
interface PreviewPage {
  __preview: { clipboard: { read(): string; write(text: string): void }; set(part: object): void };
}

const root = path.resolve(__dirname, '../../..');
/** How many turns in which a page asks for nothing make it be at rest. */
const quietTurns = 6;
const WIDTH = 375;
const HEIGHT = 812;

/** One person's phone with the mini-program, as that person sees and taps it. */
export class Phone {
  private readonly met: string[] = [];
  private readonly forgiven: RegExp[] = [];
  /** How many requests the page has made. */
  private asked = 0;
  /** Those of them that are not over, with when they were made. */
  private readonly awaited = new Map<Request, number>();

  private constructor(
    readonly person: string,
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly address: string,
    private readonly options: PhoneOptions,
  ) {
    page.on('request', (request) => {
      this.asked += 1;
      this.awaited.set(request, Date.now());
    });
    const over = (request: Request): void => void this.awaited.delete(request);
    page.on('requestfinished', over).on('requestfailed', over);
    page.on('pageerror', (error) => this.met.push(error.stack ?? String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.met.push(message.text());
    });
  }

  static async of(person: string, browser: Browser, address: string, options: PhoneOptions): Promise<Phone> {
    const context = await browser.newContext({
      viewport: options.isFramed
        ? { width: 1100, height: 900 }
        : { width: options.width ?? WIDTH, height: options.height ?? HEIGHT },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      hasTouch: true,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await page.addInitScript(keepSetData);
    return new Phone(person, page, context, address, options);
  }

  /** Opens the mini-program at a page (path with query), or at home. */
  async open(pagePath = ''): Promise<void> {
    await this.openCard(pagePath, {});
  }

  /** The same open phone with another screen, text size or theme, as if the system's settings had been changed. */
  async becomes(look: { width: number; height: number; scale: number; theme: 'light' | 'dark' }): Promise<void> {
    const { width, height, ...system } = look;
    await this.page.setViewportSize({ width, height });
    await this.page.evaluate(async ({ scale, theme }) => {
      const { set } = (globalThis as unknown as PreviewPage).__preview;
      // A page asks for the text size again when the theme changes.
      set({ scale, theme: theme === 'dark' ? 'light' : 'dark' });
      set({ theme });
      for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      // On a machine that is never idle a page is laid out a little later.
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
    }, system);
    await restOf(this.page);
  }

  /** Opens a page as a card does. @param way WeChat's number of the way in, and the chat with the card */
  async openCard(pagePath: string, way: { scene?: number; chat?: string }): Promise<void> {
    const { width = WIDTH, scale = 1, theme = 'light', isFramed = false } = this.options;
    const settings = { as: this.person, path: pagePath, width, scale, theme, bare: isFramed ? 0 : 1, ...way };
    const query = Object.entries(settings).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    await this.page.goto(`${this.address}/?${query.join('&')}`);
  }

  /** Errors that pages met and no test provoked. */
  get problems(): string[] {
    return this.met.filter((problem) => !this.forgiven.some((expected) => expected.test(problem)));
  }

  /** What this person sees at present, and what the page waits for, in words for whoever reads why a test failed. */
  async lookBack(): Promise<string> {
    const shown = await this.screen.innerText({ timeout: 2000 }).catch(() => 'no page');
    const waiting = [...this.awaited].map(([request, at]) => {
      const about = /"procedure":"([^"]+)"/.exec(request.postData() ?? '')?.[1] ?? '';
      return `  for ${Math.round((Date.now() - at) / 1000)} s: ${request.method()} ${request.url()} ${about}`;
    });
    const text = shown.replace(/\s*\n\s*/g, ' | ').slice(0, 1500);
    return [`${this.person} saw: ${text}`, ...waiting, ...this.problems.map((problem) => `  met: ${problem}`)].join(
      '\n',
    );
  }

  /** The page on top of the stack; the ones below keep their content. */
  get screen(): Locator {
    return this.page.locator('.page-frame:not([hidden])').last();
  }

  /** Something on screen by what a screen reader says of it. */
  find(role: Parameters<Locator['getByRole']>[0], name: string | RegExp): Locator {
    return this.screen.getByRole(role, { name }).first();
  }

  /** Visible text on the page on top. */
  text(text: string | RegExp): Locator {
    return this.screen.getByText(text).filter({ visible: true }).first();
  }

  async tap(role: Parameters<Locator['getByRole']>[0], name: string | RegExp): Promise<void> {
    await this.find(role, name).tap();
  }

  /** Resolves when the text is on screen. */
  async sees(text: string | RegExp): Promise<void> {
    await this.text(text).waitFor();
  }

  /**
   * Resolves when the page on top waits for nothing any more, for pages of which a test says no more than that: when no request is open,
   * and none was made while the page was idle and drew for so many turns of its own as what it shows first takes it to ask for more.
   */
  async settles(): Promise<void> {
    await this.screen.waitFor();
    for (let quiet = 0; quiet < quietTurns; quiet += 1) {
      const { asked } = this;
      await this.page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            // Chromium without a screen sometimes draws no frame, and calls nobody, until something moves.
            const wait = { timeout: 1000 };
            requestIdleCallback(() => {
              requestAnimationFrame(() => resolve());
              setTimeout(resolve, wait.timeout);
            }, wait);
          }),
      );
      if (this.asked !== asked || this.awaited.size > 0) quiet = -1;
    }
  }

  /** Replaces what stands in a field. */
  async type(field: string, text: string): Promise<void> {
    await this.screen
      .getByRole('searchbox', { name: field })
      .or(this.screen.getByPlaceholder(field))
      .first()
      .fill(text);
  }

  /** The arrow of the navigation bar. */
  async back(): Promise<void> {
    await this.tap('button', '返回');
  }

  /** Scrolls the page until this is at its top. */
  async scrollTo(target: Locator): Promise<void> {
    await target.evaluate((node) => node.scrollIntoView({ block: 'start' }));
  }

  /** Draws the page down with a finger, as far as it takes. */
  async pullToRefresh(): Promise<void> {
    const box = await this.screen.locator('.page-viewport').boundingBox();
    if (!box) throw new Error('there is no page on screen');
    const x = box.x + box.width / 2;
    const { mouse } = this.page;
    await mouse.move(x, box.y + 100);
    await mouse.down();
    await mouse.move(x, box.y + 360, { steps: 8 });
    await mouse.up();
  }

  /** What the browser itself logs about the missing network is no defect of a page. */
  async goOffline(): Promise<void> {
    await this.context.setOffline(true);
    this.forgiven.push(/ERR_INTERNET_DISCONNECTED/);
  }

  async goOnline(): Promise<void> {
    await this.context.setOffline(false);
  }

  /** What the phone's clipboard holds. */
  async copied(): Promise<string> {
    return this.page.evaluate(() => (globalThis as unknown as PreviewPage).__preview.clipboard.read());
  }

  /** As if it had been copied in another app. */
  async putIntoClipboard(text: string): Promise<void> {
    await this.page.evaluate(
      (copied) => (globalThis as unknown as PreviewPage).__preview.clipboard.write(copied),
      text,
    );
  }

  /** Puts something into this person's storage, as an earlier visit would have. */
  async keepOnDevice(key: string, data: unknown): Promise<void> {
    await this.page.evaluate(([place, text]) => localStorage.setItem(place, text), [
      `preview:${this.person}:${key}`,
      JSON.stringify({ data }),
    ] as const);
  }

  /** What lies under a key of this person's storage; '' for nothing. */
  async kept(key: string): Promise<string> {
    return this.page.evaluate((place) => localStorage.getItem(place) ?? '', `preview:${this.person}:${key}`);
  }

  /** From now on the cloud answers nothing; what lies on the phone is there. */
  async loseTheCloud(): Promise<void> {
    this.forgiven.push(/ERR_INTERNET_DISCONNECTED/);
    await this.page.route(/\/(functions|cloud-file)/, (route) => route.abort('internetdisconnected'));
  }

  /** Requests may fail from now on: what the browser logs about them is no defect. */
  goesWithoutNetwork(): void {
    this.forgiven.push(/ERR_INTERNET_DISCONNECTED/);
  }

  /** From now on the public files in storage cannot be reached. */
  async loseTheStorage(): Promise<void> {
    this.forgiven.push(/ERR_INTERNET_DISCONNECTED/);
    await this.page.route('**/storage/logs/**', (route) => route.abort('internetdisconnected'));
  }

  /**
   * From now on a CDN lies before the storage, as it does before CloudBase's: whatever is asked for at an address a second time,
   * query and all, is the copy of the first.
   */
  async putCdnBeforeStorage(): Promise<void> {
    const copies = new Map<string, APIResponse>();
    await this.page.route(/\/(cloud-file\?|storage\/)/, async (route) => {
      const url = new URL(route.request().url());
      // A cloud download asks at the same address as a plain request without a query.
      const id = url.searchParams.get('id');
      const address = id === null ? url.pathname + url.search : id.replace(/^cloud:\/\/[^/]+/, '/storage');
      const response = copies.get(address) ?? (await route.fetch());
      copies.set(address, response);
      await route.fulfill({ response });
    });
  }

  /** A page asks for a file that is not there, as it may: what the browser logs about it is no defect. */
  expectMissingFile(): void {
    this.forgiven.push(/status of 404/);
  }

  /** Lets the next call of a procedure reach the cloud, and its answer reach nobody. */
  async loseNextAnswer(procedure: string): Promise<void> {
    let isLost = false;
    this.forgiven.push(/ERR_CONNECTION_RESET/);
    await this.page.route('**/functions/**', async (route) => {
      if (isLost || !route.request().postData()?.includes(procedure)) return route.fallback();
      isLost = true;
      await route.fetch();
      await route.abort('connectionreset');
    });
  }

  /** Keeps a picture as screenshots/<family>/<step>.png. */
  async picture(step: string): Promise<void> {
    const family = path.basename(expect.getState().testPath ?? 'journey', '.test.ts');
    const folder = path.join(root, 'screenshots', family);
    mkdirSync(folder, { recursive: true });
    // Transitions are finished first: a picture in between shows what nobody has drawn.
    await this.page.screenshot({ path: path.join(folder, `${step}.png`), animations: 'disabled' });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
