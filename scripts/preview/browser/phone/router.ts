import type { Manifest } from '../engine/manifest';
import type { MadePage, PageInstance, Runtime } from '../engine/runtime';
import { barLook } from './navigation-bar';
import { PageFrame } from './page-frame';
import type { TabBar } from './tab-bar';
import type { Theme } from './theme';

/** WeChat's own limit. */
const deepest = 10;

interface Shown {
  route: string;
  query: string;
  page: MadePage;
  frame: PageFrame;
}

/** Refusals carry the text that WeChat gives. */
export class RouteError extends Error {}

/** The stack of pages, with WeChat's rules about what may be opened how. */
export class Router {
  private stack: Shown[] = [];
  /** Tab pages live on while another tab is shown. */
  private readonly tabs = new Map<string, Shown>();
  private readonly listeners = new Set<(path: string) => void>();
  tabBar: TabBar | null = null;
  /** What tapping a page's three dots does. */
  openMenu: () => void = () => undefined;

  constructor(
    private readonly manifest: Manifest,
    private readonly runtime: Runtime,
    private readonly theme: Theme,
    private readonly screen: HTMLElement,
  ) {
    theme.onChange(() => this.all().forEach((shown) => this.dress(shown)));
  }

  pages(): PageInstance[] {
    return this.stack.map(({ page }) => page.instance);
  }

  get top(): Shown | undefined {
    return this.stack.at(-1);
  }

  /** Path with query of the page on top. */
  get path(): string {
    const { top } = this;
    return top ? top.route + (top.query ? `?${top.query}` : '') : '';
  }

  /** Calls `listener` whenever another page comes on top. */
  onMove(listener: (path: string) => void): void {
    this.listeners.add(listener);
  }

  navigateTo(url: string): PageInstance {
    const target = this.resolve(url);
    if (this.isTab(target.route)) throw new RouteError('can not navigateTo a tabbar page');
    if (this.stack.length >= deepest) throw new RouteError('webview count limit exceed');
    this.conceal(this.top);
    return this.push(target).page.instance;
  }

  redirectTo(url: string): void {
    const target = this.resolve(url);
    if (this.isTab(target.route)) throw new RouteError('can not redirectTo a tabbar page');
    const left = this.stack.pop();
    if (left) this.drop(left);
    this.push(target);
  }

  reLaunch(url: string): void {
    const target = this.resolve(url);
    const left = this.all();
    this.stack = [];
    this.tabs.clear();
    left.forEach((shown) => this.drop(shown));
    this.push(target);
  }

  switchTab(url: string): void {
    const target = this.resolve(url.split('?')[0] ?? url);
    if (!this.isTab(target.route)) throw new RouteError('can not switch to no-tabBar page');
    if (this.top?.route === target.route) return;
    const left = this.stack.filter(({ route }) => !this.isTab(route));
    // A tab is left for a while, any other page for good.
    if (this.top && this.isTab(this.top.route)) this.conceal(this.top);
    this.stack = [];
    left.reverse().forEach((shown) => this.drop(shown));
    const kept = this.tabs.get(target.route);
    if (kept) {
      this.stack.push(kept);
      this.reveal(kept);
    } else this.push(target);
  }

  navigateBack(delta: number): void {
    if (this.stack.length <= 1) throw new RouteError('cannot navigate back at first page.');
    const count = Math.min(Math.max(1, delta), this.stack.length - 1);
    const left = this.stack.splice(this.stack.length - count).reverse();
    left.forEach((shown) => this.drop(shown));
    const { top } = this;
    if (top) this.reveal(top);
  }

  /** Whether a path, without its query, is one of the program's pages. */
  knows(route: string): boolean {
    return this.manifest.pages.includes(route);
  }

  private resolve(url: string): { route: string; query: string } {
    const from = this.top?.route ?? '';
    const [path = '', query = ''] = url.split('?', 2);
    const route = new URL(path, `file:///${from}`).pathname.slice(1);
    if (!this.manifest.pages.includes(route)) throw new RouteError(`page "${route}" is not found`);
    return { route, query };
  }

