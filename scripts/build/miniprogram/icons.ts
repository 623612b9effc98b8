import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from './problems';
import { isFromLibrary, tdesign, type SourceTree } from './source-tree';

/** The icon component's stylesheet, which the library fills with a web font from its own CDN. */
export const iconStyle = `miniprogram_npm/${tdesign}/icon/icon.wxss`;

/** Names that no pattern below finds, because the library puts them together at run time. */
const alwaysNeeded = ['check', 'close', 'chevron-right'];

/**
 * The icon component's stylesheet with a mask for each glyph that is in use, so that icons need no network and take
 * the text's colour.
 * @param files built paths of the templates and scripts to search for icon names
 */
export function drawIcons(tree: SourceTree, files: readonly string[], problems: Problem[]): string {
  const names = new Set(alwaysNeeded);
  for (const file of files) {
    for (const name of iconNames(tree.read(file), file.endsWith('.wxml'))) {
      if (glyph(tree, name) !== null) names.add(name);
      else if (file.endsWith('.wxml') && !isFromLibrary(file)) problems.push({ at: file, what: `no icon "${name}"` });
    }
  }
  const glyphs = [...names].sort().map((name) => `.t-icon-${name}:before{${mask(glyph(tree, name) ?? '')}}`);
  return [
    '.t-icon--image{width:100%;height:100%}',
    '.t-icon__image{vertical-align:top;width:100%;height:100%}',
    '.t-icon-base{display:block;line-height:1}',
    `.t-icon-base:before{content:"";display:block;width:1em;height:1em;background-color:currentColor;
      -webkit-mask:center/contain no-repeat}`,
    ...glyphs,
  ].join('\n');
}

/** Literal icon names: of the icon component, of `icon` attributes, and in scripts' calls and `icon` fields. */
function iconNames(source: string, isTemplate: boolean): string[] {
  if (!isTemplate) {
    const calls = source.matchAll(
      /(?:[iI]con:\{type:\w+,value:|calcIcon\([^)]*?,|\bicon(?:Name)?["']?\s*[:=]|\bname:)\s*["']([a-z][a-z0-9-]+)["']/g,
    );
    return [...calls].map(([, name = '']) => name);
  }
  const attributes = [
    ...source.matchAll(/<t-icon\b[^>]*?\sname="([^"]*)"/g),
    ...source.matchAll(/\s(?:[\w-]*-)?icon="([^"]*)"/g),
    ...source.matchAll(/\b(?:icon|name):\s*('[^']*')/g),
  ];
  return attributes.flatMap(([, value = '']) => {
    const literal = value.includes('{{') || value.startsWith("'");
    return literal ? [...value.matchAll(/'([a-z][a-z0-9-]+)'/g)].map(([, name = '']) => name) : value ? [value] : [];
  });
}

function glyph(tree: SourceTree, name: string): string | null {
  try {
    return readFileSync(path.join(tree.project, 'node_modules/tdesign-icons-svg/src', `${name}.svg`), 'utf8');
  } catch {
    return null;
  }
}

function mask(svg: string): string {
  // The package writes the attribute as view-box, which no renderer knows.
  const drawing = svg
    .replace('view-box=', 'viewBox=')
    .replace(/\s(?:class|id)="[^"]*"/g, '')
    .replaceAll('currentColor', '#000');
  // Old phones know only the prefixed property, new ones take it as another name of the same.
  return `-webkit-mask-image:url(data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')})`;
}
