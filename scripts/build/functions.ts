import { build, context, type BuildOptions, type Plugin } from 'esbuild';
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { printFonts } from './print-fonts';

const root = path.resolve(__dirname, '../..');
const sourceDir = path.join(root, 'cloudfunctions');
const outDir = path.join(root, 'dist/cloudfunctions');

/** Not a function of its own: bundled into each of them. */
const core = 'shared';

const fontFiles = { label: 'label-font.otf', rare: 'rare-font.otf' };

/**
 * Parts of the SDK that no function of ours reaches. They are half of its size and of its start-up
 * time, so a bundle carries a stand-in that throws by name when it is used after all.
 */
const leftOut = [
  '@cloudbase/ai',
  '@cloudbase/app',
  '@cloudbase/adapter-wx_mp',
  '@cloudbase/wx-cloud-client-sdk',
  'web-streams-polyfill',
  '@mattiasbuelens/web-streams-adapter',
  'jsonwebtoken',
  'mime-db',
  'http-proxy-agent',
  'https-proxy-agent',
];

/** What storing files needs, which the voter function never does; what web fonts need, while labels are printed with OpenType. */
const leftOutOf: Readonly<Record<string, readonly string[]>> = { voter: ['xml2js'], documents: ['brotli'] };

const standIns = (functionName: string): Plugin => ({
  name: 'stand-ins',
  setup(bundle) {
    const names = [...leftOut, ...(leftOutOf[functionName] ?? [])].map((name) =>
      name.replaceAll('/', '\\/').replaceAll('.', '\\.'),
    );
    bundle.onResolve({ filter: new RegExp(`^(${names.join('|')})(/|$)`) }, ({ path: name }) => ({
      path: name,
      namespace: 'left-out',
    }));
    bundle.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path: name }) => ({ contents: standIn(name) }));
  },
});

/** A module whose every member may be read and subclassed, but not called. */
function standIn(name: string): string {
  return `
    const refuse = () => { throw new Error(${JSON.stringify(`${name} is left out of this bundle`)}); };
    const member = new Proxy(class { constructor() { refuse(); } }, {
      apply: refuse,
      get: (target, key) => (key in target || typeof key === 'symbol' ? target[key] : member),
    });
    module.exports = member;`;
}

/**
 * Bundles every cloud function into `dist/cloudfunctions/<name>/` (index.js, config.json),
 * which is what gets deployed and what the local cloud and the tests run.
 * @param to another folder for them
 * @returns the folder that holds them
 */
export async function buildFunctions(to = outDir): Promise<string> {
  const names = await functionNames(sourceDir);
  await mkdir(to, { recursive: true });
  // Only what is no function any more goes, so that a local cloud that starts meanwhile misses none.
  const stale = (await readdir(to)).filter((name) => !names.includes(name));
  await Promise.all(stale.map((name) => rm(path.join(to, name), { recursive: true })));
  await Promise.all(names.map((name) => bundleFunction(path.join(sourceDir, name), path.join(to, name))));
  await Promise.all(names.map((name) => removeStrays(to, name)));
  // What prints carries the typeface.
  const fonts = await printFonts(root);
  await writeFile(path.join(to, 'documents', fontFiles.label), fonts.label);
  await writeFile(path.join(to, 'documents', fontFiles.rare), fonts.rare);
  return to;
}

/** Takes out of a function's folder what an earlier build put there: it would be uploaded with the rest. */
async function removeStrays(to: string, name: string): Promise<void> {
  const own = ['index.js', 'config.json', ...(name === 'documents' ? Object.values(fontFiles) : [])];
  const strays = (await readdir(path.join(to, name))).filter((file) => !own.includes(file));
  await Promise.all(strays.map((file) => rm(path.join(to, name, file), { recursive: true })));
}

/**
 * Bundles one function.
 * @param from its folder of sources: index.ts, config.json
 * @param to where index.js and config.json go
 */
export async function bundleFunction(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await build(optionsOf(from, to));
  await copyFile(path.join(from, 'config.json'), path.join(to, 'config.json'));
}

/**
 * Builds functions again and again, quicker than the first time, and those alone that changed files belong to.
 * @param from folder of their sources
 * @param to where each has its folder
 */
export async function functionBuilder(
  from = sourceDir,
  to = outDir,
): Promise<{ rebuild(changed: ReadonlySet<string>): Promise<string[]>; dispose(): Promise<void> }> {
  const bundles = await Promise.all(
    (await functionNames(from)).map(async (name) => {
      const options = {
        ...optionsOf(path.join(from, name), path.join(to, name)),
        absWorkingDir: root,
        metafile: true as const,
      };
      return { name, bundle: await context(options), files: new Set<string>() };
    }),
  );
  return {
    /**
     * @param changed paths of files
     * @returns the names of the functions that were built
     * @throws what esbuild says; what is to be built then is built with the next change
     */
    async rebuild(changed) {
      const concerned = bundles.filter(({ files }) => files.size === 0 || [...changed].some((file) => files.has(file)));
      await Promise.all(
        concerned.map(async (each) => {
          const { metafile } = await each.bundle.rebuild();
          each.files = new Set(Object.keys(metafile.inputs).map((file) => path.resolve(root, file)));
        }),
      );
      return concerned.map(({ name }) => name);
    },
    async dispose() {
      await Promise.all(bundles.map(({ bundle }) => bundle.dispose()));
    },
  };
}

async function functionNames(from: string): Promise<string[]> {
  const entries = await readdir(from, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && entry.name !== core).map((entry) => entry.name);
}

function optionsOf(from: string, to: string) {
  return {
    entryPoints: [path.join(from, 'index.ts')],
    outfile: path.join(to, 'index.js'),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'warning',
    // Its other form asks for the place of the module it was in.
    alias: { pdfkit: path.join(root, 'node_modules/pdfkit/js/pdfkit.js') },
    plugins: [standIns(path.basename(from))],
  } satisfies BuildOptions;
}
