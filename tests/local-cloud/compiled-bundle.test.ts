import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { startTestCloud } from './support/cloud';
import { temporaryFolder } from './support/functions';

// Plain JavaScript, as an instance loads it.
const { loadBundle } = jest.requireActual<{ loadBundle: (entry: string, dir: string) => { keep: () => void } }>(
  '../../scripts/local-cloud/functions/compiled-bundle.cjs',
);
const folder = temporaryFolder();
const functionsDir = path.join(folder, 'functions');
const compiledDir = path.join(folder, 'compiled');
const bundle = path.join(functionsDir, 'greet/index.js');

function put(words: string): void {
  mkdirSync(path.dirname(bundle), { recursive: true });
  writeFileSync(
    bundle,
    `exports.main = async (event) => { if (event.fails) throw new Error('asked to');
  return [${JSON.stringify(words)}, module.exports === exports, require('node:path').basename(__dirname)];
};`,
  );
}

/** What a new cloud's first call is answered. */
async function answer(event: object = {}, more: object = { compiledDir }): Promise<unknown> {
  const cloud = await startTestCloud({ functionsDir, ...more });
  try {
    return await cloud.invoke('greet', event);
  } finally {
    await cloud.close();
  }
}

const kept = (): string[] => readdirSync(compiledDir).sort();
const contentOf = (file: string): Buffer => readFileSync(path.join(compiledDir, file));

test('a bundle is compiled once, and a changed one is another', async () => {
  put('before');
  expect(await answer()).toEqual(['before', true, 'greet']);
  const [first = '', ...others] = kept();
  expect(others).toEqual([]);
  // V8 takes what it made; that of other code, of the same length here, it would take as well, so the name is of the content.
  const { keep } = loadBundle(bundle, compiledDir);
  const before = contentOf(first);
  keep();
  expect(contentOf(first)).toEqual(before);

  put('after!');
  expect(await answer()).toEqual(['after!', true, 'greet']);
  expect(kept()).toHaveLength(2);
});

test('what is damaged is compiled anew', async () => {
  put('sound');
  const before = kept();
  await answer();
  const [made = ''] = kept().filter((file) => !before.includes(file));
  const whole = contentOf(made);
  writeFileSync(path.join(compiledDir, made), whole.subarray(0, 40));
  expect(await answer()).toEqual(['sound', true, 'greet']);
  expect(contentOf(made).length).toBeGreaterThan(40);
});

test('what is older than a week by the machine’s clock goes when something is written', async () => {
  const before = kept();
  const old = path.join(compiledDir, 'old.v8');
  writeFileSync(old, '');
  utimesSync(old, 0, 0);
  put('newer');
  const inAYear = Date.now() + 365 * 24 * 60 * 60 * 1000;
  await answer({}, { compiledDir, clock: () => inAYear });
  expect(kept()).toEqual(expect.arrayContaining(before));
  expect(kept()).not.toContain('old.v8');
});

test('an error tells the same place as one of a bundle that is loaded as it is', async () => {
  const placeTold = async (more?: object): Promise<string | undefined> => {
    const told = await answer({ fails: true }, more).then(String, String);
    return /greet\/index\.js:\d+:\d+/.exec(told)?.[0];
  };
  const place = await placeTold({});
  expect(place).toContain('index.js:1:');
  expect(await placeTold()).toBe(place);
});
