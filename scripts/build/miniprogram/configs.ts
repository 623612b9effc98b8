import type { AppConfig, ComponentConfig } from '../../wechat-files/app-config';
import type { SourceTree } from './source-tree';

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
