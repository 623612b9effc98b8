import { build, type BuildOptions } from 'esbuild';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
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

/** What each page may do that the others may not. Nothing else of their policy differs. */
const allowed = {
  board: 'img-src http: https: data:',
  recount: 'img-src data:; worker-src blob:',
  verify: 'img-src data:',
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

/** The source of the worker in which the recount page counts. */
export function buildRecountWorker(): Promise<string> {
  return bundleOf('recount/worker/worker.ts');
}

/**
 * Builds the static website: plain files with relative addresses, for any host and any folder of it, or for no host at all.
 * Plain scripts and a worker inside of them, because a page opened as a file may load neither modules nor workers.
 * @param outDir emptied first
 * @returns `outDir`
 */
export async function buildWebsite(outDir = path.join(root, 'dist/website')): Promise<string> {
  await rm(outDir, { recursive: true, force: true });
  const figures = await figuresFontFace(root);
  const worker = await buildRecountWorker();
  await writePage(outDir, 'recount', figures, { RECOUNT_WORKER: JSON.stringify(worker) });
  for (const name of ['board', 'verify'] as const) await writePage(outDir, name, figures);
  return outDir;
}

/** A page's three files, in a folder of its name. @param define as above */
async function writePage(
  outDir: string,
  name: keyof typeof allowed,
  figures: string,
  define?: Record<string, string>,
): Promise<void> {
  const page = path.join(outDir, name);
  const [script, style] = await Promise.all([bundleOf(`${name}/main.ts`, define), bundleOf(`${name}/style.css`)]);
  await mkdir(page, { recursive: true });
  await writeFile(path.join(page, `${name}.js`), script);
  await writeFile(path.join(page, `${name}.css`), `${figures}\n${style}`);
  await writeFile(path.join(page, 'index.html'), await documentOf(name));
}

/** The page's HTML: what it has of its own, in the frame that all share. */
async function documentOf(name: keyof typeof allowed): Promise<string> {
  const [frame, masthead, own] = await Promise.all(
    ['shared/page.html', 'shared/masthead.html', `${name}/index.html`].map((file) =>
      readFile(path.join(sourceDir, file), 'utf8'),
    ),
  );
  const [, head, body] = /<head>(.*)<\/head>\s*<body>(.*)<\/body>/s.exec(own ?? '') ?? [];
  if (frame === undefined || masthead === undefined || head === undefined || body === undefined)
    throw new Error(`website/${name}/index.html has no <head> and <body>`);
  // Functions, because a text may have a `$` in it.
  return frame
    .replaceAll('{{name}}', name)
    .replace('{{allows}}', allowed[name])
    .replace('<!-- head -->', () => head.trim())
    .replace('<!-- body -->', () => body.trim())
    .replace('<!-- masthead -->', () => masthead.trim());
}
