import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lintKeys } from '../../../scripts/check/lint-keys';

const root = mkdtempSync(path.join(tmpdir(), 'lint-keys-'));
afterAll(() => rmSync(root, { recursive: true }));

const files: Readonly<Record<string, string>> = {
  'page.ts': "import type { View } from './view';\nexport const shown: View = 1;\n",
  'view.ts': "export type View = import('./deep').Deep;\n",
  'deep/index.ts': 'export type Deep = number;\n',
  'alone.ts': 'export const alone = 1;\n',
  'typings/foreign.d.ts': "declare module 'foreign';\n",
  'eslint.config.mjs': 'export default [];\n',
  'package-lock.json': '{}\n',
};

function write(changed: Readonly<Record<string, string>> = {}): void {
  for (const [file, text] of Object.entries({ ...files, ...changed })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

/** The files that have to be linted again after a change. */
function staleAfter(changed: Readonly<Record<string, string>>): string[] {
  write();
  const before = lintKeys(root);
  write(changed);
  return [...lintKeys(root)].flatMap(([file, key]) => (before.get(file) === key ? [] : [file])).sort();
}

const all = ['alone.ts', 'deep/index.ts', 'eslint.config.mjs', 'page.ts', 'typings/foreign.d.ts', 'view.ts'];

test.each([
  ['nothing', {}, []],
  ['a text', { 'alone.ts': 'export const alone = 2;\n' }, ['alone.ts']],
  [
    'a type that is imported as such, by its folder, by way of another',
    { 'deep/index.ts': 'export type Deep = any;\n' },
    ['deep/index.ts', 'page.ts', 'view.ts'],
  ],
  ['a rule', { 'eslint.config.mjs': 'export default [{}];\n' }, all],
  ['a package', { 'package-lock.json': '{"a":1}\n' }, all],
  ['a declaration that nobody imports', { 'typings/foreign.d.ts': "declare module 'other';\n" }, all],
] as const)('after a change of %s is linted again what it may concern', (_, changed, stale) => {
  expect(staleAfter(changed)).toEqual(stale);
});
