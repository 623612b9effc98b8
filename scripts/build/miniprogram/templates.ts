import { TmplGroup } from 'glass-easel-template-compiler';
import path from 'node:path/posix';
import { builtInTags } from '../../wechat-files/built-in-tags';
import type { ComponentNode } from './component-graph';
import type { Kept } from './kept';
import type { Problem } from './problems';
import { isFromLibrary, type SourceTree } from './source-tree';

/** A complaint of the template compiler; lines and columns count from 0. */
interface Complaint {
  isError: boolean;
  message: string;
  startLine: number;
  startColumn: number;
}

/**
 * Follows imports, includes and WXS from the templates of all pages and components.
 * @returns built paths of every .wxml and .wxs file that is needed
 */
export function readTemplates(
  tree: SourceTree,
  nodes: readonly ComponentNode[],
  kept: Kept,
  problems: Problem[],
): string[] {
  const files = new Set<string>();
  for (const node of nodes) {
    const reached = new Set<string>();
    follow(`${node.path}.wxml`, reached);
    for (const file of reached) {
      files.add(file);
      if (file.endsWith('.wxml') && !isFromLibrary(file)) checkTags(file, node);
    }
  }
  for (const file of files) {
    if (!file.endsWith('.wxml') || isFromLibrary(file)) continue;
    const source = tree.read(file);
    problems.push(...kept.get(`syntax of ${file}`, source, () => syntaxProblems(file, source)));
  }
  return [...files];

  function follow(file: string, reached: Set<string>): void {
    if (reached.has(file)) return;
    reached.add(file);
    for (const { target, at } of references(tree.read(file), file)) {
      if (tree.has(target)) follow(target, reached);
      else problems.push({ at: `${file}:${at}`, what: `"${target}" is missing` });
    }
  }

  function checkTags(file: string, node: ComponentNode): void {
    const source = blank(tree.read(file));
    for (const { 1: tag = '', index } of source.matchAll(/<([A-Za-z][\w-]*)/g)) {
      const known = builtInTags.has(tag) || tag in node.using || tag in (node.config.componentGenerics ?? {});
      if (!known) problems.push({ at: `${file}:${lineAt(source, index)}`, what: `unknown component <${tag}>` });
    }
  }
}

function syntaxProblems(file: string, source: string): Problem[] {
  const group = new TmplGroup();
  // The compiler answers an array of these; its typings say any.
  const complaints = group.addTmpl(file, source) as Complaint[];
  group.free();
  return complaints.map(({ message, startLine, startColumn }) => ({
    at: `${file}:${startLine + 1}:${startColumn + 1}`,
    what: message,
  }));
}

/** Built paths of the templates and WXS modules that a template or WXS module names, with the line. */
function references(source: string, file: string): { target: string; at: number }[] {
  const patterns = file.endsWith('.wxs')
    ? [/require\(\s*["']([^"']+)["']\s*\)/g]
    : [/<(?:import|include|wxs)\b[^>]*?\bsrc="([^"]+)"/g, /require\(\s*["']([^"']+\.wxs)["']\s*\)/g];
  return patterns.flatMap((pattern) =>
    [...source.matchAll(pattern)].map(({ 1: name = '', index }) => ({
      target: name.startsWith('/') ? name.slice(1) : path.join(path.dirname(file), withExtension(name, file)),
      at: lineAt(source, index),
    })),
  );
}

function withExtension(name: string, file: string): string {
  return path.extname(name) ? name : `${name}${path.extname(file)}`;
}

/** The template without comments, WXS and attribute values, everything at its place, so that only tags remain. */
function blank(source: string): string {
  const spaces = (text: string): string => text.replace(/[^\n]/g, ' ');
  return source
    .replace(/<!--[\s\S]*?-->/g, spaces)
    .replace(
      /(<wxs\b[^>]*>)([\s\S]*?)(<\/wxs>)/g,
      (_, open: string, body: string, close: string) => open + spaces(body) + close,
    )
    .replace(/"[^"]*"|'[^']*'|\{\{[\s\S]*?\}\}/g, spaces);
}

function lineAt(source: string, index: number): number {
  return source.slice(0, index).split('\n').length;
}
