/** What of app.json is read here. */
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

/** What of a page's or component's JSON is read here. */
export interface ComponentConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  componentGenerics?: Record<string, true | { default?: string }>;
  componentPlaceholder?: Record<string, string>;
  styleIsolation?: string;
  addGlobalClass?: boolean;
  [key: string]: unknown;
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
