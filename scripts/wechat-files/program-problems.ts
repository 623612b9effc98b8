import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';

/** Bytes that WeChat takes of one package, and of all together. */
const largestPackage = 2 * 1024 * 1024;
const largestProgram = 30 * 1024 * 1024;

/** What app.json may hold, as the documents have it; another key is a slip of the pen that WeChat would pass over in silence. */
const appKeys = new Set(
  (
    'entryPagePath pages window tabBar networkTimeout debug functionalPages subpackages subPackages workers requiredBackgroundModes ' +
    'requiredPrivateInfos plugins preloadRule resizable usingComponents permission sitemapLocation style useExtendedLib ' +
    'entranceDeclare darkmode themeLocation lazyCodeLoading singlePage supportedMaterials serviceProviderTicket embeddedAppIdList ' +
    'halfPage debugOptions enablePassiveEvent resolveAlias renderer rendererOptions componentFramework glassEaselWebview ' +
    'miniApp static convertRpxToVw appBar chatTools'
  ).split(' '),
);

/** What a page's or component's own file may hold. */
const componentKeys = new Set(
  (
    'component usingComponents componentPlaceholder componentGenerics styleIsolation virtualHost pureDataPattern options ' +
    'navigationBarBackgroundColor navigationBarTextStyle navigationBarTitleText navigationStyle homeButton backgroundColor ' +
    'backgroundColorContent backgroundColorTop backgroundColorBottom backgroundTextStyle enablePullDownRefresh ' +
    'onReachBottomDistance pageOrientation disableScroll initialRenderingCache restartStrategy handleWebviewPreload ' +
    'visualEffectInBackground enablePassiveEvent renderer rendererOptions componentFramework singlePage disableSwipeBack'
  ).split(' '),
);

type Fields = Record<string, unknown>;

/**
 * What WeChat would refuse of a built mini-program, or show broken: what its own checks pass over, read from the files that are uploaded.
 * @param folder with app.json
 * @returns a sentence each, beginning with the file
 */
export function programProblems(folder: string): string[] {
  return new Program(folder).check();
}

class Program {
  private readonly problems: string[] = [];
  private readonly files: readonly string[];
  private roots: readonly string[] = [];

