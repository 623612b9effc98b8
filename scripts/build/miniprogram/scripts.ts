import { build, type BuildFailure, type OnResolveResult, type Plugin } from 'esbuild';
import path from 'node:path';
import { ImportGraph } from './import-graph';
import type { Kept } from './kept';
import { bundlePackage, packageFile, target } from './packages';
import type { Problem } from './problems';
import { shortenExports } from './short-exports';
import { isFromLibrary, type SourceTree } from './source-tree';

/**
 * Transforms every script that the pages and components reach, each file by itself, into CommonJS: bundling pages
 * would give each its own copy of a store. Packages are bundled once each, into miniprogram_npm. What only one subpackage
 * reaches, wherever its source is, lies in that subpackage, so that nobody else waits for it.
 * @param entries built paths of the scripts of app, pages and components, as they are named in the sources
 * @param subpackages roots of the subpackages, without a slash at the end
 * @returns the built files' texts by their places
 */
export async function buildScripts(
  tree: SourceTree,
  entries: readonly string[],
  subpackages: readonly string[],
  kept: Kept,
  problems: Problem[],
): Promise<Map<string, string>> {
  const imports = new ImportGraph();
  const met = new Map<string, readonly Import[]>();
  for (let wave = [...entries]; wave.length > 0;) {
    for (const [script, found] of await importsOf(tree, wave, kept)) {
      met.set(script, found);
      for (const each of found) {
        if ('script' in each) imports.add(script, each.script);
        if ('package' in each) imports.addPackage(script, packageFile(each.package), each.package, each.names);
      }
    }
    wave = imports.takeNewScripts(entries);
  }
  const place = placeIn(imports, entries, subpackages);
  const scripts = [...entries, ...imports.scripts(entries)];
  const built = await link(tree, scripts, met, place, kept, problems);
  for (const [name, members] of imports.packages) {
    const exported = members === null ? '*' : `{ ${[...members].sort().join(', ')} }`;
    const text = await kept.get(`package ${name}`, exported, () => bundlePackage(tree, name, exported));
    built.set(place(packageFile(name)), text);
  }
  return built;
}

/** What these scripts import, those of which that is known already among them. */
async function importsOf(
  tree: SourceTree,
  scripts: readonly string[],
  kept: Kept,
): Promise<Map<string, readonly Import[]>> {
  const nameOf = (script: string): string => `imports of ${script}`;
  const fresh = scripts.filter((script) => kept.find(nameOf(script), tree.read(script)) === undefined);
  const found = new Map<string, Import[]>(fresh.map((script) => [script, []]));
  const outputs = await transform(tree, fresh, (script) => script, noting(tree, found), []);
  // What cannot be read is told when the files are written, and looked at again.
  if (outputs !== null) for (const [script, imports] of found) kept.put(nameOf(script), tree.read(script), imports);
  return new Map(
    scripts.map((script) => {
      const known = kept.find<readonly Import[]>(nameOf(script), tree.read(script));
      return [script, known?.what ?? found.get(script) ?? []];
    }),
  );
}

/** The scripts as they are shipped, by place. */
async function link(
  tree: SourceTree,
  scripts: readonly string[],
  met: ReadonlyMap<string, readonly Import[]>,
  place: Place,
  kept: Kept,
  problems: Problem[],
): Promise<Map<string, string>> {
  const nameOf = (script: string): string => `script ${script}`;
  // What a script is made of: its text, and where it and what it imports lie in the end.
  const partsOf = (script: string): string => {
    const places = (met.get(script) ?? []).map((each) => place(targetOf(each)));
    return [place(script), ...places, tree.read(script)].join('\0');
  };
  const fresh = scripts.filter((script) => kept.find(nameOf(script), partsOf(script)) === undefined);
  const out = (script: string): string => place(script).replace(/\.[jt]s$/, '');
  const outputs = await transform(tree, fresh, out, linking(tree, place, ownersOf(met)), problems);
  for (const script of fresh) {
    const text = outputs?.get(`${out(script)}.js`);
    // Libraries write into what they export.
    const shipped = script.includes('miniprogram_npm') ? text : text && shortenExports(text);
    if (shipped !== undefined) kept.put(nameOf(script), partsOf(script), shipped);
  }
  return new Map(
    scripts.flatMap((script) => {
      const known = kept.find<string>(nameOf(script), partsOf(script));
      return known === undefined ? [] : [[`${out(script)}.js`, known.what]];
    }),
  );
}

