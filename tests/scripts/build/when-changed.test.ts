import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { whenChanged } from '../../../scripts/build/when-changed';

const root = path.resolve(__dirname, '../../..');
/** Beside what is really built; nothing else looks there. */
const folder = '.cache/when-changed-test';
const file = path.join(root, folder, 'built.txt');

beforeEach(() => rmSync(path.join(root, folder), { recursive: true, force: true }));
afterAll(() => {
  for (const left of [folder, `.cache/${folder.replaceAll('/', '-')}.txt`]) {
    rmSync(path.join(root, left), { recursive: true, force: true });
  }
});

it('a build runs once for the same sources, and again when its result was touched or is gone', async () => {
  let runs = 0;
  const build = async (): Promise<void> => {
    await Promise.resolve();
    runs += 1;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, 'built');
  };
  await whenChanged(folder, build);
  await whenChanged(folder, build);
  expect(runs).toBe(1);
  writeFileSync(file, 'touched');
  await whenChanged(folder, build);
  expect([runs, readFileSync(file, 'utf8')]).toEqual([2, 'built']);
  rmSync(file);
  await whenChanged(folder, build);
  expect(runs).toBe(3);
});

it('a build that fails is tried again', async () => {
  const fail = (): Promise<void> => Promise.reject(new Error('no'));
  await expect(whenChanged(folder, fail)).rejects.toThrow('no');
  await expect(whenChanged(folder, fail)).rejects.toThrow('no');
});
