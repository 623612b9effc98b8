import type { LocalCloud } from '../../scripts/local-cloud/start';
import { nodeDatabase, type NodeDatabase } from './support/clients';
import { startTestCloud } from './support/cloud';

let cloud: LocalCloud;
let db: NodeDatabase;

beforeAll(async () => {
  cloud = await startTestCloud();
  db = nodeDatabase(cloud.url);
});
afterAll(() => cloud.close());
afterEach(() => db.collection('things').where({}).remove());

async function messageOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'accepted',
    (error: unknown) => `${(error as { code: string }).code} ${(error as { message: string }).message}`,
  );
}

test('of 50 inserts of one _id at once, exactly one is accepted', async () => {
  const calls = Array.from({ length: 50 }, (_, n) => messageOf(db.collection('things').add({ _id: 'same', mark: n })));
  const results = await Promise.all(calls);
  expect(results.filter((result) => result === 'accepted')).toHaveLength(1);
  expect(results.filter((result) => /E11000 .* index: _id_ dup key: \{ _id: "same" \}/.test(result))).toHaveLength(49);
});

test('of 50 inserts of one mark at once, exactly one is accepted and the others are told the index', async () => {
  const calls = Array.from({ length: 50 }, (_, n) =>
    messageOf(db.collection('things').add({ _id: `${n}`, mark: 'm' })),
  );
  const results = await Promise.all(calls);
  expect(results.filter((result) => result === 'accepted')).toHaveLength(1);
  const refused = results.filter((result) => result.startsWith('DATABASE_REQUEST_FAILED'));
  expect(refused).toHaveLength(49);
  expect(refused[0]).toContain(
    'E11000 duplicate key error collection: tnt-local.things index: mark dup key: { mark: "m" }',
  );
  expect((await db.collection('things').count()).total).toBe(1);
});

test('two documents without the field collide, as two nulls do', async () => {
  await db.collection('things').add({ _id: 'a' });
  expect(await messageOf(db.collection('things').add({ _id: 'b' }))).toContain('index: mark');
  expect(await messageOf(db.collection('things').add({ _id: 'c', mark: null }))).toContain('index: mark');
});

test('1, "1" and true are three different keys', async () => {
  await db.collection('things').add([{ mark: 1 }, { mark: '1' }, { mark: true }]);
  expect(await messageOf(db.collection('things').add({ mark: 1.0 }))).toContain('E11000');
});

test('an update cannot take a key that another document has, and leaves its document as it was', async () => {
  await db.collection('things').add([
    { _id: 'a', mark: 'a' },
    { _id: 'b', mark: 'b' },
  ]);
  expect(await messageOf(db.collection('things').doc('b').update({ mark: 'a', n: 1 }))).toContain('index: mark');
  expect(await messageOf(db.collection('things').doc('b').set({ mark: 'a' }))).toContain('index: mark');
  expect((await db.collection('things').doc('b').get()).data).toEqual([{ _id: 'b', mark: 'b' }]);
});

test('a key is free again once its document gives it up or is removed', async () => {
  await db.collection('things').add({ _id: 'a', mark: 'a' });
  await db.collection('things').doc('a').update({ mark: 'other' });
  await db.collection('things').add({ _id: 'b', mark: 'a' });
  await db.collection('things').doc('b').remove();
  await db.collection('things').add({ _id: 'b', mark: 'a' });
  expect((await db.collection('things').where({ mark: 'a' }).get()).data).toEqual([{ _id: 'b', mark: 'a' }]);
});

test('of several documents in one insert, those before the refused one stay', async () => {
  const documents = [
    { _id: 'a', mark: 1 },
    { _id: 'b', mark: 1 },
    { _id: 'c', mark: 2 },
  ];
  expect(await messageOf(db.collection('things').add(documents))).toContain('E11000');
  expect((await db.collection('things').get()).data).toEqual([{ _id: 'a', mark: 1 }]);
});

test('increments of one document at once are all counted', async () => {
  await db.collection('things').add({ _id: 'a', n: 0 });
  await Promise.all(
    Array.from({ length: 100 }, () =>
      db
        .collection('things')
        .doc('a')
        .update({ n: db.command.inc(1) }),
    ),
  );
  expect((await db.collection('things').doc('a').get()).data).toEqual([{ _id: 'a', n: 100 }]);
});

test('of 20 conditional updates at once, one wins and the others change nothing', async () => {
  await db.collection('things').add({ _id: 'a', version: 1 });
  const update = (): Promise<{ updated?: number }> =>
    db.collection('things').where({ _id: 'a', version: 1 }).update({ version: 2 });
  const results = await Promise.all(Array.from({ length: 20 }, update));
  expect(results.map((result) => result.updated).sort()).toEqual([...Array.from({ length: 19 }, () => 0), 1]);
});