  constructor(private readonly folder: string) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
    this.files = names.filter((name) => statSync(path.join(folder, name)).isFile());
  }

  check(): string[] {
    const app = this.json('app.json');
    if (app === undefined) return this.problems;
    for (const key of Object.keys(app)) if (!appKeys.has(key)) this.say('app.json', `nobody knows the key "${key}"`);
    const packages = packagesOf(app);
    this.roots = packages.map(({ root }) => root);
    const pages = this.checkPages(app, packages);
    this.checkTabs(app);
    this.checkPreload(app, pages, packages);
    this.checkLocations(app);
    for (const file of this.files) this.checkFile(file);
    this.checkSizes();
    return this.problems;
  }

  private checkPages(app: Fields, packages: readonly Package[]): string[] {
    const main = listOf(app['pages']);
    if (main.length === 0) this.say('app.json', 'it has no page');
    for (const { root } of packages) {
      const within = this.roots.find((other) => other !== root && root.startsWith(`${other}/`));
      if (within !== undefined) this.say('app.json', `the package ${root} lies within the package ${within}`);
    }
    for (const page of main) {
      const root = this.roots.find((each) => page.startsWith(`${each}/`));
      if (root !== undefined) this.say('app.json', `the page ${page} of the main package lies in the package ${root}`);
    }
    const pages = [...main, ...packages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))];
    for (const page of new Set(pages)) {
      if (pages.filter((each) => each === page).length > 1) this.say('app.json', `the page ${page} is named twice`);
      for (const ending of ['js', 'wxml']) {
        if (!this.has(`${page}.${ending}`)) this.say('app.json', `the page ${page} has no ${ending}`);
      }
    }
    return pages;
  }

  private checkTabs(app: Fields): void {
    const bar = app['tabBar'];
    if (!isFields(bar)) return;
    const tabs = Array.isArray(bar['list']) ? (bar['list'] as unknown[]).filter(isFields) : [];
    if (tabs.length < 2 || tabs.length > 5) this.say('app.json', `a tab bar has two to five tabs, not ${tabs.length}`);
    for (const tab of tabs) {
      const page = String(tab['pagePath']);
      if (!listOf(app['pages']).includes(page)) this.say('app.json', `the tab ${page} is no page of the main package`);
      for (const icon of [tab['iconPath'], tab['selectedIconPath']]) {
        if (typeof icon === 'string' && !icon.startsWith('@') && !this.has(icon))
          this.say('app.json', `the icon ${icon} is missing`);
      }
    }
  }

  private checkPreload(app: Fields, pages: readonly string[], packages: readonly Package[]): void {
    const rules = isFields(app['preloadRule']) ? app['preloadRule'] : {};
    const names = ['__APP__', ...packages.flatMap(({ root, name }) => [root, name])];
    for (const [page, rule] of Object.entries(rules)) {
      if (!pages.includes(page)) this.say('app.json', `preloadRule names ${page}, which is no page`);
      for (const name of isFields(rule) ? listOf(rule['packages']) : []) {
        if (!names.includes(name)) this.say('app.json', `preloadRule names the package ${name}, which is none`);
      }
    }
  }

  private checkLocations(app: Fields): void {
    for (const key of ['sitemapLocation', 'themeLocation']) {
      const place = app[key];
      if (typeof place === 'string' && !this.has(place))
        this.say('app.json', `${key} names ${place}, which is missing`);
    }
    const themes =
      typeof app['themeLocation'] === 'string' && this.has(app['themeLocation']) ? this.json(app['themeLocation']) : {};
    const used = new Set([...JSON.stringify(app).matchAll(/"@(\w+)"/g)].map(([, name = '']) => name));
    for (const theme of ['light', 'dark']) {
      const values = isFields(themes?.[theme]) ? themes[theme] : {};
      for (const name of used) if (!(name in values)) this.say('app.json', `the ${theme} theme has no ${name}`);
    }
  }

  private checkFile(file: string): void {
    switch (path.extname(file)) {
      case '.js':
        return this.checkScript(file);
      case '.json':
        if (this.has(file.replace(/json$/, 'wxml'))) this.checkComponent(file);
        else if (file !== 'app.json') this.json(file);
        return;
      case '.wxml':
        return this.checkNamed(file, /<(?:import|include|wxs)\b[^>]*?\bsrc="([^"{]+)"/g, ['', '.wxml']);
      case '.wxss':
        return this.checkNamed(file, /@import\s+(?:url\()?["']([^"']+)["']/g, ['']);
    }
  }

  private checkScript(file: string): void {
    const source = this.text(file);
    try {
      new Script(source, { filename: file });
    } catch (error) {
      this.say(file, `it is no script: ${error instanceof Error ? error.message : String(error)}`);
      return;
    }
    this.checkNamed(file, /\brequire\("([^"]+)"\)/g, ['', '.js', '/index.js']);
  }

  /** What a file names must be there, and in its own package or the main one. */
  private checkNamed(file: string, pattern: RegExp, endings: readonly string[]): void {
    for (const [, name = ''] of this.text(file).matchAll(pattern)) {
      const target = this.resolve(file, name, endings);
      if (target === undefined) this.say(file, `${name} is missing`);
      else this.checkReach(file, target, name);
    }
  }

  private checkComponent(file: string): void {
    const config = this.json(file);
    if (config === undefined) return;
    for (const key of Object.keys(config)) if (!componentKeys.has(key)) this.say(file, `nobody knows the key "${key}"`);
    const used = isFields(config['usingComponents']) ? config['usingComponents'] : {};
    const placeholders = isFields(config['componentPlaceholder']) ? config['componentPlaceholder'] : {};
    for (const [tag, place] of Object.entries(used)) {
      const target = this.resolve(file, String(place), ['.json']);
      if (target === undefined) this.say(file, `the component ${tag} is missing at ${String(place)}`);
      else {
        if (this.json(target)?.['component'] !== true) this.say(file, `${tag} at ${String(place)} is no component`);
        for (const ending of ['js', 'wxml']) {
          const part = target.replace(/json$/, ending);
          if (!this.has(part)) this.say(file, `the component ${tag} has no ${ending}`);
        }
        if (!(tag in placeholders)) this.checkReach(file, target, tag);
      }
    }
  }

  private checkReach(file: string, target: string, name: string): void {
    const there = this.packageOf(target);
    if (there !== '' && there !== this.packageOf(file))
      this.say(file, `${name} lies in the package ${there}, which may not be there yet`);
  }

  private checkSizes(): void {
    const sizes = new Map<string, number>();
    let all = 0;
    for (const file of this.files) {
      const { size } = statSync(path.join(this.folder, file));
      const root = this.packageOf(file);
      sizes.set(root, (sizes.get(root) ?? 0) + size);
      all += size;
    }
    for (const [root, size] of sizes) {
      if (size > largestPackage)
        this.say('app.json', `${root === '' ? 'the main package' : `the package ${root}`} has ${size} bytes`);
    }
    if (all > largestProgram) this.say('app.json', `all packages have ${all} bytes`);
  }

  private resolve(from: string, name: string, endings: readonly string[]): string | undefined {
    const place = name.startsWith('/') ? name.slice(1) : path.posix.join(path.posix.dirname(from), name);
    const found = endings.map((ending) => place + ending).find((each) => this.has(each));
    if (found !== undefined || name.startsWith('/') || name.startsWith('.')) return found;
    // A package of npm's, which lies at the root.
    return endings.map((ending) => `miniprogram_npm/${name}${ending}`).find((each) => this.has(each));
  }

  private packageOf(file: string): string {
    return this.roots.find((root) => file.startsWith(`${root}/`)) ?? '';
  }

  private has(file: string): boolean {
    const place = path.join(this.folder, file);
    return existsSync(place) && statSync(place).isFile();
  }

  private text(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  private json(file: string): Fields | undefined {
    try {
      const value: unknown = JSON.parse(this.text(file));
      if (isFields(value)) return value;
      this.say(file, 'it holds no object');
    } catch (error) {
      this.say(file, `it is no JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
    return undefined;
  }

  private say(file: string, what: string): void {
    const line = `${file}: ${what}`;
    if (!this.problems.includes(line)) this.problems.push(line);
  }
}

interface Package {
  root: string;
  name: string;
  pages: string[];
}

function packagesOf(app: Fields): Package[] {
  const listed = app['subpackages'] ?? app['subPackages'];
  const all = Array.isArray(listed) ? (listed as unknown[]).filter(isFields) : [];
  return all.map((each) => ({
    root: String(each['root']).replace(/\/$/, ''),
    name: String(each['name']),
    pages: listOf(each['pages']),
  }));
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