/** Which script has a package inside of it: whoever imports it first. */
function ownersOf(met: ReadonlyMap<string, readonly Import[]>): Map<string, string> {
  const owners = new Map<string, string>();
  for (const [script, imports] of met) {
    for (const each of imports) {
      if ('inlined' in each && !owners.has(each.inlined)) owners.set(each.inlined, script);
    }
  }
  return owners;
}

/** Where a built file lies in the end. */
type Place = (built: string) => string;

/** Pages and components are where their sources are; every other script, and packages, follow their only user among the subpackages. */
function placeIn(imports: ImportGraph, entries: readonly string[], subpackages: readonly string[]): Place {
  const packageFiles = new Set([...imports.packages.keys()].map(packageFile));
  const fixed = new Set(entries);
  const packageOf = (built: string): string => subpackages.find((root) => built.startsWith(`${root}/`)) ?? '';
  const isMovable = (built: string): boolean =>
    packageFiles.has(built) || (!fixed.has(built) && packageOf(built) === '' && !isFromLibrary(built));
  const users = imports.usersOf(entries, (built) => (isMovable(built) ? null : packageOf(built)));
  return (built) => {
    const [user = '', ...others] = users.get(built) ?? [];
    return !isMovable(built) || user === '' || others.length > 0 ? built : `${user}/${built}`;
  };
}

/** @param out where each lies in the end, without an extension @returns the texts by file; null where there is an error */
async function transform(
  tree: SourceTree,
  scripts: readonly string[],
  out: (script: string) => string,
  plugin: Plugin,
  problems: Problem[],
): Promise<Map<string, string> | null> {
  if (scripts.length === 0) return new Map();
  try {
    const { outputFiles } = await build({
      entryPoints: scripts.map((script) => ({ in: tree.sourceOf(script), out: out(script) })),
      outdir: tree.project,
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
    return new Map(
      outputFiles.map((file) => [path.relative(tree.project, file.path).split(path.sep).join('/'), file.text]),
    );
  } catch (error) {
    if (!Array.isArray((error as BuildFailure).errors)) throw error;
    for (const { text, location } of (error as BuildFailure).errors) {
      problems.push({
        at: location ? `${location.file}:${location.line}:${location.column + 1}` : 'scripts',
        what: text,
      });
    }
    return null;
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
type Import =
  | { package: string; /** The names taken out of it; null for the whole. */ names: string[] | null }
  | { inlined: string }
  | { script: string }
  | { error: string };

/** The built file that an import leads to. */
function targetOf(each: Import): string {
  if ('package' in each) return packageFile(each.package);
  return 'script' in each ? each.script : '';
}

function plugin(tree: SourceTree, name: string, meet: (from: string, met: Import) => OnResolveResult): Plugin {
  return {
    name,
    setup(esbuild) {
      esbuild.onLoad({ filter: /\.ts$/ }, ({ path: source }) => {
        const contents = tree.givenFor(tree.builtPathOf(source) ?? '');
        return contents === undefined ? undefined : { contents, loader: 'ts' };
      });
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
        if (!wanted.startsWith('.'))
          return meet(from, { package: wanted, names: namesImported(tree.read(from), wanted) });
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

/** Notes what each of these scripts imports. */
function noting(tree: SourceTree, found: ReadonlyMap<string, Import[]>): Plugin {
  return plugin(tree, 'who-imports-what', (from, met) => {
    found.get(from)?.push(met);
    return { path: 'noted', external: true };
  });
}

/** Leaves each import a `require` of the file where it lies, and refuses what may not be in the app. */
function linking(tree: SourceTree, place: Place, owners: ReadonlyMap<string, string>): Plugin {
  return plugin(tree, 'one-file-each', (from, met) => {
    if ('error' in met) return { errors: [{ text: met.error }] };
    if ('inlined' in met) {
      const owner = owners.get(met.inlined) ?? from;
      const text = `"${met.inlined}" is imported by ${owner} already: a second file would carry a second copy`;
      return owner === from ? {} : { errors: [{ text }] };
    }
    return { path: relativeRequire(place(from), place(targetOf(met)).replace(/\.[jt]s$/, '.js')), external: true };
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

function relativeRequire(from: string, to: string): string {
  const relative = path.posix.relative(path.posix.dirname(from), to);
  return relative.startsWith('.') ? relative : `./${relative}`;
}
