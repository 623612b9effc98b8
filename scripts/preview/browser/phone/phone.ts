import * as glassEasel from 'glass-easel';
import { defineBuiltIns } from '../built-ins';
import { listenToGestures } from '../engine/gestures';
import { showPresses } from '../engine/hover';
import type { Manifest, ModuleBody, TemplateGroup } from '../engine/manifest';
import { measureFromPage } from '../engine/measuring';
import { completeQueriesOnce } from '../engine/queries';
import { Runtime } from '../engine/runtime';
import type { Settings } from '../settings';
import { makeWx } from '../wx';
import { showToast } from './dialogs';
import { call, Router } from './router';
import { openMenu, share } from './share';
import { TabBar } from './tab-bar';
import { Theme } from './theme';

/** What the phone tells whoever holds it. */
export interface PhoneEvents {
  /** Something that a browser cannot do, such as a vibration. */
  note(text: string): void;
  problem(text: string): void;
  moved(path: string): void;
}

/** A phone with one mini-program on it. */
export class Phone {
  private readonly screen = document.createElement('div');
  private readonly pages = document.createElement('div');
  private readonly theme: Theme;
  private readonly runtime: Runtime;
  private readonly router: Router;
  private readonly listeners = new Map<string, Set<(value: unknown) => void>>();

  constructor(
    private settings: Settings,
    private readonly manifest: Manifest,
    templates: TemplateGroup,
    bodies: Readonly<Record<string, ModuleBody>>,
    private readonly events: PhoneEvents,
  ) {
    this.theme = new Theme(manifest, settings.theme);
    const surroundings = {
      wx: {} as Record<string, unknown>,
      getCurrentPages: () => this.router.pages(),
      console: pageConsole(events.problem),
    };
    this.runtime = new Runtime(manifest, templates, bodies, surroundings);
    this.router = new Router(manifest, this.runtime, this.theme, this.pages);
    Object.assign(
      surroundings.wx,
      makeWx({
        settings: () => this.settings,
        theme: this.theme,
        router: this.router,
        note: events.note,
        onAppEvent: (type, listener) => this.listenersOf(type).add(listener),
        offAppEvent: (type, listener) =>
          listener ? this.listenersOf(type).delete(listener) : this.listenersOf(type).clear(),
      }),
    );
    this.build();
    this.reportProblems();
  }

  /** Starts the mini-program at the page of the settings. */
  start(): void {
    measureFromPage();
    listenToGestures(this.screen);
    showPresses(this.screen);
    defineBuiltIns(this.runtime.componentSpace, {
      share: (dataset) => void share(this.router, dataset),
      navigate: (openType, url, delta) => this.navigate(openType, url, delta),
      notify: (message) => showToast(message, 1500),
    });
    this.router.openMenu = () => void openMenu(this.router);
    this.runtime.load();
    const first = this.settings.path || (this.manifest.pages[0] ?? '');
    const [path = '', query = ''] = first.split('?', 2);
    const launch = { path, query: Object.fromEntries(new URLSearchParams(query)), scene: 1001, referrerInfo: {} };
    call(this.runtime.app, 'onLaunch', launch);
    call(this.runtime.app, 'onShow', launch);
    this.router.onMove(completeQueriesOnce(() => this.router.top?.page.instance));
    this.router.onMove((moved) => this.events.moved(moved));
    try {
      this.router.reLaunch(`/${first}`);
    } catch (error) {
      call(this.runtime.app, 'onPageNotFound', { ...launch, isEntryPage: true });
      this.events.problem(error instanceof Error ? error.message : String(error));
      this.router.reLaunch(`/${this.manifest.pages[0] ?? ''}`);
    }
  }

  /** Takes changed settings that need no new start. */
  apply(settings: Settings): void {
    this.settings = settings;
    this.screen.style.width = settings.bare ? '' : `${settings.width}px`;
    this.theme.set(settings.theme);
  }

  private build(): void {
    const { screen, pages, settings } = this;
    screen.id = 'screen';
    pages.id = 'pages';
    const dialogs = document.createElement('div');
    dialogs.id = 'dialogs';
    screen.append(pages);
    const { tabBar } = this.manifest.app;
    if (tabBar) {
      this.router.tabBar = new TabBar(tabBar, this.theme, (path) => this.router.switchTab(`/${path}`));
      screen.append(this.router.tabBar.node);
    }
    screen.append(dialogs);
    document.getElementById('phone')?.append(screen);
    this.apply(settings);
    document.addEventListener('visibilitychange', () => {
      const type = document.hidden ? 'onHide' : 'onShow';
      call(this.runtime.app, type, {});
      this.listenersOf(document.hidden ? 'AppHide' : 'AppShow').forEach((listener) => listener({}));
    });
  }

  private navigate(openType: string, url: string, delta: number): void {
    try {
      if (openType === 'navigateBack') this.router.navigateBack(delta);
      else if (openType === 'redirect') this.router.redirectTo(url);
      else if (openType === 'switchTab') this.router.switchTab(url);
      else if (openType === 'reLaunch') this.router.reLaunch(url);
      else this.router.navigateTo(url);
    } catch (error) {
      this.events.problem(error instanceof Error ? error.message : String(error));
    }
  }

  private reportProblems(): void {
    const report = (error: unknown): void => {
      const text = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : describe(error);
      this.events.problem(text);
      call(this.runtime.app, 'onError', text);
      this.listenersOf('Error').forEach((listener) => listener(text));
    };
    glassEasel.addGlobalErrorListener((error, method, related) => {
      console.error(`${method ?? ''} ${typeof related === 'string' ? related : (related?.is ?? '')}`, error);
      report(error);
      return false;
    });
    glassEasel.addGlobalWarningListener((message, related) => {
      const is = typeof related === 'string' ? related : related.is;
      // Most are hints for developers. An attribute that a component of ours does not have is a mistake; libraries
      // pass on attributes of newer base libraries all the time.
      const isMistake = /is not a valid/.test(message) && !is.startsWith('miniprogram_npm/');
      if (isMistake) this.events.problem(`${is}: ${message}`);
      else console.debug(`${is}: ${message}`);
      return false;
    });
    window.addEventListener('error', (event) => report(event.error ?? event.message));
    window.addEventListener('unhandledrejection', (event) => {
      report(event.reason);
      this.listenersOf('UnhandledRejection').forEach((listener) => listener({ reason: event.reason as unknown }));
    });
  }

  private listenersOf(type: string): Set<(value: unknown) => void> {
    const found = this.listeners.get(type) ?? new Set();
    this.listeners.set(type, found);
    return found;
  }
}

/** Errors that page code logs are shown beside the phone too. */
function pageConsole(report: (text: string) => void): Console {
  const own: Console = Object.create(console) as Console;
  own.error = (...values: unknown[]): void => {
    console.error(...values);
    report(values.map((value) => (value instanceof Error ? value.message : describe(value))).join(' '));
  };
  return own;
}

function describe(error: unknown): string {
  return typeof error === 'object' && error !== null ? JSON.stringify(error) : String(error);
}
