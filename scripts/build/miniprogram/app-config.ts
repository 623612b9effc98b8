import type { SourceTree } from './source-tree';

/** What of app.json the build and the preview read. */
export interface AppConfig {
  pages: string[];
  subpackages?: { root: string; pages: string[] }[];
  subPackages?: { root: string; pages: string[] }[];
  usingComponents?: Record<string, string>;
  themeLocation?: string;
  sitemapLocation?: string;
  window?: Record<string, unknown>;
  tabBar?: { list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[] } & Record<
    string,
    unknown
  >;
}

/** What of a page's or component's JSON the build and the preview read. */
export interface ComponentConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  componentGenerics?: Record<string, true | { default?: string }>;
  componentPlaceholder?: Record<string, string>;
  styleIsolation?: string;
  addGlobalClass?: boolean;
  [key: string]: unknown;
}

/** app.json; pages and components say the rest in their own files. */
export function readAppConfig(tree: SourceTree): AppConfig {
  // app.json is ours; a wrong shape shows up as missing pages.
  return JSON.parse(tree.read('app.json')) as AppConfig;
}

/** A page or component need not have a JSON file. */
export function readComponentConfig(tree: SourceTree, component: string): ComponentConfig {
  const file = `${component}.json`;
  // Ours or the library's; fields of a wrong type are found by the official compiler.
  return tree.has(file) ? (JSON.parse(tree.read(file)) as ComponentConfig) : {};
}

/** Subpackages with roots that end in no slash. */
export function subpackagesOf(app: AppConfig): { root: string; pages: string[] }[] {
  const declared = app.subpackages ?? app.subPackages ?? [];
  return declared.map(({ root, pages }) => ({ root: root.replace(/\/+$/, ''), pages }));
}

/** Built paths (without extension) of all pages, main package first. */
export function pagesOf(app: AppConfig): string[] {
  return [...app.pages, ...subpackagesOf(app).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))];
}
