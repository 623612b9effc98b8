import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open, readFile, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ArchiveReader } from '../../../scripts/vault/archive-reader';
import { ArchiveWriter } from '../../../scripts/vault/archive-writer';

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'gongping-archive-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const parts: readonly [name: string, content: Buffer, isPacked: boolean][] = [
  ['documents/p/ballots/00001.jsonl', Buffer.from('{"_id":"一"}\n'.repeat(5000)), false],
  ['files/p/000001', Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 7919) % 251)), true],
  ['files/p/000002', Buffer.alloc(0), false],
  ['files/p/000003', Buffer.alloc(0), true],
];

async function written(name: string): Promise<string> {
  const file = path.join(folder, name);
  const writer = await ArchiveWriter.create(file);
  for (const part of parts) await writer.add(...part);
  await writer.end();
  return file;
}

test('what was written is read in any order, as often as it is asked for', async () => {
  const archive = await ArchiveReader.open(await written('whole'));
  for (const [name, content] of [...parts].reverse().concat(parts)) {
    expect(archive.has(name)).toBe(true);
    expect(await archive.read(name)).toEqual(content);
  }
  expect(archive.has('files/p/000004')).toBe(false);
  await expect(archive.read('files/p/000004')).rejects.toThrow('the backup lacks its part files/p/000004');
  archive.close();
});

test('what may be packed is packed, and the same content is the same file', async () => {
  const [one, other] = [await written('one'), await written('other')];
  expect(statSync(one).size).toBeLessThan(5000);
  expect(await readFile(one)).toEqual(await readFile(other));
});

test('it is readable by its owner alone, also where another file was', async () => {
  writeFileSync(path.join(folder, 'open'), 'x'.repeat(1_000_000), { mode: 0o644 });
  const file = await written('open');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(file).size).toBeLessThan(5000);
});

test('a part is let go of once it is written', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const writer = await ArchiveWriter.create(path.join(folder, 'large'));
  const known: WeakRef<Buffer>[] = [];
  const add = async (at: number): Promise<void> => {
    const content = Buffer.alloc(100_000, at);
    known.push(new WeakRef(content));
    await writer.add(`files/p/${at}`, content, at % 2 === 0);
  };
  for (let at = 0; at < 40; at++) await add(at);
  const held = (): number => known.filter((each) => each.deref() !== undefined).length;
  for (let turn = 0; turn < 100 && held() > 2; turn++) {
    await wait(10);
    collect();
  }
  expect(held()).toBeLessThanOrEqual(2);
  await writer.end();
});

test('where the disk takes no more, whoever adds is told so', async () => {
  const file = await open(path.join(folder, 'some'), 'w');
  const write = jest.spyOn(Object.getPrototypeOf(file) as FileHandle, 'write');
  await file.close();
  write.mockRejectedValue(new Error('ENOSPC'));
  const writer = await ArchiveWriter.create(path.join(folder, 'full'));
  const adding = async (): Promise<void> => {
    for (let at = 0; at < 100; at++) await writer.add(`files/p/${at}`, Buffer.alloc(100_000), true);
  };
  await expect(adding()).rejects.toThrow('ENOSPC');
  await writer.abandon();
});

test('an abandoned archive has no end', async () => {
  const file = path.join(folder, 'abandoned');
  const writer = await ArchiveWriter.create(file);
  await writer.add('files/p/1', Buffer.alloc(100_000), true);
  await writer.abandon();
  await expect(ArchiveReader.open(file)).rejects.toThrow('is no backup, or its end is missing');
});
