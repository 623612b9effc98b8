import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AppConfig, ComponentConfig } from '../../wechat-files/app-config';
import { pagesOf } from '../../wechat-files/app-config';
import { resolveComponent } from '../../wechat-files/component-path';
import { compileStyle } from './styles';
import { compileTemplates } from './templates';

/** A page or component of the built mini-program, as the browser side needs it. */
export interface CompiledComponent {
  config: ComponentConfig;
  /** Absolute paths by tag. */
  using: Record<string, string>;
  /** Prefix of its classes; null where it shares the page's. */
  stylePrefix: string | null;
}

/** What the browser is sent beside scripts, templates and styles. */
export interface Manifest {
  app: AppConfig;
  pages: string[];
  theme: Record<'light' | 'dark', Record<string, string>>;
  components: Record<string, CompiledComponent>;
}

/** The built mini-program as one script and one stylesheet for a browser. */
export interface CompiledApp {
  script: string;
  style: string;
}

/** Names that page code finds in a browser and not in WeChat. */
const absentInWeChat =
  'window,document,fetch,XMLHttpRequest,localStorage,sessionStorage,navigator,location,history,self,globalThis,WebSocket,alert,confirm,prompt,parent,top,frames,indexedDB,Worker,HTMLElement,Element,Node,MutationObserver,requestAnimationFrame';
const given = 'require,module,exports,wx,App,Page,Component,Behavior,getApp,getCurrentPages,console';

/**
 * Compiles a built mini-program, as it lies in dist, for the browser. Page code runs file by file behind a
 * `require` like WeChat's and finds no DOM.
 * @param folder the built mini-program
 */
export function compileApp(folder: string): CompiledApp {
  const files = listFiles(folder);
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  const readIfThere = (file: string): string | null => (existsSync(path.join(folder, file)) ? read(file) : null);
  const manifest = readManifest(files, read);
  const templates = compileTemplates(
    files.filter((file) => /\.(wxml|wxs)$/.test(file)),
    read,
  );
  const modules = files
    .filter((file) => file.endsWith('.js'))
    .map((file) => `${JSON.stringify(file)}:function(${given},${absentInWeChat}){"use strict";${read(file)}\n}`);
  const script = `__preview.start(${JSON.stringify(manifest)},${templates},{${modules.join(',\n')}});`;
  return { script, style: compileStyles(manifest, readIfThere) };
}

function readManifest(files: readonly string[], read: (file: string) => string): Manifest {
  const there = new Set(files);
  // Written by the build, which has checked them.
  const json = <Shape>(file: string, fallback: Shape): Shape =>
    there.has(file) ? (JSON.parse(read(file)) as Shape) : fallback;
  const app = json<AppConfig>('app.json', { pages: [] });
  const exists = (component: string): boolean => there.has(`${component}.wxml`);
  const pages = pagesOf(app);
  const components: Manifest['components'] = {};
  for (const file of files.filter((each) => each.endsWith('.wxml') && there.has(each.replace(/wxml$/, 'js')))) {
    const component = file.slice(0, -'.wxml'.length);
    const config = json<ComponentConfig>(`${component}.json`, {});
    const using = {
      ...resolveAll(app.usingComponents, 'app', exists),
      ...resolveAll(config.usingComponents, component, exists),
    };
    const isolation = config.styleIsolation ?? declaredIsolation(read(`${component}.js`));
    const isShared = pages.includes(component) || !config.component || isolation === 'shared';
    components[component] = {
      config: { ...config, ...(isolation ? { styleIsolation: isolation } : {}) },
      using,
      stylePrefix: isShared ? null : `c${Object.keys(components).length}`,
    };
  }
  return { app, pages, theme: json(app.themeLocation ?? '', { light: {}, dark: {} }), components };
}

function resolveAll(
  using: Record<string, string> | undefined,
  user: string,
  exists: (component: string) => boolean,
): Record<string, string> {
  const found = Object.entries(using ?? {}).map(
    ([tag, value]) => [tag, resolveComponent(value, user, exists)] as const,
  );
  return Object.fromEntries(found.flatMap(([tag, component]) => (component === null ? [] : [[tag, `/${component}`]])));
}

/** Isolation may also be an option in the script, which is known before it runs only by reading it. */
function declaredIsolation(script: string): string | undefined {
  if (/addGlobalClass:\s*(?:true|!0)/.test(script)) return 'apply-shared';
  return /styleIsolation:\s*["']([\w-]+)["']/.exec(script)?.[1];
}

function compileStyles(manifest: Manifest, read: (file: string) => string | null): string {
  // Components first: what a page says about an external class comes later and wins, as in WeChat.
  const isPage = (component: string): boolean => manifest.pages.includes(component);
  const components = Object.keys(manifest.components).sort((a, b) => Number(isPage(a)) - Number(isPage(b)));
  const sheets = components.map((component) => {
    const prefix = manifest.components[component]?.stylePrefix;
    if (isPage(component)) return compileStyle(`${component}.wxss`, { kind: 'page', route: component }, read);
    return compileStyle(`${component}.wxss`, prefix ? { kind: 'component', prefix } : { kind: 'app' }, read);
  });
  return [compileStyle('app.wxss', { kind: 'app' }, read), ...sheets].join('\n');
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}
