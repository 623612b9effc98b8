import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleFunction } from '../../scripts/build/functions';
import type { LocalCloud } from '../../scripts/local-cloud/start';
import { watchFunctions } from '../../scripts/watch/watch-functions';
import { eventually } from '../support/eventually';
import { startTestCloud } from './support/cloud';
import { temporaryFolder } from './support/functions';

const folder = temporaryFolder();
const sources = path.join(folder, 'sources');
const built = path.join(folder, 'built');
let cloud: LocalCloud;
let endWatch = (): void => undefined;

function save(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(sources, file)), { recursive: true });
  writeFileSync(path.join(sources, file), text);
}

const saying = (words: string): string => `export const words = ${JSON.stringify(words)};\n`;

beforeAll(async () => {
  save('shared/words.ts', saying('before'));
  save('greet/index.ts', "import { words } from '../shared/words';\nexport const main = async () => words;\n");
  save('greet/config.json', '{"timeout": 20}');
  save('count/index.ts', 'let calls = 0;\nexport const main = async () => ++calls;\n');
  save('count/config.json', '{"timeout": 20}');
  for (const name of ['greet', 'count']) await bundleFunction(path.join(sources, name), path.join(built, name));
  cloud = await startTestCloud({ functionsDir: built });
  endWatch = await watchFunctions(sources, cloud, built);
});
beforeEach(() => void jest.spyOn(console, 'log').mockImplementation());
afterAll(async () => {
  endWatch();
  await cloud.close();
});

const untilSaid = (words: string): Promise<void> =>
  eventually(async () => {
    expect(await cloud.invoke('greet', {})).toBe(words);
  });

test('what is saved in a function’s core is answered by the next call, and what cannot be built changes nothing', async () => {
  await untilSaid('before');
  save('shared/words.ts', saying('after'));
  await untilSaid('after');

  const told = jest.spyOn(console, 'error').mockImplementation();
  save('shared/words.ts', 'export const words = ;\n');
  await eventually(() => {
    expect(String(told.mock.calls[0])).toContain('words.ts');
  });
  expect(await cloud.invoke('greet', {})).toBe('after');

  save('shared/words.ts', saying('mended'));
  await untilSaid('mended');
});

test('only a function that has the saved file is built, and the others’ instances live on', async () => {
  const told = jest.spyOn(console, 'log').mockImplementation();
  const before = Number(await cloud.invoke('count', {}));
  save('greet/index.ts', "export const main = async () => 'alone';\n");
  await untilSaid('alone');
  expect(told.mock.calls.map(([line]) => String(line).replace(/ in .*/, ''))).toEqual(['greet built']);
  expect(await cloud.invoke('count', {})).toBe(before + 1);

  // What nobody imports is nobody's, and a file that comes to be imported is whose it is from then on.
  save('shared/more.ts', saying('unused'));
  save('count/index.ts', "export { main } from './other';\n");
  save('count/other.ts', "import { words } from '../shared/more';\nexport const main = async () => words;\n");
  await eventually(async () => {
    expect(await cloud.invoke('count', {})).toBe('unused');
  });
  save('shared/more.ts', saying('used'));
  await eventually(async () => {
    expect(await cloud.invoke('count', {})).toBe('used');
  });
  expect(await cloud.invoke('greet', {})).toBe('alone');
  expect(told.mock.calls.filter(([line]) => String(line).includes('greet'))).toHaveLength(1);
});
