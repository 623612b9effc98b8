import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildMiniprogram } from '../../../scripts/build/miniprogram';
import { BuildError } from '../../../scripts/build/miniprogram/problems';
import { packageSizes } from '../../../scripts/build/miniprogram/sizes';

const fixture = path.join(__dirname, '../../preview/fixtures/app');
let folder: string;
let sources: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'gongping-build-'));
  sources = path.join(folder, 'app');
  cpSync(fixture, sources, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const outDir = (): string => path.join(folder, 'dist');
const built = (file: string): string => readFileSync(path.join(outDir(), file), 'utf8');

async function problemsAfter(file: string, content: string): Promise<string[]> {
  writeFileSync(path.join(sources, file), content);
  const error: unknown = await buildMiniprogram(sources, outDir()).catch((reason: unknown) => reason);
  if (!(error instanceof BuildError)) throw new Error('it built');
  return error.problems.map(({ at, what }) => `${at}: ${what}`);
}

test('only the library’s components that pages reach are shipped', async () => {
  await buildMiniprogram(sources, outDir());
  expect(existsSync(path.join(outDir(), 'miniprogram_npm/tdesign-miniprogram/loading/loading.wxml'))).toBe(true);
  expect(existsSync(path.join(outDir(), 'miniprogram_npm/tdesign-miniprogram/calendar'))).toBe(false);
});

test('a script that pages share stays one file, so that there is one of it', async () => {
  await buildMiniprogram(sources, outDir());
  expect(built('pages/mine/mine.js')).toContain('require("../../trace.js")');
  expect(built('trace.js')).not.toContain('import ');
});

test('ECharts goes, in parts, into the one file that imports it, and not into the main package', async () => {
  await buildMiniprogram(sources, outDir());
  expect(existsSync(path.join(outDir(), 'miniprogram_npm/echarts'))).toBe(false);
  const size = built('packages/more/chart/chart.js').length;
  expect(size).toBeGreaterThan(100_000);
  // The whole of it has more than a million letters.
  expect(size).toBeLessThan(700_000);
});

test('a second file that imports ECharts is refused, since it would get a copy of its own', async () => {
  const problems = await problemsAfter(
    'pages/mine/mine.ts',
    "import * as echarts from 'echarts/core';\nPage({ data: { echarts } });",
  );
  expect(problems.join()).toMatch(/"echarts" is imported by .+ already/);
});

test('nothing that is shipped asks a foreign server for icons or fonts', async () => {
  await buildMiniprogram(sources, outDir());
  expect(built('miniprogram_npm/tdesign-miniprogram/icon/icon.wxss')).not.toContain('https:');
  expect(built('miniprogram_npm/tdesign-miniprogram/icon/icon.wxss')).toContain('.t-icon-close:before');
  expect(built('app.wxss')).toMatch(/^@import[^;]*;@font-face\{font-family:"Gongping Figures"/);
});

test('sizes are told for each package', async () => {
  await buildMiniprogram(sources, outDir());
  const sizes = await packageSizes(outDir());
  expect(sizes.map(({ root, files }) => [root, files > 0])).toEqual([
    ['', true],
    ['packages/more', true],
  ]);
});

test.each([
  ['an unclosed tag', 'pages/mine/mine.wxml', '<view>\n<text>a</view>', /^pages\/mine\/mine\.wxml:2:\d+: .*end tag/],
  [
    'an unknown component',
    'pages/mine/mine.wxml',
    '\n<gp-none />',
    /^pages\/mine\/mine\.wxml:2: unknown component <gp-none>/,
  ],
  ['a missing import', 'pages/mine/mine.wxml', '<import src="./none.wxml"/>', /"pages\/mine\/none\.wxml" is missing/],
  [
    'a missing component',
    'pages/mine/mine.json',
    '{"usingComponents":{"a":"./none"}}',
    /component ".\/none" \(<a>\) is missing/,
  ],
  ['a missing script', 'pages/mine/mine.ts', 'import "./none";', /mine\.ts:1:8: Could not resolve/],
  ['a missing style', 'pages/mine/mine.wxss', '@import "./none.wxss";', /@import ".\/none.wxss" is missing/],
  ['broken style', 'pages/mine/mine.wxss', '.a { color }', /pages\/mine\/mine\.wxss:1: /],
  ['a page that is not there', 'app.json', '{"pages":["pages/none/none"]}', /page "pages\/none\/none" lacks/],
])('%s fails the build and is named', async (_, file, content, expected) => {
  const problems = await problemsAfter(file, content);
  expect(problems).toContainEqual(expect.stringMatching(expected));
});

test('code from outside of the mini-program is refused', async () => {
  writeFileSync(path.join(folder, 'outside.ts'), 'export const secret = 1;');
  const problems = await problemsAfter(
    'pages/mine/mine.ts',
    "import { secret } from '../../../outside';\nPage({ data: { secret } });",
  );
  expect(problems).toContainEqual(expect.stringContaining('lies outside of what a mini-program may contain'));
});

test('a build for an installation names its environment and storage, and leaves the sources as they are', async () => {
  const own = "export const environment: string = '';\nexport const storageAddress = 'https://storage.invalid';\n";
  writeFileSync(path.join(sources, 'installation.ts'), own);
  const page = path.join(sources, 'pages/mine/mine.ts');
  const text = readFileSync(page, 'utf8');
  const used = "import { environment, storageAddress } from '../../installation';\n";
  writeFileSync(page, `${used}${text}\nconsole.log(environment, storageAddress);\n`);
  await buildMiniprogram(sources, outDir(), {
    environment: 'gongping-1a2b3c',
    storageAddress: 'https://676f.tcb.qcloud.la',
  });
  expect(built('installation.js')).toContain('"gongping-1a2b3c"');
  expect(built('installation.js')).toContain('"https://676f.tcb.qcloud.la"');
  expect(built('installation.js')).not.toContain('invalid');
  expect(readFileSync(path.join(sources, 'installation.ts'), 'utf8')).toBe(own);
  await buildMiniprogram(sources, outDir());
  expect(built('installation.js')).toContain('https://storage.invalid');
});
