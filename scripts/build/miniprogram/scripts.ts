import { build, type BuildFailure, type Plugin } from 'esbuild';
import path from 'node:path';
import type { Problem } from './problems';
import type { SourceTree } from './source-tree';

/** Old phones: WeChat's base library 2.19 and later run on engines that know ES2018. */
const target = 'es2018';

/**
 * Transforms every script that the pages and components reach, each file by itself, into CommonJS: bundling pages
 * would give each its own copy of a store. Packages are bundled once each, into miniprogram_npm.
 * @param entries built paths of the scripts of app, pages and components, as they are named in the sources
 */
export async function buildScripts(
  tree: SourceTree,
  entries: readonly string[],
  outDir: string,
  problems: Problem[],
): Promise<void> {
  const done = new Set<string>();
  const packages = new Map<string, Set<string>>();
  const owners = new Map<string, string>();
  for (let wave = [...entries]; wave.length > 0;) {
    wave.forEach((script) => done.add(script));
    const found = new Set<string>();
    await transform(tree, wave, outDir, linker(tree, found, packages, owners), problems);
    wave = [...found].filter((script) => !done.has(script));
  }
  for (const [name, members] of packages) await bundlePackage(tree, name, members, outDir);
}

async function transform(
  tree: SourceTree,
  scripts: readonly string[],
  outDir: string,
  plugin: Plugin,
  problems: Problem[],
): Promise<void> {
  try {
    await build({
      entryPoints: scripts.map((script) => ({ in: tree.sourceOf(script), out: script.replace(/\.[jt]s$/, '') })),
      outdir: outDir,
      bundle: true,
      format: 'cjs',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      // ECharts takes its checks for developers out by this.
      define: { 'process.env.NODE_ENV': '"production"' },
      target,
      minify: true,
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
      plugins: [plugin],
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, useDefineForClassFields: true } },
    });
  } catch (error) {
    for (const { text, location } of (error as BuildFailure).errors ?? []) {
      problems.push({
        at: location ? `${location.file}:${location.line}:${location.column + 1}` : 'scripts',
        what: text,
      });
    }
    if (!Array.isArray((error as BuildFailure).errors)) throw error;
  }
}

/**
 * Packages that are too large for the main package and of which a page needs a small part: each goes, with the parts in
 * use and nothing else, into the one file that imports it. A second file would carry a second copy, which knows nothing
 * of the first.
 */
const inlined = ['echarts'];

/** Leaves each import a `require` of the built file, notes what it found, and refuses what may not be in the app. */
function linker(
  tree: SourceTree,
  found: Set<string>,
  packages: Map<string, Set<string>>,
  owners: Map<string, string>,
): Plugin {
  const isInside = (importer: string): boolean =>
    inlined.some((name) => importer.includes(`/node_modules/${name}/`)) || importer.includes('/node_modules/zrender/');

  return {
    name: 'one-file-each',
    setup(esbuild) {
      const claim = (name: string, from: string): string | undefined => {
        const owner = owners.get(name) ?? from;
        owners.set(name, owner);
        const text = `"${name}" is imported by ${owner} already: a second file would carry a second copy`;
        return owner === from ? undefined : text;
      };
      esbuild.onResolve({ filter: /.*/ }, async ({ path: wanted, importer, kind, resolveDir, pluginData }) => {
        if (kind === 'entry-point' || pluginData === 'plain' || isInside(importer)) return undefined;
        const from = tree.builtPathOf(importer) ?? '';
        const whole = inlined.find((name) => wanted === name || wanted.startsWith(`${name}/`));
        if (whole !== undefined) {
          const text = claim(whole, from);
          if (text !== undefined) return { errors: [{ text }] };
          return esbuild.resolve(wanted, { kind, resolveDir: tree.project, importer, pluginData: 'plain' });
        }
        if (!wanted.startsWith('.')) {
          const members = packages.get(wanted) ?? new Set();
          packages.set(wanted, members);
          if (wanted === 'tslib') namesImported(tree.read(from), wanted).forEach((name) => members.add(name));
          return { path: relativeRequire(from, packageFile(wanted)), external: true };
        }
        const resolved = await esbuild.resolve(wanted, { kind, resolveDir, importer, pluginData: 'plain' });
        if (resolved.errors.length > 0) return { errors: resolved.errors };
        const built = tree.builtPathOf(resolved.path);
        if (built === null || built.includes('node_modules')) {
          return { errors: [{ text: `"${wanted}" lies outside of what a mini-program may contain` }] };
        }
        found.add(built);
        return { path: relativeRequire(from, built.replace(/\.[jt]s$/, '.js')), external: true };
      });
    },
  };
}

/** tslib has an export for every language feature; only the ones in use are shipped. */
function namesImported(code: string, name: string): string[] {
  const clauses = code.matchAll(new RegExp(`import\\s*\\{([^}]*)\\}\\s*from\\s*["']${name}["']`, 'g'));
  return [...clauses].flatMap(([, names = '']) =>
    names.split(',').map((each) => each.trim().split(/\s+as\s+/)[0] ?? ''),
  );
}

async function bundlePackage(tree: SourceTree, name: string, members: Set<string>, outDir: string): Promise<void> {
  const exported = members.size > 0 ? `{ ${[...members].filter(Boolean).sort().join(', ')} }` : '*';
  const withDefault =
    members.size > 0 ? '' : `\nimport * as all from ${JSON.stringify(name)};\nexport default all.default ?? all;`;
  await build({
    stdin: {
      contents: `export ${exported} from ${JSON.stringify(name)};${withDefault}`,
      resolveDir: tree.project,
    },
    outfile: path.join(outDir, packageFile(name)),
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import', 'default'],
    target,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  });
}

function packageFile(name: string): string {
  const bare = name.replace(/\.js$/, '');
  const isWhole = bare.split('/').length === (bare.startsWith('@') ? 2 : 1);
  return `miniprogram_npm/${bare}${isWhole ? '/index' : ''}.js`;
}

function relativeRequire(from: string, to: string): string {
  const relative = path.posix.relative(path.posix.dirname(from), to);
  return relative.startsWith('.') ? relative : `./${relative}`;
}
