import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect } from '../../../scripts/connect';
import { zipOf } from '../../../scripts/deploy/zip';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { ArchiveReader } from '../../../scripts/vault/archive-reader';
import { ArchiveWriter } from '../../../scripts/vault/archive-writer';
import { writeBackup } from '../../../scripts/vault/backup';
import { manifestName, sealName, sha256, type Manifest } from '../../../scripts/vault/manifest';
import { restoreBackup } from '../../../scripts/vault/restore';
import { Vault } from '../../../scripts/vault/vault';
import { readAll } from '../../support/read-all';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';

jest.setTimeout(120_000);

let folder: string;
let file: string;
let pollId: string;
const clouds: TestCloud[] = [];

async function anotherCloud(): Promise<TestCloud> {
  const cloud = await startTestCloud();
  clouds.push(cloud);
  return cloud;
}

async function contentOf(cloud: TestCloud): Promise<Record<string, unknown[]>> {
  const declared = JSON.parse(readFileSync('cloudfunctions/database.json', 'utf8')) as { collections: object };
  const names = Object.keys(declared.collections);
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readAll(cloud.url, name)] as const)),
  );
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongping-damaged-'));
  const source = await startTestCloud();
  pollId = await publishPoll(source.url);
  for (let voter = 0; voter < 25; voter++) await new VoterClient(source.url, `oVoter${voter}`).cast(pollId, ['c1']);
  await source.whenStill();
  await source.fireTimer('scheduler');
  file = path.join(folder, 'whole');
  await writeBackup(await Vault.open({ local: source.url }), file, { now: Date.now() });
  await source.close();
});

afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The backup once more, with its manifest or a part of it changed, and sealed as if that were right. */
async function resealed(
  name: string,
  change: (manifest: Manifest) => void,
  part?: (content: Buffer, name: string) => Buffer,
): Promise<string> {
  const to = path.join(folder, name);
  const archive = await ArchiveReader.open(file);
  const writer = await ArchiveWriter.create(to);
  const manifest = JSON.parse((await archive.read(manifestName)).toString()) as Manifest;
  for (const each of manifest.parts) {
    const content = await archive.read(each.name);
    const changed = part?.(content, each.name) ?? content;
    Object.assign(each, { bytes: changed.length, sha256: sha256(changed) });
    await writer.add(each.name, changed);
  }
  change(manifest);
  const text = Buffer.from(JSON.stringify(manifest));
  await writer.add(manifestName, text);
  await writer.add(sealName, Buffer.from(sha256(text)));
  await writer.end();
  archive.close();
  return to;
}

test.each<[string, () => Promise<string>, RegExp]>([
  [
    'of a newer version',
    () => resealed('newer', (manifest) => Object.assign(manifest, { dataVersion: 999 })),
    /data of version 999/,
  ],
  [
    'of another form',
    () => resealed('form', (manifest) => Object.assign(manifest, { version: 2 })),
    /no backup that this version reads/,
  ],
  [
    'whose log was changed by somebody who sealed it again',
    () =>
      resealed(
        'forged',
        () => undefined,
        (content, name) =>
          name.includes('/batches/')
            ? Buffer.from(content.toString().replace('"choices\\":[\\"c1', '"choices\\":[\\"c2'))
            : content,
      ),
    /the log of \S+ does not add up/,
  ],
])('a backup %s is refused by name, and nothing is written', async (_, make, sentence) => {
  const target = await anotherCloud();
  await expect(restoreBackup(await Vault.open({ local: target.url }), await make(), { now: 0 })).rejects.toThrow(
    sentence,
  );
  expect(Object.values(await contentOf(target)).flat()).toEqual([]);
});

test('a backup of one poll has that poll alone, and one that it has not is named', async () => {
  const target = await anotherCloud();
  const vault = await Vault.open({ local: target.url });
  await expect(restoreBackup(vault, file, { poll: 'nobody', now: 0 })).rejects.toThrow('the backup has no poll nobody');
  await expect(writeBackup(vault, path.join(folder, 'none'), { poll: 'nobody', now: 0 })).rejects.toThrow(
    'there is no poll nobody',
  );
});

describe('what is no whole backup of this product is refused by name, and nothing is written', () => {
  const damaged = (name: string, change: (bytes: Buffer) => Buffer): string => {
    const copy = path.join(folder, name);
    writeFileSync(copy, change(readFileSync(file)));
    return copy;
  };

  test.each<[string, () => string, RegExp]>([
    [
      'cut off',
      () => damaged('cut', (bytes) => bytes.subarray(0, bytes.length - 50)),
      /cut is no backup, or its end is missing/,
    ],
    ['empty', () => damaged('empty', () => Buffer.alloc(0)), /empty is no backup/],
    ['something else', () => damaged('else', () => Buffer.from('a letter')), /else is no backup/],
    [
      'another archive',
      () => damaged('zip', () => zipOf(new Map([['a.txt', Buffer.from('a')]]))),
      /zip is no backup of this product/,
    ],
    [
      'changed in the middle',
      () =>
        damaged('middle', (bytes) => {
          const at = bytes.indexOf('PK\u0003\u0004', 1000) + 200;
          bytes[at] = (bytes[at] ?? 0) ^ 1;
          return bytes;
        }),
      /part \S+ is damaged/,
    ],
  ])('%s', async (_, make, sentence) => {
    const target = await anotherCloud();
    await expect(restoreBackup(await Vault.open({ local: target.url }), make(), { now: 0 })).rejects.toThrow(sentence);
    expect(Object.values(await contentOf(target)).flat()).toEqual([]);
  });
});

test('where anything of a poll is there that differs, nothing is written', async () => {
  const target = await anotherCloud();
  await connect(target.url)
    .database()
    .collection('ballots')
    .add({
      _id: `${pollId}:0000000000000000000000000000dead`,
      mark: 'x',
      batch: null,
      period: 'once',
      choices: [],
      castId: 'x',
      hour: 0,
    });
  const before = await contentOf(target);
  await expect(restoreBackup(await Vault.open({ local: target.url }), file, { now: 0 })).rejects.toThrow(
    `1 documents of ${pollId} in ballots that the backup has not`,
  );
  expect(await contentOf(target)).toEqual(before);

  const another = await anotherCloud();
  await connect(another.url)
    .database()
    .collection('candidates')
    .add({ _id: `${pollId}:c1`, pollId, name: 'somebody else' });
  await expect(restoreBackup(await Vault.open({ local: another.url }), file, { now: 0 })).rejects.toThrow(
    'nothing was written',
  );
  expect((await contentOf(another))['polls']).toEqual([]);
});
