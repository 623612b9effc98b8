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
import { Entry, scenes } from './entry';
import { call, Router } from './router';
import { openMenu, share, type Sharing } from './share';
import { Permissions } from './permissions';
import { keepFocusInDialogs } from './modality';
import { Subscriptions } from './subscriptions';
import { openService } from './service-chat';
import type { SharedCards } from './shared-cards';
import { singlePageFoot } from './single-page-foot';
import { TabBar } from './tab-bar';
import { Theme } from './theme';

/** What the phone tells whoever holds it. */
export interface PhoneEvents {
  /** Something that a browser cannot do, such as a vibration. */
  note(text: string): void;
  problem(text: string): void;
  moved(path: string): void;
  /** Starts the mini-program anew with changed settings. */
  restart(part: Partial<Settings>): void;
}

/** A phone with one mini-program on it. */
export class Phone {
  private readonly screen = document.createElement('div');
  private readonly pages = document.createElement('div');
  private readonly theme: Theme;
  private readonly runtime: Runtime;
  private readonly router: Router;
  private readonly entry = new Entry();
  private readonly permissions = new Permissions(() => this.settings.as);
  private readonly subscriptions = new Subscriptions(() => this.settings.as);
  private readonly listeners = new Map<string, Set<(value: unknown) => void>>();

  constructor(
    private settings: Settings,
    private readonly manifest: Manifest,
    templates: TemplateGroup,
    bodies: Readonly<Record<string, ModuleBody>>,
    private readonly cards: SharedCards,
    private readonly events: PhoneEvents,
  ) {
    this.entry.enter(this.first, settings.scene, settings.chat);
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
        entry: this.entry,
        note: events.note,
        permissions: this.permissions,
        subscriptions: this.subscriptions,
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
    const sharing: Sharing = {
      router: this.router,
      cards: this.cards,
      chats: PREVIEW_PROGRAM.chats,
      owner: () => this.settings.as,
    };
    defineBuiltIns(this.runtime.componentSpace, {
      share: (target) => void share(sharing, target),
      navigate: (openType, url, delta) => this.navigate(openType, url, delta),
      notify: (message) => showToast(message, 1500),
      contact: (sessionFrom) => openService(this.settings.as, sessionFrom, (path) => this.show(path)),
      isSinglePage: () => this.isSinglePage,
    });
    this.router.openMenu = () => void openMenu(sharing, () => void this.permissions.openSettings(this.subscriptions));
    this.runtime.load();
    call(this.runtime.app, 'onLaunch', this.entry.launchOptions);
    call(this.runtime.app, 'onShow', this.entry.enterOptions);
    this.router.onMove(completeQueriesOnce(() => this.router.top?.page.instance));
    this.router.onMove((moved) => this.events.moved(moved));
    this.show(this.first);
  }

  /** Brings the running mini-program to the front at the settings' page, as opening a card does. */
  enter(): void {
    const { path, scene, chat } = this.settings;
    this.tellApp('onHide', {});
    this.tellApp('onShow', this.entry.enter(path, scene, chat));
    this.show(path);
  }

  get isSinglePage(): boolean {
    return this.entry.isSinglePage;
  }

  /** The page that the settings name, or the first of all. */
  private get first(): string {
    return this.settings.path || (this.manifest.pages[0] ?? '');
  }

  private show(path: string): void {
    try {
      this.router.reLaunch(`/${path}`);
    } catch (error) {
      call(this.runtime.app, 'onPageNotFound', { ...this.entry.enterOptions, isEntryPage: true });
      this.events.problem(error instanceof Error ? error.message : String(error));
      this.router.reLaunch(`/${this.manifest.pages[0] ?? ''}`);
    }
  }

  private tellApp(type: 'onHide' | 'onShow', options: object): void {
    call(this.runtime.app, type, options);
    this.listenersOf(type === 'onHide' ? 'AppHide' : 'AppShow').forEach((listener) => listener(options));
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
    if (this.isSinglePage) {
      screen.append(singlePageFoot(() => this.events.restart({ scene: scenes.fromSinglePage })));
    } else if (tabBar) {
      this.router.tabBar = new TabBar(tabBar, this.theme, (path) => this.router.switchTab(`/${path}`));
      screen.append(this.router.tabBar.node);
    }
    screen.append(dialogs);
    document.getElementById('phone')?.append(screen);
    keepFocusInDialogs(screen);
    this.apply(settings);
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.tellApp('onHide', {});
      else this.tellApp('onShow', this.entry.enterOptions);
    });
  }

  private navigate(openType: string, url: string, delta: number): void {
    if (this.isSinglePage) return;
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
