import { build, type BuildOptions } from 'esbuild';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { figuresFontFace } from './miniprogram/figures-font';

const root = path.resolve(__dirname, '../..');
const sourceDir = path.join(root, 'website');

const settings: BuildOptions = {
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  // Class fields have to stay fields: rewritten, they make the hash functions several times slower.
  target: ['chrome110', 'firefox115', 'safari16.4'],
  legalComments: 'none',
  logLevel: 'warning',
};

/** Bundles one file. @param define constants to put in, as JavaScript */
async function bundleOf(entry: string, define: Record<string, string> = {}): Promise<string> {
  const { outputFiles } = await build({
    ...settings,
    entryPoints: [path.join(sourceDir, entry)],
    define,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * Builds the static website: plain files with relative addresses, for any host and any folder of it, or for no host at all.
 * Plain scripts and a worker inside of them, because a page opened as a file may load neither modules nor workers.
 * @param outDir emptied first
 * @returns `outDir`
 */
export async function buildWebsite(outDir = path.join(root, 'dist/website')): Promise<string> {
  const worker = await bundleOf('recount/worker/worker.ts');
  const script = await bundleOf('recount/main.ts', { RECOUNT_WORKER: JSON.stringify(worker) });
  const style = await bundleOf('recount/style.css');
  const page = path.join(outDir, 'recount');
  await rm(outDir, { recursive: true, force: true });
  await mkdir(page, { recursive: true });
  await writeFile(path.join(page, 'recount.js'), script);
  await writeFile(path.join(page, 'recount.css'), `${await figuresFontFace(root)}\n${style}`);
  await copyFile(path.join(sourceDir, 'recount/index.html'), path.join(page, 'index.html'));
  return outDir;
}
