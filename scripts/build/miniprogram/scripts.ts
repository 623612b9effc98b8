import { build, type BuildFailure, type OnResolveResult, type Plugin } from 'esbuild';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ImportGraph } from './import-graph';
import type { Problem } from './problems';
import { shortenExports } from './short-exports';
import { isShared, type SourceTree } from './source-tree';

/** Old phones: WeChat's base library 2.19 and later run on engines that know ES2018. */
const target = 'es2018';

/**
 * Transforms every script that the pages and components reach, each file by itself, into CommonJS: bundling pages
 * would give each its own copy of a store. Packages are bundled once each, into miniprogram_npm. What only one subpackage
 * reaches of the packages and of what is shared with the cloud lies in that subpackage, so that nobody else waits for it.
 * @param entries built paths of the scripts of app, pages and components, as they are named in the sources
 * @param subpackages roots of the subpackages, without a slash at the end
 */
export async function buildScripts(
  tree: SourceTree,
  entries: readonly string[],
  subpackages: readonly string[],
  outDir: string,
  problems: Problem[],
): Promise<void> {
  const imports = new ImportGraph();
  for (let wave = [...entries]; wave.length > 0;) {
    await transform(tree, wave, null, noting(tree, imports), problems);
    wave = imports.takeNewScripts(entries);
  }
  const place = placeIn(imports, entries, subpackages);
  await transform(tree, [...entries, ...imports.scripts(entries)], { outDir, place }, linking(tree, place), problems);
  for (const [name, members] of imports.packages) {
    await bundlePackage(tree, name, members, path.join(outDir, place(packageFile(name))));
  }
}

/** Where a built file lies in the end. */
type Place = (built: string) => string;

/** Pages and what they share are where their sources are; what is shared with the cloud, and packages, follow their only user. */
function placeIn(imports: ImportGraph, entries: readonly string[], subpackages: readonly string[]): Place {
  const packageFiles = new Set([...imports.packages.keys()].map(packageFile));
  const isMovable = (built: string): boolean => isShared(built) || packageFiles.has(built);
  const packageOf = (built: string): string => subpackages.find((root) => built.startsWith(`${root}/`)) ?? '';
  const users = imports.usersOf(entries, (built) => (isMovable(built) ? null : packageOf(built)));
  return (built) => {
    const [user = '', ...others] = users.get(built) ?? [];
    return !isMovable(built) || user === '' || others.length > 0 ? built : `${user}/${built}`;
  };
}

