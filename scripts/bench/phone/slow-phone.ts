import { chromium, type Browser, type CDPSession, type Locator, type Page, type Request } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../browser/chromium';

/** How many times slower than this machine the phone is. */
export const slowness = 6;

/** 3G: 1.6 Mbit/s down, 768 kbit/s up, 300 ms there and back. */
const thirdGeneration = {
  offline: false,
  latency: 300,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (768 * 1024) / 8,
};

/** What the renderer's one thread did, milliseconds of its own time: what else this machine has to do is not in it. */
export interface Work {
  /** Its scripting and rendering: scripts, styles, layout. */
  own: number;
  /** All of its tasks. */
  tasks: number;
}

/** How long it took until a page could be used, milliseconds. */
export interface Opening {
  /** In which something was asked for and not all there: pages, scripts, styles, the cloud. */
  network: number;
  work: Work;
}

/** Pictures of candidates. */
export interface Pictures {
  /** How many were asked for, whatever has come of it by now. */
  asked: number;
  /** Of those that are there. */
  bytes: number;
}

/** What is used of an element, which the types of Node know nothing of. */
interface Touched {
  scrollIntoView(where: { block: 'center' }): void;
  contains(other: object | null): boolean;
  ownerDocument: { elementFromPoint(x: number, y: number): object | null };
}

export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('There is no Chromium here: set CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: [...chromiumFlags] });
}

/** A phone that is slow, on a network that is slow too. */
export class SlowPhone {
  readonly pictures: Pictures = { asked: 0, bytes: 0 };
  /** What was asked for and is not there, pictures apart: a page waits for it. */
  private readonly awaited = new Set<Request>();

  private constructor(
    readonly page: Page,
    private readonly session: CDPSession,
  ) {
    const isOfCandidate = (request: Request): boolean => /cloud-file|storage/.test(request.url());
    page.on('request', (request) => {
      if (request.resourceType() !== 'image') this.awaited.add(request);
      else if (isOfCandidate(request)) this.pictures.asked += 1;
    });
    page.on('requestfailed', (request) => this.awaited.delete(request));
    page.on('requestfinished', (request) => {
      this.awaited.delete(request);
      if (request.resourceType() !== 'image' || !isOfCandidate(request)) return;
      void request.sizes().then(
        ({ responseBodySize }) => (this.pictures.bytes += responseBodySize),
        () => undefined,
      );
    });
  }

  static async of(browser: Browser): Promise<SlowPhone> {
    const context = await browser.newContext({
      viewport: { width: 375, height: 812 },
      deviceScaleFactor: 2,
      hasTouch: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', thirdGeneration);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new SlowPhone(page, session);
  }

  /** Opens an address. @param sign what is on screen once the page can be used */
  async open(address: string, sign: string): Promise<Opening> {
    const usable = new Promise<Work>((resolve, reject) => {
      this.page.exposeBinding('__usable', () => this.work().then(resolve, reject)).catch(reject);
    });
    await this.page.addInitScript(watchFor(sign));
    await this.page.goto(address, { waitUntil: 'commit' });
    const work = await usable;
    return { network: Number(await this.page.evaluate(networkTime)), work };
  }

  /** The page on top of the stack. */
  get screen(): Locator {
    return this.page.locator('.page-frame:not([hidden])').last();
  }

  /** What the page's thread does from `act` until it rests. */
  async during(act: () => Promise<void>): Promise<Work> {
    const before = await this.rest();
    await act();
    const after = await this.rest();
    return { own: after.own - before.own, tasks: after.tasks - before.tasks };
  }

  /**
   * Touches what a selector finds first, as a finger does. Before the work is counted it is brought to the middle of the screen, what
   * scrolling draws is waited for, and it is looked whether anything lies over it.
   */
  async touching(selector: string): Promise<() => Promise<void>> {
    const target = this.screen.locator(selector).first();
    await target.waitFor();
    await target.evaluate((node: Touched) => node.scrollIntoView({ block: 'center' }));
    await this.rest();
    const box = await target.boundingBox();
    if (!box) throw new Error(`there is no ${selector} on screen`);
    const place = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 40) };
    const isFree = await target.evaluate(
      (node: Touched, { x, y }: { x: number; y: number }) => node.contains(node.ownerDocument.elementFromPoint(x, y)),
      place,
    );
    if (!isFree) throw new Error(`a finger does not reach ${selector}: something lies over it`);
    return () => this.page.touchscreen.tap(place.x, place.y);
  }

  /** Resolves once the cloud has answered a procedure, with this text in the answer. */
  async answered(procedure: string, text = ''): Promise<void> {
    await this.page.waitForResponse(
      async (response) =>
        response.request().postData()?.includes(`"${procedure}"`) === true && (await response.text()).includes(text),
    );
  }

  /** The largest call of setData of each page and component so far, bytes. */
  async largestSetData(): Promise<Record<string, number>> {
    // The script above keeps them so.
    return (await this.page.evaluate('window.__largest')) as Record<string, number>;
  }

  /** Waits until the thread has nothing to do, and the page waits for nothing. */
  async rest(): Promise<Work> {
    let last = await this.work();
    for (let quiet = 0; quiet < 4;) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      const now = await this.work();
      quiet = this.awaited.size === 0 && now.tasks - last.tasks < 15 ? quiet + 1 : 0;
      last = now;
    }
    return last;
  }

  private async work(): Promise<Work> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    const of = (name: string): number => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
    return {
      own: of('ScriptDuration') + of('RecalcStyleDuration') + of('LayoutDuration'),
      tasks: of('TaskDuration'),
    };
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/**
 * For the page: says when the sign is there and drawn, and the thread free; keeps the largest calls of setData. As text, since what is
 * compiled here names helpers that no page has.
 */
const watchFor = (sign: string): string => `
  window.__largest = {};
  let preview;
  Object.defineProperty(window, '__preview', {
    get: () => preview,
    set(hooks) {
      preview = hooks;
      hooks.watchSetData(({ of, bytes }) => { window.__largest[of] = Math.max(window.__largest[of] ?? 0, bytes); });
    },
  });
  (function look() {
    const node = document.querySelector(${JSON.stringify(sign)});
    if (node === null || node.getBoundingClientRect().height === 0) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => { window.__usable(); }));
  })();`;

/** For the page: how long something other than a picture was under way, milliseconds. */
const networkTime = `(() => {
  const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .filter(({ initiatorType }) => initiatorType !== 'img' && initiatorType !== 'css')
    .map(({ startTime, responseEnd }) => [startTime, responseEnd])
    .sort(([one], [other]) => one - other);
  let total = 0;
  let until = 0;
  for (const [from, to] of all) {
    total += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return total;
})()`;
