// Lints the whole repository; on one's own machine only what may have another verdict than when it last passed:
//   node --import tsx scripts/check/lint.ts
import { ESLint } from 'eslint';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lintKeys, recall } from './lint-keys';

const root = path.resolve(__dirname, '../..');
const noteFile = path.join(root, '.cache/lint.json');

async function main(): Promise<void> {
  const keys = lintKeys(root);
  // Where it decides whether a change is taken, nothing is remembered.
  const passed = process.env['CI'] === undefined ? recall(noteFile) : new Map<string, string>();
  const stale = [...keys].flatMap(([file, key]) => (passed.get(file) === key ? [] : [file]));
  if (stale.length === 0) return;

  const eslint = new ESLint({ cwd: root, warnIgnored: false });
  const results = await eslint.lintFiles(stale);
  const failed = new Set(
    results.flatMap((each) => (each.messages.length > 0 ? [path.relative(root, each.filePath)] : [])),
  );
  mkdirSync(path.dirname(noteFile), { recursive: true });
  writeFileSync(noteFile, JSON.stringify(Object.fromEntries([...keys].filter(([file]) => !failed.has(file)))));

  const formatter = await eslint.loadFormatter('stylish');
  process.stdout.write(await formatter.format(results));
  process.exitCode = failed.size > 0 ? 1 : 0;
}

void main();
