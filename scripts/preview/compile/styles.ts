import postcss, { type AtRule, type ChildNode, type Container, type Root } from 'postcss';
import { importedStyle } from '../../wechat-files/imported-style';
import { scopeSelector, type StyleScope } from './style-scope';
import { inFrameUnits } from './units';

/**
 * Turns a built stylesheet into what a browser understands, its imports included.
 * @param read gives the text of a built file, or null when it is missing
 */
export function compileStyle(file: string, scope: StyleScope, read: (file: string) => string | null): string {
  const root = withImports(file, read, new Set());
  themed(root, scope, null);
  root.walkAtRules('media', (media) => {
    // The page's frame stands for the phone's screen, whatever the width of the browser's window.
    if (/\b(width|height|orientation)\b/.test(media.params)) media.name = 'container';
    media.params = media.params.replace(/\b(?:screen|all)\s+and\s+/g, '');
  });
  root.walkDecls((declaration) => {
    declaration.value = declaration.value.includes('url(')
      ? declaration.value.replace(/url\((["']?)\/(?!\/)/g, 'url($1/files/')
      : inFrameUnits(declaration.value);
  });
  return root.toString();
}

function withImports(file: string, read: (file: string) => string | null, seen: Set<string>): Root {
  seen.add(file);
  const root = postcss.parse(read(file) ?? '', { from: file });
  root.walkAtRules('import', (rule) => {
    const name = rule.params.match(/["']([^"']+)["']/)?.[1];
    const target = name === undefined ? file : importedStyle(name, file);
    if (seen.has(target)) rule.remove();
    else rule.replaceWith(withImports(target, read, seen).nodes);
  });
  return root;
}

/** Scopes every rule, and lets rules that hang on the colour scheme follow the preview's own switch. */
function themed(container: Container, scope: StyleScope, theme: 'dark' | 'light' | null): void {
  for (const node of [...(container.nodes ?? [])]) {
    if (node.type === 'rule') node.selector = scopeSelector(node.selector, scope, theme);
    if (node.type !== 'atrule' || /keyframes$|^font-face$/.test(node.name)) continue;
    const scheme =
      node.name === 'media' ? node.params.match(/\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/) : null;
    themed(node, scope, scheme ? (scheme[1] as 'dark' | 'light') : theme);
    if (scheme)
      unwrap(
        node,
        node.params
          .replace(scheme[0], '')
          .replace(/^\s*and\s*|\s*and\s*$/g, '')
          .trim(),
      );
  }
}

function unwrap(media: AtRule, remaining: string): void {
  if (remaining) media.params = remaining;
  else media.replaceWith((media.nodes ?? []) as ChildNode[]);
}
