import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildFunctions } from '../build/functions';
import { buildMiniprogram } from '../build/miniprogram';
import { buildWebsite } from '../build/website';
import { whenChanged } from '../build/when-changed';
import { ensureBrowser } from '../browser/ensure-browser';

const root = path.resolve(__dirname, '../..');

/** The name that stands for a browser. */
const browser = 'findChromium';

/** What a test may need to be there, told by a name that it, or something it imports, mentions. */
const needs: readonly { mentioned: string; provide: () => void | Promise<void> }[] = [
  { mentioned: 'dist/cloudfunctions', provide: () => whenChanged('dist/cloudfunctions', buildFunctions) },
  { mentioned: 'dist/miniprogram', provide: () => whenChanged('dist/miniprogram', () => buildMiniprogram()) },
  { mentioned: 'dist/website', provide: () => whenChanged('dist/website', () => buildWebsite()) },
  { mentioned: browser, provide: ensureBrowser },
];

/**
 * Provides what these tests need, and nothing else: built bundles, a browser.
 * @returns whether a browser is among it
 */
export async function prepare(testFiles: readonly string[]): Promise<{ hasBrowser: boolean }> {
  const needed = await needsOf(testFiles);
  await Promise.all(needs.map(async ({ mentioned, provide }) => needed.includes(mentioned) && provide()));
  return { hasBrowser: needed.includes(browser) };
}

/** What has to be there for these tests, by the names above. */
export async function needsOf(testFiles: readonly string[]): Promise<string[]> {
  const texts = await textsBehind(testFiles);
  return needs.map(({ mentioned }) => mentioned).filter((mentioned) => texts.some((text) => text.includes(mentioned)));
}

/** The sources of these files and of all of ours that they import; not of the builds, which mention what they make. */
async function textsBehind(files: readonly string[]): Promise<string[]> {
  if (files.length === 0) return [];
  const { metafile } = await build({
    entryPoints: [...files],
    absWorkingDir: root,
    bundle: true,
    write: false,
    outdir: 'none',
    metafile: true,
    platform: 'node',
    packages: 'external',
    loader: { '.xlsx': 'empty' },
    logLevel: 'silent',
  });
  const inputs = Object.keys(metafile.inputs).filter((input) => !input.startsWith('scripts/build/'));
  return inputs.map((input) => readFileSync(path.join(root, input), 'utf8'));
}
