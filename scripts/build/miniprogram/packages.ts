import { build, type Plugin } from 'esbuild';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SourceTree } from './source-tree';

/** Old phones: WeChat's base library 2.19 and later run on engines that know ES2018. */
export const target = 'es2018';

/** The built path of a package's one file. */
export function packageFile(name: string): string {
  const bare = name.replace(/\.js$/, '');
  const isWhole = bare.split('/').length === (bare.startsWith('@') ? 2 : 1);
  return `miniprogram_npm/${bare}${isWhole ? '/index' : ''}.js`;
}

/**
 * Bundles what the mini-program uses of a package.
 * @param exported what is taken out of it, as an export clause has it: `*` or `{ a, b }`
 * @returns its one file
 */
export async function bundlePackage(tree: SourceTree, name: string, exported: string): Promise<string> {
  const isWhole = exported === '*';
  const withDefault = isWhole
    ? `\nimport * as all from ${JSON.stringify(name)};\nexport default all.default ?? all;`
    : '';
  const { outputFiles } = await build({
    stdin: {
      contents: `export ${exported} from ${JSON.stringify(name)};${withDefault}`,
      resolveDir: tree.project,
    },
    write: false,
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
    footer: { js: isWhole ? asRequired : '' },
    plugins: isWhole ? [] : [droppingUnused],
  });
  return outputFiles[0]?.text ?? '';
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
