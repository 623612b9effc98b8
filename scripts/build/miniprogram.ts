import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { subpackagesOf, type AppConfig } from '../wechat-files/app-config';
import { readAppConfig } from './miniprogram/configs';
import { readComponentGraph } from './miniprogram/component-graph';
import { figuresFontFace } from './miniprogram/figures-font';
import { drawIcons, iconStyle } from './miniprogram/icons';
import { BuildError, type Problem } from './miniprogram/problems';
import { buildScripts } from './miniprogram/scripts';
import { isFromLibrary, SourceTree } from './miniprogram/source-tree';
import { minifyStyle, readStyles } from './miniprogram/styles';
import { readTemplates } from './miniprogram/templates';
import { tighten } from './miniprogram/tighten';

const root = path.resolve(__dirname, '../..');

/** Pictures and sounds are shipped as they are, wherever they lie. */
const asset = /\.(png|jpe?g|gif|webp|svg|mp3)$/;

/**
 * Builds the mini-program into exactly the files that WeChat gets: what the pages of app.json reach, and nothing else.
 * @param sources folder that holds app.json
 * @param outDir emptied first
 * @returns `outDir`
 * @throws BuildError that lists everything WeChat would refuse: missing files, unknown components, broken templates
 */
export async function buildMiniprogram(
  sources = path.join(root, 'miniprogram'),
  outDir = path.join(root, 'dist/miniprogram'),
): Promise<string> {
  const tree = new SourceTree(sources, root);
  const problems: Problem[] = [];
  const app = readAppConfig(tree);
  const nodes = readComponentGraph(tree, app, problems);
  const templates = readTemplates(tree, nodes, problems);
  const styles = readStyles(tree, ['app.wxss', ...nodes.map(({ path: node }) => `${node}.wxss`)], problems);
  const scripts = ['app', ...nodes.map(({ path: node }) => node)].flatMap((node) => tree.scriptOf(node) ?? []);

  await rm(outDir, { recursive: true, force: true });
  const subpackages = subpackagesOf(app).map(({ root: folder }) => folder);
  await buildScripts(tree, scripts, subpackages, outDir, problems);
  const font = await figuresFontFace(root);
  for (const file of styles) {
    const source = file === iconStyle ? drawIcons(tree, [...templates, ...scripts], problems) : tree.read(file);
    const style = await minifyStyle(source, file, problems);
    await write(outDir, file, file === 'app.wxss' ? withFont(style, font) : style);
  }
  for (const file of templates) {
    const source = tree.read(file);
    await write(outDir, file, file.endsWith('.wxml') && !isFromLibrary(file) ? tighten(source) : source);
  }
  const configs = [...configFiles(tree, app, problems), ...nodes.map(({ path: node }) => `${node}.json`)];
  for (const file of configs)
    if (tree.has(file)) await write(outDir, file, JSON.stringify(JSON.parse(tree.read(file))));
  const assets = await copyAssets(tree, outDir);
  checkTabIcons(app, assets, problems);

  if (problems.length > 0) throw new BuildError(problems);
  return outDir;
}

/** WeChat wants imports first in a stylesheet, before any rule. */
function withFont(style: string, font: string): string {
  const imports = style.match(/^(?:@import[^;]*;\s*)*/)?.[0] ?? '';
  return `${imports}${font}${style.slice(imports.length)}`;
}

function configFiles(tree: SourceTree, app: AppConfig, problems: Problem[]): string[] {
  const named = [app.themeLocation, app.sitemapLocation].flatMap((file) => file ?? []);
  for (const file of named) if (!tree.has(file)) problems.push({ at: 'app.json', what: `"${file}" is missing` });
  return ['app.json', ...named];
}

async function copyAssets(tree: SourceTree, outDir: string): Promise<Set<string>> {
  const copied = new Set<string>();
  for (const entry of await readdir(tree.app, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !asset.test(entry.name)) continue;
    const source = path.join(entry.parentPath, entry.name);
    const built = path.relative(tree.app, source).split(path.sep).join('/');
    await mkdir(path.dirname(path.join(outDir, built)), { recursive: true });
    await copyFile(source, path.join(outDir, built));
    copied.add(built);
  }
  return copied;
}

function checkTabIcons(app: AppConfig, assets: ReadonlySet<string>, problems: Problem[]): void {
  for (const { iconPath, selectedIconPath } of app.tabBar?.list ?? []) {
    for (const icon of [iconPath, selectedIconPath]) {
      // "@name" is a variable of theme.json.
      if (icon && !icon.startsWith('@') && !assets.has(icon.replace(/^\.?\//, ''))) {
        problems.push({ at: 'app.json', what: `tab bar icon "${icon}" is missing` });
      }
    }
  }
}

async function write(outDir: string, built: string, content: string): Promise<void> {
  const file = path.join(outDir, built);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}
