import { appendFileSync, closeSync, openSync, readFileSync, statSync, truncateSync, writeSync } from 'node:fs';
import path from 'node:path';
import { mendDatabaseFile } from '../../scripts/local-cloud/database-file';
import { nodeDatabase } from './support/clients';
import { startTestCloud } from './support/cloud';
import { temporaryFolder } from './support/functions';

const pageSize = 4096;
/** Where a commit's page tells the commit's number. */
const numberAt = 152;
const documents = 300;

/** A data folder with documents in it, written one commit each. */
async function writtenFolder(): Promise<{ dataDir: string; file: string }> {
  const dataDir = temporaryFolder();
  const cloud = await startTestCloud({ dataDir });
  const things = nodeDatabase(cloud.url).collection('things');
  for (let n = 0; n < documents; n += 1) await things.add({ _id: `d${n}`, mark: n, text: 'x'.repeat(300) });
  await cloud.close();
  return { dataDir, file: path.join(dataDir, 'database.lmdb') };
}

function overwrite(file: string, position: number, length: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(length, 0xa5), 0, length, position);
  closeSync(handle);
}

/** How many documents a cloud finds there, and whether it can still write. */
async function countAfterRestart(dataDir: string): Promise<number> {
  const cloud = await startTestCloud({ dataDir });
  const things = nodeDatabase(cloud.url).collection('things');
  const { total } = await things.count();
  const { data } = await things.limit(1000).get<{ text: string }>();
  expect(data.filter(({ text }) => text.length !== 300)).toEqual([]);
  await things.add({ _id: 'new', mark: 'new', text: '' });
  await cloud.close();
  return total;
}

test('what a torn write left behind the end of the file harms nothing', async () => {
  const { dataDir, file } = await writtenFolder();
  appendFileSync(file, Buffer.alloc(1000, 0xa5));
  expect(await mendDatabaseFile(file)).toBe('sound');
  expect(await countAfterRestart(dataDir)).toBe(documents);
});

test('a commit whose last page is torn is as if it had not been, and all before it are there', async () => {
  const { dataDir, file } = await writtenFolder();
  const bytes = readFileSync(file);
  const numbers = [0, 1].map((page) => bytes.readBigUInt64LE(page * pageSize + numberAt));
  const newest = (numbers[0] ?? 0n) > (numbers[1] ?? 0n) ? 0 : 1;
  overwrite(file, newest * pageSize, 512);
  expect(await mendDatabaseFile(file)).toBe('mended');
  expect(await mendDatabaseFile(file)).toBe('sound');
  expect(await countAfterRestart(dataDir)).toBeGreaterThanOrEqual(documents - 1);
});

test('the start tells that a write was torn', async () => {
  const { dataDir, file } = await writtenFolder();
  overwrite(file, 0, 512);
  const cloud = await startTestCloud({ dataDir });
  expect(cloud.recovered).toMatch(/^recovered (299|300) documents in 2 collections .+ the last write was torn/);
  await cloud.close();
});

test('a file whose end was cut off opens if nothing was in it, and is refused if something was', async () => {
  let opened = 0;
  for (const bytes of [1, 100, 3000, 2 * pageSize, 20 * pageSize]) {
    const { dataDir, file } = await writtenFolder();
    truncateSync(file, statSync(file).size - bytes);
    const cloud = await startTestCloud({ dataDir }).catch((error: unknown) => String(error));
    if (typeof cloud === 'string') {
      expect(cloud).toContain('is damaged beyond its last write');
      continue;
    }
    opened += 1;
    await cloud.close();
    expect(await countAfterRestart(dataDir)).toBe(documents);
  }
  expect(opened).toBeGreaterThan(0);
});

test.each([
  ['cut in half', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ['overwritten at its head', (file: string) => overwrite(file, 0, 2 * pageSize)],
])('a file that is %s is refused with a sentence, and left as it is', async (_way, damage) => {
  const { dataDir, file } = await writtenFolder();
  damage(file);
  const before = readFileSync(file);
  await expect(startTestCloud({ dataDir })).rejects.toThrow('is damaged beyond its last write');
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('an orderly end leaves nothing to recover', async () => {
  const { dataDir } = await writtenFolder();
  const cloud = await startTestCloud({ dataDir });
  expect(cloud.recovered).toBeUndefined();
  await cloud.close();
});
