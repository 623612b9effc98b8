import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect } from '../../../scripts/connect';
import { probe, type Finding } from '../../../scripts/deploy/probe';
import { differences, readFixture } from '../../../scripts/deploy/probe-fixture';
import { startProbedCloud } from '../../scripts/deploy/probed-cloud';
import { runScript } from '../../support/run-script';
import type { LocalCloud } from '../../../scripts/local-cloud/start';

// Functions are in it: dist/cloudfunctions.
let cloud: LocalCloud;
let here: Finding[];
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongping-probed-'));
  cloud = await startProbedCloud();
  here = await probe(connect(cloud.url));
});

afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

const fixtures = readdirSync(__dirname).filter((name) => name.endsWith('.json'));

test.each(fixtures)('the local cloud is as the one of %s', (name) => {
  expect(differences(readFixture(path.join(__dirname, name)), here)).toEqual([]);
});

test('what the command writes of a cloud is a fixture, and the local cloud agrees with itself', async () => {
  const file = path.join(folder, 'own.json');
  const { status } = await runScript('probe.ts', '--local', cloud.url, '--out', file);
  expect(status).toBe(0);
  expect(differences(readFixture(file), here)).toEqual([]);
  writeFileSync(
    file,
    JSON.stringify(here.map((finding) => ({ ...finding, saw: { ...finding.saw, first: 'taken twice' } }))),
  );
  const { stdout } = await runScript('probe.ts', '--local', cloud.url, '--like', file);
  expect(stdout).toContain('OTHER   a second document with the same _id is refused: first was "taken twice" there');
});

test('a cloud that answers otherwise is told by what it answers', () => {
  const changed = here.map((finding) => structuredClone(finding));
  Object.assign(changed[0]?.saw ?? {}, { second: 'DATABASE_DUPLICATE_WRITE' });
  Object.assign(changed[6]?.saw ?? {}, { usual: 20 });
  changed.push({ promise: 'a new one', isKept: true, saw: {} });
  expect(differences(changed, here)).toEqual([
    'a second document with the same _id is refused: second was "DATABASE_DUPLICATE_WRITE" there and is "DATABASE_REQUEST_FAILED" here',
    'a read gives 100 documents unless told, and as many as it is told: usual was 20 there and is 100 here',
    'a new one: nobody looks at it here',
  ]);
});

test.each([
  ['{', 'is no JSON'],
  ['{}', 'is not what the probe writes'],
  ['[{"promise":"x","isKept":"yes","saw":{}}]', 'is not what the probe writes'],
])('%s is no fixture', (text, said) => {
  const file = path.join(folder, 'none.json');
  writeFileSync(file, text);
  expect(() => readFixture(file)).toThrow(said);
});
