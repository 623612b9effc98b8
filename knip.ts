import { existsSync, readdirSync } from 'node:fs';
import type { KnipConfig } from 'knip';

/** WeChat and the preview find a page or component by its JSON file; no import names it. */
function foundByName(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = names.filter((name) => name.endsWith('.json')).map((name) => name.replace(/json$/, 'ts'));
  return sources.map((name) => `${folder}/${name}`).filter((file) => existsSync(file));
}

const config: KnipConfig = {
  entry: [
    'cloudfunctions/*/index.ts',
    ...foundByName('miniprogram'),
    'scripts/*.ts',
    'scripts/**/main.ts',
    'scripts/bench/bare/index.ts',
    'tests/cloudfunctions/shared/spreadsheet/probe/index.ts',
    'scripts/bench/cloud-process.ts',
    'scripts/check/lint.ts',
    'scripts/check/wxml.ts',
    'scripts/check/wxml/template-scope.d.ts',
    'website/*/main.ts',
    'website/*/worker/worker.ts',
    'tests/support/jest/*.cjs',
    'tests/**/*.test.ts',
    ...foundByName('tests/preview/fixtures'),
    'tests/local-cloud/fixtures/*.ts',
  ],
  project: ['{cloudfunctions,miniprogram,scripts,tests,website}/**/*.{ts,mjs,cjs}'],
  typescript: { config: ['tsconfig.json', '{cloudfunctions,miniprogram,scripts,tests,website}/**/tsconfig.json'] },
  ignoreExportsUsedInFile: true,
  ignoreDependencies: [
    // Reached by name at build time, or started as a tool: no import shows it.
    'tdesign-miniprogram',
    'tdesign-icons-svg',
    '@fontsource/barlow-semi-condensed',
    '@embedpdf/fonts-sc',
    'dependency-cruiser',
    'tsx',
  ],
  ignoreBinaries: ['apt-get', 'fc-list'],
};

export default config;
