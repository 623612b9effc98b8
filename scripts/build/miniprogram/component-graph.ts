import { pagesOf, type AppConfig, type ComponentConfig } from '../../wechat-files/app-config';
import { resolveComponent } from '../../wechat-files/component-path';
import { readComponentConfig } from './configs';
import type { Problem } from './problems';
import type { SourceTree } from './source-tree';

/** A page or component, by its built path without extension. */
export interface ComponentNode {
  path: string;
  isPage: boolean;
  config: ComponentConfig;
  /** Tags that its template may use beside the built-in ones, app-wide ones included. */
  using: Record<string, string>;
}

/** Every page and every component that a page reaches. */
export function readComponentGraph(tree: SourceTree, app: AppConfig, problems: Problem[]): ComponentNode[] {
  const nodes = new Map<string, ComponentNode>();
  const exists = (component: string): boolean => tree.has(`${component}.wxml`) && tree.scriptOf(component) !== null;
  const globals = resolveAll(app.usingComponents ?? {}, 'app');
  const queue = [
    ...pagesOf(app).map((page) => ({ path: page, isPage: true })),
    ...Object.values(globals).map((component) => ({ path: component, isPage: false })),
  ];

  for (let next = queue.shift(); next; next = queue.shift()) {
    if (nodes.has(next.path)) continue;
    if (!exists(next.path)) {
      problems.push({ at: 'app.json', what: `page "${next.path}" lacks its .wxml or its script` });
      continue;
    }
    const config = readComponentConfig(tree, next.path);
    const own = resolveAll(config.usingComponents ?? {}, next.path);
    const defaults: Record<string, string> = {};
    for (const [name, generic] of Object.entries(config.componentGenerics ?? {})) {
      if (generic !== true && generic.default) defaults[name] = generic.default;
    }
    const reached = [...Object.values(own), ...Object.values(resolveAll(defaults, next.path))];
    nodes.set(next.path, { ...next, config, using: { ...globals, ...own } });
    queue.push(...reached.map((component) => ({ path: component, isPage: false })));
  }
  return [...nodes.values()];

  function resolveAll(using: Record<string, string>, user: string): Record<string, string> {
    const resolved: Record<string, string> = {};
    for (const [tag, value] of Object.entries(using)) {
      const component = resolveComponent(value, user, exists);
      if (component === null) problems.push({ at: `${user}.json`, what: `component "${value}" (<${tag}>) is missing` });
      else resolved[tag] = component;
    }
    return resolved;
  }
}
