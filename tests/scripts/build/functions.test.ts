import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { measureFunctions } from '../../../scripts/bench/package-sizes';
import { buildFunctions } from '../../../scripts/build/functions';

let folder: string;
beforeAll(async () => {
  folder = await buildFunctions(mkdtempSync(path.join(os.tmpdir(), 'gongping-functions-')));
});
afterAll(() => rmSync(folder, { recursive: true }));

const filesOf = (name: string): string[] => readdirSync(path.join(folder, name)).sort();

const mebibyte = 1024 * 1024;

test('the fonts lie with what prints, and with nobody else', () => {
  const names = readdirSync(folder).filter((name) => statSync(path.join(folder, name)).isDirectory());
  for (const name of names.filter((each) => each !== 'documents')) {
    expect([name, filesOf(name)]).toEqual([name, ['config.json', 'index.js']]);
    expect(readFileSync(path.join(folder, name, 'index.js'), 'utf8')).not.toContain('PDFDocument');
  }
  expect(filesOf('documents').some((file) => file.endsWith('.otf'))).toBe(true);
});

test('casting loads no library for times that people read', () => {
  // dayjs's own pattern: it is there with the library, as it is in the scheduler, whose messages name times.
  const carries = (name: string): boolean =>
    readFileSync(path.join(folder, name, 'index.js'), 'utf8').includes('YYYY-MM-DDTHH:mm:ssZ');
  expect(['voter', 'scheduler'].map(carries)).toEqual([false, true]);
});

test('what an earlier build left in a function is not uploaded with it', async () => {
  const stray = path.join(folder, 'organiser/label-font.otf');
  writeFileSync(stray, 'a font');
  await buildFunctions(folder);
  expect(filesOf('organiser')).toEqual(['config.json', 'index.js']);
});

test('all that answers people is small enough to be uploaded plainly: a megabyte where the platform takes one and a half', async () => {
  const sizes = (await measureFunctions(folder)).filter(([name]) => name !== 'documents');
  expect(sizes.filter(([, bytes]) => bytes >= mebibyte)).toEqual([]);
});

test('each function says how much memory it wants; who reads the lists of organisers and who prints wants more', () => {
  const memory = readdirSync(folder).map((name) => {
    // What the local cloud checks at each start.
    const config = JSON.parse(readFileSync(path.join(folder, name, 'config.json'), 'utf8')) as { memorySize?: number };
    return [name, config.memorySize];
  });
  expect(Object.fromEntries(memory)).toEqual({
    voter: 256,
    participant: 256,
    // A list may take a process to 256 MB (spreadsheet/hostile.test.ts), and the SDK lies beside it.
    organiser: 512,
    documents: 512,
    scheduler: 256,
    inbox: 256,
  });
});
