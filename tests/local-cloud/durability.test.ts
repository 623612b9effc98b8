import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { nodeDatabase, type NodeDatabase } from './support/clients';
import { declaration, startTestCloud } from './support/cloud';
import { temporaryFolder } from './support/functions';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Starts a cloud in a process of its own; resolves with its first line, an address or a complaint. */
async function serve(dataDir: string): Promise<{ child: ChildProcess; line: string }> {
  const script = path.join(__dirname, 'fixtures/serve.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  const line = await new Promise<string>((resolve) => {
    for (const input of [child.stdout, child.stderr]) createInterface({ input }).once('line', resolve);
  });
  return { child, line };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('kill -9 in the middle of writing loses no acknowledged write and leaves none half done', async () => {
  const dataDir = temporaryFolder();
  const acknowledged = new Set<string>();
  let increments = 0;
  for (let round = 0; round < 3; round += 1) {
    const { child, line } = await serve(dataDir);
    const db: NodeDatabase = nodeDatabase(line);
    if (round === 0) await db.collection('plain').add({ _id: 'counter', n: 0 });
    let isAlive = true;
    const write = async (writer: number): Promise<void> => {
      for (let n = 0; isAlive; n += 1) {
        const _id = `${round}-${writer}-${n}`;
        await db.collection('things').add({ _id, mark: _id, batch: null });
        acknowledged.add(_id);
        await db
          .collection('plain')
          .doc('counter')
          .update({ n: db.command.inc(1) });
        increments += 1;
      }
    };
    const writers = Array.from({ length: 8 }, (_, writer) => write(writer).catch(() => undefined));
    const before = acknowledged.size;
    while (acknowledged.size < before + 200) await new Promise((resolve) => setImmediate(resolve));
    await kill(child);
    isAlive = false;
    await Promise.all(writers);
  }

  const cloud = await startTestCloud({ dataDir });
  const db = nodeDatabase(cloud.url);
  const kept = new Set<string>();
  for (let page: { _id: string }[] = [], last = ''; last === '' || page.length > 0; last = page.at(-1)?._id ?? last) {
    const filter = { batch: null, _id: db.command.gt(last) };
    page = (await db.collection('things').where(filter).orderBy('_id', 'asc').limit(1000).get<{ _id: string }>()).data;
    for (const { _id } of page) kept.add(_id);
  }
  expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
  // What was on its way may be there or not, but then with all its index entries.
  expect((await db.collection('things').count()).total).toBe(kept.size);
  for (const id of kept) {
    await expect(db.collection('things').add({ _id: `new-${id}`, mark: id })).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
  }
  const [counter] = (await db.collection('plain').doc('counter').get<{ n: number }>()).data;
  expect(counter?.n).toBeGreaterThanOrEqual(increments);
  expect(counter?.n).toBeLessThanOrEqual(increments + 3 * 8);
  await cloud.close();
});

test('a second process on the same folder is refused with a sentence, until the first is gone', async () => {
  const dataDir = temporaryFolder();
  const first = await serve(dataDir);
  expect(first.line).toMatch(/^http/);
  const second = await serve(dataDir);
  expect(second.line).toContain(
    `the data folder ${dataDir} is in use by another local cloud (process ${String(first.child.pid)})`,
  );
  await kill(first.child);
  expect((await serve(dataDir)).line).toMatch(/^http/);
});

test('one process cannot open a folder twice', async () => {
  const dataDir = temporaryFolder();
  const cloud = await startTestCloud({ dataDir });
  await expect(startTestCloud({ dataDir })).rejects.toThrow('in use');
  await cloud.close();
});

test('an index that is declared later is filled from what is there, one that is not declared any more is dropped', async () => {
  const dataDir = temporaryFolder();
  const first = await startTestCloud({ dataDir });
  await nodeDatabase(first.url)
    .collection('plain')
    .add([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
    ]);
  await nodeDatabase(first.url).collection('things').add({ _id: 'a', mark: 1 });
  await first.close();

  const plain = { indexes: [{ name: 'n', unique: true, keys: [['n', 1]] }] };
  const second = await startTestCloud({ dataDir, database: { collections: { plain, things: { indexes: [] } } } });
  const db = nodeDatabase(second.url);
  await expect(db.collection('plain').add({ n: 2 })).rejects.toMatchObject({
    message: expect.stringContaining('index: n'),
  });
  await db.collection('things').add({ _id: 'b', mark: 1 });
  await second.close();

  await expect(startTestCloud({ dataDir, database: declaration })).rejects.toThrow('index: mark');
});