  private isTab(route: string): boolean {
    return this.manifest.app.tabBar?.list.some(({ pagePath }) => pagePath === route) ?? false;
  }

  private push({ route, query }: { route: string; query: string }): Shown {
    // WeChat hands the query to pages as it stands in the address, undecoded.
    const pairs = query
      .split('&')
      .filter(Boolean)
      .map((pair) => pair.split('='));
    const options = Object.fromEntries(pairs.map(([name = '', ...value]) => [name, value.join('=')]));
    const page = this.runtime.makePage(route, query, options);
    const shown: Shown = { route, query, page, frame: this.frameFor(route, page) };
    this.stack.push(shown);
    if (this.isTab(route)) this.tabs.set(route, shown);
    this.screen.append(shown.frame.node);
    this.tabBar?.show(route);
    shown.frame.hold(page);
    call(page.instance, 'onLoad', options);
    this.reveal(shown);
    requestAnimationFrame(() => call(page.instance, 'onReady'));
    return shown;
  }

  private frameFor(route: string, page: MadePage): PageFrame {
    const config = this.pageConfig(route);
    const isFirst = this.stack.length === 0;
    const leave = isFirst
      ? this.isTab(route) || route === this.manifest.pages[0]
        ? null
        : { kind: 'home' as const, act: () => this.reLaunch(`/${this.manifest.pages[0] ?? ''}`) }
      : { kind: 'back' as const, act: () => this.navigateBack(1) };
    const { instance } = page;
    return new PageFrame(
      {
        route,
        leave,
        canPull: config['enablePullDownRefresh'] === true,
        reachBottomAt: Number(config['onReachBottomDistance'] ?? 50),
        look: barLook(this.theme, this.manifest.app.window ?? {}, this.manifest.components[route]?.config ?? {}),
        background: this.theme.value(config['backgroundColor'], '#fff'),
      },
      {
        pulled: () => call(instance, 'onPullDownRefresh'),
        scrolled: (scrollTop) => call(instance, 'onPageScroll', { scrollTop }),
        reachedBottom: () => call(instance, 'onReachBottom'),
        menuOpened: () => this.openMenu(),
      },
    );
  }

  private dress({ route, frame }: Shown): void {
    const config = this.pageConfig(route);
    const look = barLook(this.theme, this.manifest.app.window ?? {}, this.manifest.components[route]?.config ?? {});
    frame.dress({ ...look, title: frame.title }, this.theme.value(config['backgroundColor'], '#fff'));
  }

  private pageConfig(route: string): Record<string, unknown> {
    return { ...this.manifest.app.window, ...this.manifest.components[route]?.config };
  }

  private reveal(shown: Shown): void {
    for (const { frame } of this.all()) frame.node.hidden = frame !== shown.frame;
    this.tabBar?.show(shown.route);
    shown.page.component.triggerPageLifetime('show', []);
    call(shown.page.instance, 'onShow');
    for (const listener of this.listeners) listener(this.path);
  }

  private conceal(shown: Shown | undefined): void {
    if (!shown) return;
    shown.page.component.triggerPageLifetime('hide', []);
    call(shown.page.instance, 'onHide');
    shown.frame.node.hidden = true;
  }

  private drop(shown: Shown): void {
    if (this.tabs.get(shown.route) === shown) this.tabs.delete(shown.route);
    call(shown.page.instance, 'onUnload');
    shown.page.release();
    shown.frame.node.remove();
  }

  private all(): Shown[] {
    return [...new Set([...this.tabs.values(), ...this.stack])];
  }
}

/** Calls a page's handler, if it has one; what it throws is reported, not passed on. */
export function call(page: object, name: string, ...args: unknown[]): unknown {
  const handler = (page as Record<string, unknown>)[name];
  if (typeof handler !== 'function') return undefined;
  try {
    const result: unknown = handler.apply(page, args);
    if (result instanceof Promise) result.catch(report);
    return result;
  } catch (error) {
    report(error);
    return undefined;
  }
}

function report(error: unknown): void {
  window.setTimeout(() => {
    throw error;
  });
}
