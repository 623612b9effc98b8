import type { LocalCloud } from '../../../scripts/local-cloud/start';
import { nodeApp } from '../support/clients';
import { startTestCloud } from '../support/cloud';
import { messageOf } from './support/both-sdks';
import type { Database } from './support/transaction-types';

const CONFLICT = 'DATABASE_TRANSACTION_CONFLICT [ResourceUnavailable.TransactionConflict] Transaction is conflict';
const MISSING = 'DATABASE_TRANSACTION_FAIL [ResourceUnavailable.TransactionNotExist] Transaction does not exist';

let cloud: LocalCloud;
let db: Database;
let _: Database['command'];

beforeAll(async () => {
  cloud = await startTestCloud();
  db = nodeApp(cloud.url).database() as unknown as Database;
  _ = db.command;
});
afterAll(() => cloud.close());
beforeEach(async () => {
  await db.collection('things').add([
    { _id: 'a', mark: 'ma', n: 1 },
    { _id: 'b', mark: 'mb', n: 1 },
  ]);
});
afterEach(() => db.collection('things').where({}).remove());

async function stored(id: string): Promise<Record<string, unknown> | undefined> {
  return (await db.collection('things').doc(id).get()).data[0];
}

// Unless a comment says otherwise, the source is the node-sdk's own test of transactions on the real cloud
// (github.com/TencentCloudBase/node-sdk, test/…/transaction), which quotes codes and messages.
describe('a transaction', () => {
  test('sees its own changes, which nobody else sees before its commit', async () => {
    const t = await db.startTransaction();
    const things = t.collection('things');
    expect(await things.add({ _id: 'c', mark: 'mc' })).toMatchObject({ id: 'c', inserted: 1 });
    expect(await things.doc('a').update({ n: _.inc(1) })).toMatchObject({ updated: 1 });
    expect(await things.doc('b').remove()).toMatchObject({ deleted: 1 });
    expect((await things.doc('a').get()).data).toEqual({ _id: 'a', mark: 'ma', n: 2 });
    expect((await things.doc('b').get()).data).toBeNull();
    expect((await things.where({}).get()).data.map((row) => row['_id']).sort()).toEqual(['a', 'c']);
    expect(await stored('a')).toMatchObject({ n: 1 });
    expect(await db.collection('things').where({}).count()).toMatchObject({ total: 2 });
    await t.commit();
    expect(await stored('a')).toMatchObject({ n: 2 });
    expect(await stored('b')).toBeUndefined();
    expect(await stored('c')).toBeDefined();
  });

  test('leaves nothing behind when it is rolled back', async () => {
    const t = await db.startTransaction();
    await t.collection('things').doc('a').update({ n: 9 });
    await t.collection('things').add({ _id: 'c', mark: 'mc' });
    await t.rollback();
    expect(await stored('a')).toMatchObject({ n: 1 });
    expect(await stored('c')).toBeUndefined();
  });

  test('sees the documents as they were at its first operation', async () => {
    const t = await db.startTransaction();
    await t.collection('things').doc('a').get();
    await db.collection('things').doc('a').update({ n: 5 });
    await db.collection('things').doc('b').remove();
    await db.collection('things').add({ _id: 'c', mark: 'mc', n: 1 });
    expect((await t.collection('things').doc('a').get()).data).toMatchObject({ n: 1 });
    expect((await t.collection('things').doc('b').get()).data).toMatchObject({ n: 1 });
    expect((await t.collection('things').doc('c').get()).data).toBeNull();
    const { data } = await t.collection('things').where({ n: 1 }).get();
    expect(data.map((row) => row['_id']).sort()).toEqual(['a', 'b']);
    await t.commit();
  });

  test('gets null for a document that is not there', async () => {
    const t = await db.startTransaction();
    expect((await t.collection('things').doc('none').get()).data).toBeNull();
    expect((await t.commit()).requestId).toEqual(expect.any(String));
  });

  test('sets, and makes what is not there', async () => {
    const t = await db.startTransaction();
    expect(await t.collection('things').doc('a').set({ mark: 'x' })).toMatchObject({ updated: 1 });
    expect(await t.collection('things').doc('new').set({ mark: 'y' })).toMatchObject({ upserted: [{ _id: 'new' }] });
    await t.commit();
    expect(await stored('a')).toEqual({ _id: 'a', mark: 'x' });
    expect(await stored('new')).toEqual({ _id: 'new', mark: 'y' });
  });

  test('adds many, finds them by a filter and updates one with its answer', async () => {
    const t = await db.startTransaction();
    const many = Array.from({ length: 1001 }, (_item, n) => ({ mark: n, text: `many ${n}` }));
    expect((await t.collection('things').add(many)).ids).toHaveLength(1001);
    expect((await t.collection('things').where({ text: /^many/ }).limit(1000).get()).data).toHaveLength(1000);
    const { doc } = await t.collection('things').where({ text: 'many 7' }).updateAndReturn({ text: 'one' });
    expect(doc).toMatchObject({ mark: 7, text: 'one' });
    await t.commit();
    expect(await db.collection('things').where({ text: 'one' }).count()).toMatchObject({ total: 1 });
  });

  test('conflicts at once with what another open transaction has written', async () => {
    const [first, second] = [await db.startTransaction(), await db.startTransaction()];
    await first.collection('things').doc('a').get();
    await second.collection('things').doc('a').update({ n: 2 });
    expect(await messageOf(first.collection('things').doc('a').update({ n: 3 }))).toContain(CONFLICT);
    await second.commit();
    expect(await stored('a')).toMatchObject({ n: 2 });
  });

  test('conflicts with what was written since its first operation', async () => {
    const t = await db.startTransaction();
    await t.collection('things').doc('a').get();
    await db.collection('things').doc('a').set({ mark: 'ma', n: 7 });
    expect(await messageOf(t.collection('things').doc('a').update({ n: 3 }))).toContain(CONFLICT);
    expect(await stored('a')).toMatchObject({ n: 7 });
  });

  test('ends with a conflict, after which even its rollback finds none', async () => {
    const t = await db.startTransaction();
    await t.collection('things').doc('a').get();
    await db.collection('things').doc('a').update({ n: 7 });
    await messageOf(t.collection('things').doc('a').remove());
    expect(await messageOf(t.collection('things').doc('b').get())).toContain(MISSING);
    expect(await messageOf(t.rollback())).toContain(MISSING);
    expect(await messageOf(t.commit())).toContain(MISSING);
  });

  // MongoDB makes the plain write wait; here it goes first, and the transaction that it overtook does not commit.
  test('does not commit over a plain write to what it had written', async () => {
    const t = await db.startTransaction();
    await t.collection('things').doc('a').update({ n: 2 });
    await db.collection('things').doc('a').update({ n: 7 });
    expect(await messageOf(t.commit())).toContain(CONFLICT);
    expect(await stored('a')).toMatchObject({ n: 7 });
  });

  // Snapshot isolation, and so MongoDB, allows write skew.
  test('does not conflict with changes of what it only read', async () => {
    const t = await db.startTransaction();
    await t.collection('things').doc('a').get();
    await t.collection('things').doc('b').update({ n: 2 });
    await db.collection('things').doc('a').update({ n: 7 });
    await t.commit();
    expect(await stored('b')).toMatchObject({ n: 2 });
  });

  test('is refused a key that a unique index has, and ends by that', async () => {
    const t = await db.startTransaction();
    await t.collection('things').doc('b').update({ n: 2 });
    const message = await messageOf(t.collection('things').add({ _id: 'c', mark: 'ma' }));
    expect(message).toContain(
      'E11000 duplicate key error collection: tnt-local.things index: mark dup key: { mark: "ma" }',
    );
    expect(await messageOf(t.commit())).toContain(MISSING);
    expect(await stored('b')).toMatchObject({ n: 1 });
  });

  test('is refused an _id that is taken, by others or by itself', async () => {
    for (const add of [
      [{ _id: 'a', mark: 1 }],
      [
        { _id: 'c', mark: 1 },
        { _id: 'c', mark: 2 },
      ],
    ]) {
      const t = await db.startTransaction();
      expect(await messageOf(t.collection('things').add(add))).toContain('index: _id_');
    }
  });

  test('may hand a unique key from one of its documents to another', async () => {
    const t = await db.startTransaction();
    const things = t.collection('things');
    await things.doc('b').update({ mark: 'free' });
    await things.doc('a').update({ mark: 'mb' });
    await things.doc('b').update({ mark: 'ma' });
    await t.commit();
    expect([await stored('a'), await stored('b')]).toMatchObject([{ mark: 'mb' }, { mark: 'ma' }]);
  });

  test('may remove a document and add it again', async () => {
    const t = await db.startTransaction();
    await t.collection('things').doc('a').delete();
    await t.collection('things').add({ _id: 'a', mark: 'ma', n: 8 });
    await t.commit();
    expect(await stored('a')).toEqual({ _id: 'a', mark: 'ma', n: 8 });
  });

  test('conflicts with another one that takes the same unique key', async () => {
    const [first, second] = [await db.startTransaction(), await db.startTransaction()];
    await first.collection('things').add({ _id: 'c', mark: 'same' });
    expect(await messageOf(second.collection('things').add({ _id: 'd', mark: 'same' }))).toContain(CONFLICT);
    await first.commit();
  });

  test('conflicts with a document that took its unique key since', async () => {
    const t = await db.startTransaction();
    await t.collection('things').doc('a').get();
    await db.collection('things').add({ _id: 'c', mark: 'late' });
    expect(await messageOf(t.collection('things').doc('a').update({ mark: 'late' }))).toContain(CONFLICT);
  });

  test('lives for 30 seconds', async () => {
    const now = 1_800_000_000_000;
    cloud.setClock(() => now);
    const [young, old] = [await db.startTransaction(), await db.startTransaction()];
    cloud.setClock(() => now + 29_999);
    await young.commit();
    cloud.setClock(() => now + 30_000);
    expect(await messageOf(old.collection('things').doc('a').get())).toContain(MISSING);
    cloud.setClock(0);
  });

  test.each(['commit', 'rollback'] as const)('is gone after its %s', async (end) => {
    const t = await db.startTransaction();
    await t[end]();
    expect(await messageOf(t.collection('things').doc('a').set({ n: 1 }))).toContain(MISSING);
    expect(await messageOf(t.commit())).toContain(MISSING);
    expect(await messageOf(t.rollback())).toContain(MISSING);
  });

  test('ends with an update that a document does not take', async () => {
    const t = await db.startTransaction();
    expect(
      await messageOf(
        t
          .collection('things')
          .doc('a')
          .update({ mark: _.inc(1) }),
      ),
    ).toContain('non-numeric');
    expect(await messageOf(t.commit())).toContain(MISSING);
  });
});

/** A request by hand: the SDK leaves the transaction's id out of these, so that they would take place outside it. */
async function byHand(action: string, body: object): Promise<{ code?: string; message?: string }> {
  const response = await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify({ action, ...body }) });
  return (await response.json()) as { code?: string; message?: string };
}

// https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/transaction.html: single documents only.
test.each([
  ['database.modifyDocument', { data: '{"$set":{"n":1}}', merge: true, multi: true }],
  ['database.removeDocument', { multi: true }],
  ['database.calculateDocument', {}],
  ['database.aggregateDocuments', { stages: [] }],
  ['database.addCollection', {}],
])('%s of many is refused by name within a transaction', async (action, more) => {
  const t = await db.startTransaction();
  const within = { collectionName: 'things', transactionId: t.getTransactionId(), query: '{}', queryType: 'WHERE' };
  expect((await byHand(action, { ...within, ...more })).message).toContain('within a transaction is not offered');
  await t.rollback();
});
