import { transform } from 'esbuild';
import { importedStyle } from '../../wechat-files/imported-style';
import type { Problem } from './problems';
import type { SourceTree } from './source-tree';

const importRule = /@import\s+(?:url\()?["']([^"']+)["']\)?\s*;/g;

/** Names in `@import` rules, in order. */
export function styleImports(source: string): string[] {
  return [...source.matchAll(importRule)].map(([, name = '']) => name);
}

/** Built paths of the given stylesheets and all that they import. */
export function readStyles(tree: SourceTree, entries: readonly string[], problems: Problem[]): string[] {
  const files = new Set<string>();
  for (const entry of entries) if (tree.has(entry)) follow(entry);
  return [...files];

  function follow(file: string): void {
    if (files.has(file)) return;
    files.add(file);
    for (const name of styleImports(tree.read(file))) {
      const target = importedStyle(name, file);
      if (tree.has(target)) follow(target);
      else problems.push({ at: file, what: `@import "${name}" is missing` });
    }
  }
}

/** Shortens a stylesheet without changing a rule: WeChat's own compiler has to understand it, not only browsers. */
export async function minifyStyle(source: string, file: string, problems: Problem[]): Promise<string> {
  try {
    const { code, warnings } = await transform(source, {
      loader: 'css',
      minifyWhitespace: true,
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
    });
    for (const { text, location } of warnings) problems.push({ at: `${file}:${location?.line ?? 1}`, what: text });
    // WeChat's compiler looks for the space that CSS does not need.
    return code.trimEnd().replace(/@import(?=["'])/g, '@import ');
  } catch (error) {
    problems.push({ at: file, what: error instanceof Error ? error.message : String(error) });
    return source;
  }
}
