import { transformSync } from 'esbuild';
import { compileFunction } from 'node:vm';
import { shortenExports } from '../../../scripts/build/miniprogram/short-exports';

function minified(source: string): string {
  return transformSync(source, { loader: 'ts', format: 'cjs', platform: 'neutral', minify: true, target: 'es2018' })
    .code;
}

/** What a file exports when it is required. */
function required(code: string, modules: Record<string, unknown> = {}): Record<string, unknown> {
  const module = { exports: {} };
  const run = compileFunction(code, ['module', 'require']) as (
    module: object,
    require: (name: string) => unknown,
  ) => void;
  run(module, (name) => modules[name]);
  return module.exports;
}

test('a file exports the same in fewer bytes: values, functions, what it hands on, and what changes later', () => {
  const code = minified(`
    import { other } from './other';
    export { more } from './other';
    export const value = { a: 1 };
    export let count = 0;
    export function next(): number { count += 1; return other + count; }
    export default class Thing {}
  `);
  const short = shortenExports(code);
  expect(code.length - short.length).toBeGreaterThan(300);
  const exported = required(short, { './other': { other: 10, more: 'more' } });
  expect(Object.keys(exported).sort()).toEqual(['count', 'default', 'more', 'next', 'value']);
  expect((exported['next'] as () => number)()).toBe(11);
  expect(exported).toMatchObject({ value: { a: 1 }, more: 'more', count: 1 });
});

test('two files that need each other read what the other exports when they use it', () => {
  const short = shortenExports(
    minified(`import { b } from './b'; export const a = 1; export const sum = () => a + b;`),
  );
  const b: Record<string, unknown> = {};
  const exported = required(short, { './b': b });
  b['b'] = 2;
  expect((exported['sum'] as () => number)()).toBe(3);
});

test.each([
  ['exports nothing', `import './other'; console.log(1);`],
  ['hands on all of another', `export * from './other'; export const a = 1;`],
  ['takes another’s default', `import other from './other'; export const a = other;`],
])('a file that %s stays as it is', (_, source) => {
  const code = minified(source);
  expect(shortenExports(code)).toBe(code);
});
