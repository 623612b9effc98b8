import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildMiniprogram } from '../../../scripts/build/miniprogram';
import { packageSizes, type PackageSize } from '../../../scripts/build/miniprogram/sizes';

let folder: string;
let scripts: Map<string, string>;
let sizes: Map<string, PackageSize>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'gongping-packages-'));
  await buildMiniprogram(undefined, folder);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  scripts = new Map(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
  sizes = new Map((await packageSizes(folder)).map((size) => [size.root, size]));
});
afterAll(() => rmSync(folder, { recursive: true }));

const filesIn = (root: string, pattern: RegExp): string[] =>
  [...scripts.keys()].filter((file) => file.startsWith(root) && pattern.test(file));

/** Bytes of these scripts. */
const bytesOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + Buffer.byteLength(scripts.get(file) ?? ''), 0);

const ledger = /shared\/ledger\/|@noble|@stablelib/;

test('the ledger lies in the receipt’s own package and adds nothing to the voter’s', () => {
  expect(filesIn('packages/voter/', ledger)).toEqual([]);
  expect(filesIn('packages/receipt/', /@stablelib\/ed25519/)).toHaveLength(1);
  expect(filesIn('packages/receipt/', /check-receipt/)).toHaveLength(1);
  // The first page waits for the main package too: of the ledger it has what reads a pasted receipt.
  const inMain = filesIn('', ledger).filter((file) => !file.startsWith('packages/'));
  const voter = sizes.get('packages/voter')?.bytes ?? 0;
  expect(bytesOf(inMain)).toBeLessThan(voter / 10);
  // Two pages check there: one a receipt, one a certificate.
  expect(sizes.get('packages/receipt')?.bytes).toBeLessThan(115 * 1024);
});

test('nothing that checks a receipt needs what a phone’s engine may lack', () => {
  const checking = [...filesIn('packages/receipt/', /./), ...filesIn('', /^(services|stores|text|shared)\//)];
  expect(checking.length).toBeGreaterThan(30);
  for (const file of checking) {
    expect(scripts.get(file)).not.toMatch(/\bBigInt\b|\bTextEncoder\b|\bTextDecoder\b|\bcrypto\b|[^\w$]\d+n\b/);
  }
});

test('the main package holds no script that one subpackage alone needs', () => {
  const required = new Map<string, Set<string>>();
  for (const [file, code] of scripts) {
    const [root = ''] = /^packages\/[^/]+/.exec(file) ?? [];
    for (const [, wanted = ''] of code.matchAll(/\brequire\("(\.[^"]+)"\)/g)) {
      const target = path.posix.join(path.posix.dirname(file), wanted);
      required.set(target, (required.get(target) ?? new Set()).add(root));
    }
  }
  const misplaced = [...required].filter(([target, [user = '', ...others]]) => {
    const isOfLibrary = target.includes('miniprogram_npm/');
    return !target.startsWith('packages/') && !isOfLibrary && others.length === 0 && user !== '';
  });
  expect(misplaced.map(([target]) => target)).toEqual([]);
});

test('every file that is required is where it is required from', () => {
  for (const [file, code] of scripts) {
    for (const [, wanted = ''] of code.matchAll(/\brequire\("(\.[^"]+)"\)/g)) {
      const target = path.posix.join(path.posix.dirname(file), wanted);
      expect([file, scripts.has(target) || scripts.has(`${target}.js`)]).toEqual([file, true]);
      // WeChat lets a package use its own files and the main package's.
      const [, root] = /^(packages\/[^/]+)\//.exec(target) ?? [];
      if (root !== undefined) expect(file.startsWith(`${root}/`)).toBe(true);
    }
  }
});