async function transform(
  tree: SourceTree,
  scripts: readonly string[],
  written: { outDir: string; place: Place } | null,
  plugin: Plugin,
  problems: Problem[],
): Promise<void> {
  const out = (script: string): string => (written?.place(script) ?? script).replace(/\.[jt]s$/, '');
  try {
    const { outputFiles } = await build({
      entryPoints: scripts.map((script) => ({ in: tree.sourceOf(script), out: out(script) })),
      outdir: written?.outDir ?? tree.project,
      write: false,
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
    if (written === null) return;
    for (const { path: file, text } of outputFiles) {
      await mkdir(path.dirname(file), { recursive: true });
      // Libraries write into what they export.
      await writeFile(file, file.includes('miniprogram_npm') ? text : shortenExports(text));
    }
  } catch (error) {
    if (!Array.isArray((error as BuildFailure).errors)) throw error;
    // What the first look has found is found again when the files are written.
    if (written === null) return;
    for (const { text, location } of (error as BuildFailure).errors) {
      problems.push({
        at: location ? `${location.file}:${location.line}:${location.column + 1}` : 'scripts',
        what: text,
      });
    }
  }
}

/**
 * Packages that are too large for the main package and of which a page needs a small part: each goes, with the parts in
 * use and nothing else, into the one file that imports it. A second file would carry a second copy, which knows nothing
 * of the first.
 */
const inlined = ['echarts'];
/** And what comes along with them. */
const insideInlined = [...inlined, 'zrender'];

/** What an import names: a package, or another file of the mini-program; else why it may not be in the app. */
type Import = { package: string } | { inlined: string } | { script: string } | { error: string };

function plugin(tree: SourceTree, name: string, meet: (from: string, met: Import) => OnResolveResult): Plugin {
  return {
    name,
    setup(esbuild) {
      esbuild.onResolve({ filter: /.*/ }, async ({ path: wanted, importer, kind, resolveDir, pluginData }) => {
        if (kind === 'entry-point' || pluginData === 'plain') return undefined;
        if (insideInlined.some((each) => importer.includes(`/node_modules/${each}/`))) return undefined;
        const from = tree.builtPathOf(importer) ?? '';
        const whole = inlined.find((each) => wanted === each || wanted.startsWith(`${each}/`));
        if (whole !== undefined) {
          const refused = meet(from, { inlined: whole });
          if (refused.errors || refused.external) return refused;
          return esbuild.resolve(wanted, { kind, resolveDir: tree.project, importer, pluginData: 'plain' });
        }
        if (!wanted.startsWith('.')) return meet(from, { package: wanted });
        const resolved = await esbuild.resolve(wanted, { kind, resolveDir, importer, pluginData: 'plain' });
        if (resolved.errors.length > 0) return { errors: resolved.errors };
        const built = tree.builtPathOf(resolved.path);
        return built === null || built.includes('node_modules')
          ? meet(from, { error: `"${wanted}" lies outside of what a mini-program may contain` })
          : meet(from, { script: built });
      });
    },
  };
}

/** Notes who imports what and writes nothing. */
function noting(tree: SourceTree, imports: ImportGraph): Plugin {
  return plugin(tree, 'who-imports-what', (from, met) => {
    if ('script' in met) imports.add(from, met.script);
    if ('package' in met) {
      imports.addPackage(from, packageFile(met.package), met.package, namesImported(tree.read(from), met.package));
    }
    return { path: 'noted', external: true };
  });
}

/** Leaves each import a `require` of the file where it lies, and refuses what may not be in the app. */
function linking(tree: SourceTree, place: Place): Plugin {
  const owners = new Map<string, string>();
  return plugin(tree, 'one-file-each', (from, met) => {
    if ('error' in met) return { errors: [{ text: met.error }] };
    if ('inlined' in met) {
      const owner = owners.get(met.inlined) ?? from;
      owners.set(met.inlined, owner);
      const text = `"${met.inlined}" is imported by ${owner} already: a second file would carry a second copy`;
      return owner === from ? {} : { errors: [{ text }] };
    }
    const to = place('package' in met ? packageFile(met.package) : met.script);
    return { path: relativeRequire(place(from), to.replace(/\.[jt]s$/, '.js')), external: true };
  });
}

/**
 * The names that the code takes out of a package, so that only these are shipped of it; null where it takes the whole.
 */
function namesImported(code: string, name: string): string[] | null {
  const imports = [...code.matchAll(/\bimport\b\s*(type\s+)?([^;'"()]*?)\s*from\s*["']([^"']+)["']/g)];
  const clauses = imports.flatMap(([, type, clause = '', from]) => (from === name && !type ? [clause] : []));
  if (clauses.length === 0 || clauses.some((clause) => !/^\{[^}]*\}$/.test(clause))) return null;
  const names = clauses.flatMap((clause) => clause.slice(1, -1).split(','));
  return names.flatMap((each) => {
    const [first = ''] = each.trim().split(/\s+as\s+/);
    return first === '' || first.startsWith('type ') ? [] : [first];
  });
}

async function bundlePackage(
  tree: SourceTree,
  name: string,
  members: ReadonlySet<string> | null,
  outfile: string,
): Promise<void> {
  const exported = members === null ? '*' : `{ ${[...members].sort().join(', ')} }`;
  const withDefault =
    members === null ? `\nimport * as all from ${JSON.stringify(name)};\nexport default all.default ?? all;` : '';
  await build({
    stdin: {
      contents: `export ${exported} from ${JSON.stringify(name)};${withDefault}`,
      resolveDir: tree.project,
    },
    outfile,
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
    footer: { js: members === null ? asRequired : '' },
    plugins: members === null ? [] : [droppingUnused],
  });
}

/**
 * Libraries call what they `require` of a package whose export is one function, as of CommonJS; others import its
 * default. Both find what they look for.
 */
const asRequired =
  'if(typeof module.exports.default==="function")module.exports=Object.assign(module.exports.default,module.exports);';

/**
 * Who takes single names out of a package does not want what its other modules do when they are loaded. Packages of
 * CommonJS, and those that say so themselves, are left to esbuild.
 */
const droppingUnused: Plugin = {
  name: 'dropping-unused',
  setup(esbuild) {
    esbuild.onResolve({ filter: /.*/ }, async ({ path: wanted, importer, kind, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || pluginData === 'plain') return undefined;
      const resolved = await esbuild.resolve(wanted, { kind, resolveDir, importer, pluginData: 'plain' });
      return isSilentModule(resolved.path) ? { path: resolved.path, sideEffects: false } : undefined;
    });
  },
};

/** Whether a file is of a package of ES modules that says nothing of what its modules do when they are loaded. */
function isSilentModule(file: string): boolean {
  const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(file.split(path.sep).join('/')) ?? [];
  if (folder === undefined) return false;
  // What npm has installed.
  const { type, sideEffects } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8')) as Record<string, unknown>;
  return type === 'module' && sideEffects === undefined;
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
