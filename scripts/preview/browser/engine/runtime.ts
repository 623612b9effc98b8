import * as glassEasel from 'glass-easel';
import { MiniProgramEnv, type CodeSpace } from 'glass-easel-miniprogram-adapter';
import { readyBehavior, wechatBehaviors } from '../built-ins/behaviors';
import { PhoneBackend } from './backend';
import type { Manifest, ModuleBody, TemplateGroup } from './manifest';
import { Modules } from './modules';
import { adjustTemplate } from './template-runtime';

/** What page code sees of a page: its data, and any method it declares. */
export type PageInstance = Record<string, unknown> & {
  route: string;
  options: Record<string, string>;
  setData(data: Record<string, unknown>): void;
};

/** A page that has been made and not yet shown. */
export interface MadePage {
  instance: PageInstance;
  component: glassEasel.GeneralComponent;
  /** Puts the page's elements in place of `placeholder`. */
  attach(parent: Node, placeholder: Node): void;
  release(): void;
}

type Definition = Record<string, unknown> & { options?: Record<string, unknown>; behaviors?: unknown[] };

/** What every script file finds beside the language, apart from App, Page and their like. */
export interface Surroundings {
  wx: unknown;
  getCurrentPages(): unknown[];
  console: Console;
}

/** Runs a mini-program's code: registers its components and makes its pages. */
export class Runtime {
  /** What App() was given. */
  app: Record<string, unknown> = {};
  private readonly env = new MiniProgramEnv();
  private readonly backend = this.env.associateBackend(new PhoneBackend());
  readonly space: CodeSpace = this.env.createCodeSpace('app', true);
  private readonly modules: Modules;
  /** The component whose script runs now: Component() is often called in a library's own file. */
  private loading = '';
  /** The components whose scripts have run. */
  private readonly ran = new Set<string>();

  constructor(
    private readonly manifest: Manifest,
    private readonly templates: TemplateGroup,
    bodies: Readonly<Record<string, ModuleBody>>,
    surroundings: Surroundings,
  ) {
    writeIds(this.space);
    this.space.setOverallBehavior(readyBehavior(this.space));
    const behaviorOf = wechatBehaviors(this.space);
    const globals = this.globals(behaviorOf, surroundings);
    this.modules = new Modules(bodies, () => globals);
  }

  get componentSpace(): glassEasel.ComponentSpace {
    return this.space.getComponentSpace();
  }

  /** Registers everything and runs the app's script; the others' too, unless they wait until a page needs them. */
  load(): void {
    const { pages, components } = this.manifest;
    for (const [path, { config, using, stylePrefix }] of Object.entries(components)) {
      this.space.addStyleSheet(path, undefined, stylePrefix ?? undefined);
      this.space.addComponentStaticConfig(path, {
        ...config,
        component: !pages.includes(path),
        usingComponents: using,
      } as never);
      const content = this.templates[path];
      if (content)
        this.space.addCompiledTemplate(path, { groupList: this.templates, content: adjustTemplate(content) } as never);
    }
    this.run('app');
    if (this.manifest.app.lazyCodeLoading !== 'requiredComponents') this.runAll(Object.keys(components));
  }

  makePage(route: string, query: string, options: Record<string, string>): MadePage {
    this.runAll(this.reachedFrom(route));
    const root = this.backend.createRoot('page', this.space, query ? `/${route}?${query}` : `/${route}`);
    // The engine's typings know nothing of what a page declares.
    const instance = root.get() as unknown as PageInstance;
    Object.assign(instance, { route, options, __route__: route });
    return {
      instance,
      component: root.getComponent(),
      attach: (parent, placeholder) => root.attach(parent as never, placeholder as never),
      release: () => root.release(),
    };
  }

  /** A page and all that it may show, by path: what WeChat injects of a mini-program that loads lazily. */
  private reachedFrom(route: string): Iterable<string> {
    const reached = new Set([route]);
    for (const path of reached) {
      const { using = {}, config } = this.manifest.components[path] ?? {};
      const defaults = Object.values(config?.componentGenerics ?? {}).flatMap((generic) =>
        generic === true ? [] : [new URL(generic.default ?? '', `file:///${path}`).pathname],
      );
      for (const component of [...Object.values(using), ...defaults]) reached.add(component.slice(1));
    }
    return reached;
  }

  private runAll(paths: Iterable<string>): void {
    for (const path of paths) this.run(path);
  }

  private run(path: string): void {
    const file = `${path}.js`;
    if (this.ran.has(path) || !this.modules.has(file)) return;
    this.ran.add(path);
    this.loading = path;
    try {
      this.modules.load(file);
    } catch (error) {
      glassEasel.dispatchError(error, 'script', path);
    }
  }

  private globals(behaviorOf: (name: unknown) => unknown, { wx, getCurrentPages, console }: Surroundings): unknown[] {
    const translated = (definition: Definition): Definition => ({
      ...definition,
      ...(definition.behaviors ? { behaviors: definition.behaviors.map(behaviorOf).filter(Boolean) } : {}),
    });
    const App = (definition: Record<string, unknown>): void => {
      this.app = definition;
    };
    const Page = (definition: Definition): void => {
      this.space.componentEnv(this.loading, (env) => env.Page(translated(definition) as never));
    };
    const Component = (definition: Definition): void => {
      this.space.componentEnv(this.loading, (env) => env.Component(translated(definition) as never));
    };
    const Behavior = (definition: Definition): unknown =>
      this.space.componentEnv(this.loading, (env) => env.Behavior(translated(definition) as never));
    const getApp = (): unknown => this.app;
    return [wx, App, Page, Component, Behavior, getApp, getCurrentPages, console];
  }
}

/** Ids go to the browser as they stand in WXML, so that `#id` rules and tests find them. */
function writeIds(space: CodeSpace): void {
  // The adapter marks this method as internal and leaves it out of its typings.
  const open = space as unknown as { prepareComponentOptions(is: string, options: unknown): [object, unknown] };
  const prepare = open.prepareComponentOptions.bind(space);
  open.prepareComponentOptions = (is, options) => {
    const [prepared, isolation] = prepare(is, options);
    return [{ ...prepared, writeIdToDOM: true, idPrefixGenerator: null }, isolation];
  };
}
