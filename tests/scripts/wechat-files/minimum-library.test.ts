import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { libVersion } from '../../../project.config.json';

// Which base library each call needs, as WeChat's own typings say it, against the one that this program declares as its least.

const root = path.resolve(__dirname, '../../..');
const typings = ['lib.wx.api.d.ts', 'lib.wx.cloud.d.ts'].map((file) =>
  readFileSync(path.join(root, 'node_modules/miniprogram-api-typings/types/wx', file), 'utf8'),
);

/** By name: the least library of a member of `wx`, and of what is inside it. */
const needed = new Map<string, string>();
for (const text of typings) {
  // A comment, and the member that follows it.
  for (const [, comment = '', name = ''] of text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(\w+)\s*[<(:?]/g)) {
    const isOfWx = new RegExp(`wx\\.(?:cloud\\.)?${name}\\b`).test(comment);
    const version = /需要基础库： `([\d.]+)`/.exec(comment)?.[1];
    if (isOfWx && version !== undefined && !needed.has(name)) needed.set(name, version);
  }
}

const sources = readdirSync(path.join(root, 'miniprogram'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(path.join(root, 'miniprogram', file), 'utf8'));

const called = new Set(
  sources.flatMap((text) => [...text.matchAll(/\bwx\.(?:cloud\.)?(\w+)/g)].map(([, name = '']) => name)),
);

function isNewer(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let at = 0; at < 3; at++) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

test('the typings tell of calls what they need', () => {
  expect(needed.size).toBeGreaterThan(200);
  expect(needed.get('getWindowInfo')).toBe('2.20.1');
  expect(needed.get('createOffscreenCanvas')).toBe('2.16.1');
  expect([...called].filter((name) => needed.has(name)).length).toBeGreaterThan(5);
});

test('no call needs a newer base library than the least one that is declared', () => {
  const tooNew = [...called].filter((name) => isNewer(needed.get(name) ?? '0', libVersion));
  expect(tooNew).toEqual([]);
});

test.each([
  ['3.8.12', '3.8.12', false],
  ['3.10.0', '3.8.12', true],
  ['2.20.1', '3.8.12', false],
  ['3.8.13', '3.8.12', true],
])('%s against %s', (a, b, expected) => {
  expect(isNewer(a, b)).toBe(expected);
});

test('the renderer that the pages are tested on is the one that WeChat takes', () => {
  const app = JSON.parse(readFileSync(path.join(root, 'miniprogram/app.json'), 'utf8')) as Record<string, unknown>;
  // The first alone leaves the choice to WeChat; both need this library.
  expect(app).toMatchObject({ componentFramework: 'glass-easel', glassEaselWebview: true });
  expect(isNewer('3.8.12', libVersion)).toBe(false);
});
