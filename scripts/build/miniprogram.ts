import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { subpackagesOf, type AppConfig } from '../wechat-files/app-config';
import { readAppConfig } from './miniprogram/configs';
import { readComponentGraph } from './miniprogram/component-graph';
import { figuresFontFace } from './miniprogram/figures-font';
import { drawIcons, iconStyle } from './miniprogram/icons';
import { installationFile, installationText, type Installation } from './miniprogram/installation';
import { Kept } from './miniprogram/kept';
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
 * @param installation the one it is for; the local cloud without it
 * @returns `outDir`
 * @throws BuildError that lists everything WeChat would refuse: missing files, unknown components, broken templates
 */
export async function buildMiniprogram(
  sources = path.join(root, 'miniprogram'),
  outDir = path.join(root, 'dist/miniprogram'),
  installation?: Installation,
): Promise<string> {
  const files = await builtFiles(sources, new Kept(), installation);
  await rm(outDir, { recursive: true, force: true });
  await writeFiles(outDir, files);
  return outDir;
}

/** The same again and again into a folder where a build lies already: only what is made of something else now is made, and written. */
export function miniprogramBuilder(sources: string, outDir: string): MiniprogramBuilder {
  const kept = new Kept();
  let written: BuiltFiles | undefined;
  return {
    async rebuild() {
      const files = await builtFiles(sources, kept);
      written ??= await contentOf(outDir);
      const before = written;
      const gone = [...before.keys()].filter((file) => !files.has(file));
      const changed = [...files].filter(([file, content]) => !before.get(file)?.equals(content));
      await writeFiles(outDir, changed);
      await Promise.all(gone.map((file) => rm(path.join(outDir, file), { force: true })));
      written = files;
      return { changed: [...changed.map(([file]) => file), ...gone], made: kept.made };
    },
  };
}

export interface MiniprogramBuilder {
  /**
   * @returns which built files are others than before, and what was made for them
   * @throws BuildError as above; nothing was written then
   */
  rebuild(): Promise<{ changed: string[]; made: readonly string[] }>;
}

/** By place in the built mini-program. */
type BuiltFiles = Map<string, Buffer>;

async function builtFiles(sources: string, kept: Kept, installation?: Installation): Promise<BuiltFiles> {
  const given = installation && new Map([[installationFile, installationText(installation)]]);
  const tree = new SourceTree(sources, root, given);
  kept.begin(tree.ownFiles());
  const problems: Problem[] = [];
  const app = readAppConfig(tree);
  const nodes = readComponentGraph(tree, app, problems);
  const templates = readTemplates(tree, nodes, kept, problems);
  const styles = readStyles(tree, ['app.wxss', ...nodes.map(({ path: node }) => `${node}.wxss`)], problems);
  const scripts = ['app', ...nodes.map(({ path: node }) => node)].flatMap((node) => tree.scriptOf(node) ?? []);

  const files: BuiltFiles = new Map();
  const add = (file: string, content: string): void => void files.set(file, Buffer.from(content));
  const subpackages = subpackagesOf(app).map(({ root: folder }) => folder);
  for (const [file, text] of await buildScripts(tree, scripts, subpackages, kept, problems)) add(file, text);
  const font = await kept.get('typeface of figures', '', () => figuresFontFace(root));
  for (const file of styles) {
    const source = file === iconStyle ? drawIcons(tree, [...templates, ...scripts], problems) : tree.read(file);
    const { style, found } = await kept.get(`style ${file}`, source, async () => {
      const found: Problem[] = [];
      return { style: await minifyStyle(source, file, found), found };
    });
    problems.push(...found);
    add(file, file === 'app.wxss' ? withFont(style, font) : style);
  }
  for (const file of templates) {
    const source = tree.read(file);
    const isTightened = file.endsWith('.wxml') && !isFromLibrary(file);
    add(file, isTightened ? kept.get(`template ${file}`, source, () => tighten(source)) : source);
  }
  const configs = [...configFiles(tree, app, problems), ...nodes.map(({ path: node }) => `${node}.json`)];
  for (const file of configs) if (tree.has(file)) add(file, JSON.stringify(JSON.parse(tree.read(file))));
  const assets = await assetsOf(tree);
  for (const [file, content] of assets) files.set(file, content);
  checkTabIcons(app, new Set(assets.keys()), problems);

  if (problems.length > 0) throw new BuildError(problems);
  return files;
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

async function assetsOf(tree: SourceTree): Promise<BuiltFiles> {
  const all = await contentOf(tree.app, (name) => asset.test(name));
  return new Map([...all].map(([file, content]) => [file.split(path.sep).join('/'), content]));
}

/** The files in a folder, by their paths in it. */
async function contentOf(folder: string, isWanted = (_name: string): boolean => true): Promise<BuiltFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && isWanted(entry.name));
  return new Map(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const file = path.join(parentPath, name);
        return [path.relative(folder, file), await readFile(file)] as const;
      }),
    ),
  );
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

async function writeFiles(outDir: string, files: Iterable<readonly [file: string, content: Buffer]>): Promise<void> {
  for (const [built, content] of files) {
    const file = path.join(outDir, built);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
