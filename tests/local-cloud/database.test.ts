import type { LocalCloud } from '../../scripts/local-cloud/start';
import { nodeDatabase, wxDatabase, type NodeDatabase } from './support/clients';
import { startTestCloud } from './support/cloud';
import { refusal } from './support/refusal';

let cloud: LocalCloud;
let db: NodeDatabase;

beforeAll(async () => {
  cloud = await startTestCloud();
  db = nodeDatabase(cloud.url);
});
afterAll(() => cloud.close());
afterEach(async () => {
  for (const name of ['things', 'plain']) await db.collection(name).where({}).remove();
});

describe('the node-sdk', () => {
  test('gets back what it added: numbers, dates, nesting, null', async () => {
    const at = new Date(1_795_366_829_867);
    const document = {
      _id: 'a',
      mark: 'a',
      n: 1.5,
      big: 2 ** 40,
      zero: 0,
      none: null,
      at,
      deep: { list: [1, { x: 'y' }] },
    };
    const { id } = await db.collection('things').add(document);
    expect(id).toBe('a');
    expect((await db.collection('things').doc('a').get()).data).toEqual([document]);
  });

  test('gets an id of 32 hexadecimal digits where it gave none', async () => {
    const { id } = await db.collection('plain').add({ n: 1 });
    expect(id).toMatch(/^[0-9a-f]{32}$/);
  });

  test('adds several documents at once', async () => {
    const { ids } = await db.collection('plain').add([{ _id: 'a' }, { _id: 'b' }]);
    expect(ids).toEqual(['a', 'b']);
    expect((await db.collection('plain').count()).total).toBe(2);
  });

  test("gets the server's time, with its offset, where it asks for it", async () => {
    cloud.setClock(() => 1_800_000_000_000);
    await db.collection('plain').add({ _id: 'a', at: db.serverDate({ offset: 60_000 }) });
    cloud.setClock(0);
    const { data } = await db.collection('plain').doc('a').get<{ at: Date }>();
    expect(data[0]?.at.getTime()).toBe(1_800_000_060_000);
  });

  test('gets 100 documents unless told, and never more than 1000', async () => {
    for (let part = 0; part < 11; part += 1) {
      await db.collection('plain').add(Array.from({ length: 100 }, (_, n) => ({ n: part * 100 + n })));
    }
    expect((await db.collection('plain').get()).data).toHaveLength(100);
    expect((await db.collection('plain').limit(5000).get()).data).toHaveLength(1000);
    const { data } = await db.collection('plain').orderBy('n', 'desc').skip(10).limit(3).get<{ n: number }>();
    expect(data.map((item) => item.n)).toEqual([1089, 1088, 1087]);
  });

  test('gets only the fields it asks for, and the _id', async () => {
    await db.collection('plain').add({ _id: 'a', x: { y: 1, z: 2 }, w: 3 });
    expect((await db.collection('plain').field({ 'x.y': true }).get()).data).toEqual([{ _id: 'a', x: { y: 1 } }]);
  });

  test('updates by id, by filter and by operators, and learns how many documents changed', async () => {
    const _ = db.command;
    await db.collection('plain').add([
      { _id: 'a', n: 1, tags: ['x'], deep: { v: 1 } },
      { _id: 'b', n: 5 },
    ]);
    const change = { n: _.inc(2), tags: _.push(['y', 'z']), deep: { v: 7 }, gone: _.remove() };
    expect((await db.collection('plain').doc('a').update(change)).updated).toBe(1);
    expect((await db.collection('plain').doc('a').get()).data[0]).toEqual({
      _id: 'a',
      n: 3,
      tags: ['x', 'y', 'z'],
      deep: { v: 7 },
    });
    expect(
      (
        await db
          .collection('plain')
          .where({ n: _.gte(3) })
          .update({ seen: true })
      ).updated,
    ).toBe(2);
    expect(
      (
        await db
          .collection('plain')
          .where({ n: _.gte(3) })
          .update({ seen: true })
      ).updated,
    ).toBe(0);
    expect((await db.collection('plain').doc('none').update({ n: 1 })).updated).toBe(0);
    const { data } = await db.collection('plain').where({ tags: 'y' }).get();
    expect(data).toHaveLength(1);
  });

  test('updates and gets the new document in one call', async () => {
    await db.collection('plain').add({ _id: 'a', n: 1 });
    const result = await db
      .collection('plain')
      .where({ _id: 'a' })
      .updateAndReturn({ n: db.command.inc(1) });
    expect(result).toMatchObject({ updated: 1, doc: { _id: 'a', n: 2 } });
  });

  test('sets a whole document: a new one is made, an old one keeps nothing', async () => {
    expect((await db.collection('plain').doc('a').set({ x: 1 })).upsertedId).toBe('a');
    expect((await db.collection('plain').doc('a').set({ y: 2 })).updated).toBe(1);
    expect((await db.collection('plain').doc('a').get()).data).toEqual([{ _id: 'a', y: 2 }]);
  });

  test('removes by id and by filter', async () => {
    await db.collection('plain').add([{ _id: 'a' }, { _id: 'b', n: 1 }, { _id: 'c', n: 1 }]);
    expect((await db.collection('plain').doc('a').remove()).deleted).toBe(1);
    expect((await db.collection('plain').where({ n: 1 }).remove()).deleted).toBe(2);
    expect((await db.collection('plain').count()).total).toBe(0);
  });

  test('groups, sorts and limits in an aggregation', async () => {
    const $ = db.command.aggregate;
    await db.collection('plain').add([1, 2, 3, 4].map((n) => ({ n, odd: n % 2 === 1 })));
    const { data } = await db
      .collection('plain')
      .aggregate()
      .match({ n: db.command.gt(1) })
      .group({ _id: '$odd', sum: $.sum('$n') })
      .sort({ sum: -1 })
      .limit(1)
      .end();
    expect(data).toEqual([{ _id: false, sum: 6 }]);
  });

  test('joins another collection in an aggregation', async () => {
    await db.collection('things').add([
      { _id: 'x', mark: 1, owner: 'a' },
      { _id: 'y', mark: 2, owner: 'a' },
    ]);
    await db.collection('plain').add([{ _id: 'a' }, { _id: 'b' }]);
    const lookup = { from: 'things', localField: '_id', foreignField: 'owner', as: 'owned' };
    const { data } = await db.collection('plain').aggregate().lookup(lookup).project({ 'owned._id': 1 }).end();
    expect(data).toEqual([
      { _id: 'a', owned: [{ _id: 'x' }, { _id: 'y' }] },
      { _id: 'b', owned: [] },
    ]);
  });

  test('gets no answer of more than 16 MB', async () => {
    const text = 'x'.repeat(6 * 1024 * 1024);
    for (const _id of ['a', 'b', 'c']) await db.collection('plain').add({ _id, text });
    expect((await refusal(db.collection('plain').get())).message).toContain('16 MB');
    expect((await db.collection('plain').limit(2).get()).data).toHaveLength(2);
    expect((await db.collection('plain').field({ _id: true }).get()).data).toHaveLength(3);
  });

  test('combines commands, alternatives and patterns in a filter', async () => {
    const _ = db.command;
    await db.collection('plain').add(['apple', 'plum', 'pear'].map((name, n) => ({ name, n })));
    const names = async (filter: object): Promise<string[]> =>
      (await db.collection('plain').where(filter).orderBy('n', 'asc').get<{ name: string }>()).data.map(
        (item) => item.name,
      );
    expect(await names({ name: /^P/i })).toEqual(['plum', 'pear']);
    expect(await names(_.or([{ n: 0 }, { name: 'pear' }]))).toEqual(['apple', 'pear']);
    expect(await names({ n: _.gt(0).and(_.lt(2)) })).toEqual(['plum']);
    expect(await names({ n: _.nin([0, 2]) })).toEqual(['plum']);
    expect(await names({ absent: null })).toEqual(['apple', 'plum', 'pear']);
    expect(await names({ absent: _.exists(true) })).toEqual([]);
  });

  test.each(['add', 'get', 'update', 'count', 'aggregate'])('never makes a collection by a call: %s', async (call) => {
    const missing = db.collection('nowhere');
    const calls: Record<string, () => Promise<unknown>> = {
      add: () => missing.add({ a: 1 }),
      get: () => missing.get(),
      update: () => missing.where({ a: 1 }).update({ a: 2 }),
      count: () => missing.count(),
      aggregate: () => missing.aggregate().match({ a: 1 }).end(),
    };
    expect(await refusal(calls[call]?.() ?? Promise.resolve())).toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
      message: expect.stringContaining('Db or Table not exist: nowhere'),
    });
  });

  test('makes a collection once, when asked to', async () => {
    await db.createCollection('made');
    await db.collection('made').add({ a: 1 });
    expect((await refusal(db.createCollection('made'))).code).toBe('DATABASE_COLLECTION_ALREADY_EXIST');
  });
});

describe('the wx-server-sdk', () => {
  test('shows its own error codes for a missing collection, a duplicate and a missing document', async () => {
    const wx = wxDatabase(cloud.url);
    await wx.collection('things').add({ data: { _id: 'a', mark: 'a' } });
    await expect(wx.collection('nowhere').get()).rejects.toMatchObject({ errCode: -502005 });
    await expect(wx.collection('things').add({ data: { _id: 'a', mark: 'b' } })).rejects.toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('E11000 duplicate key error collection: tnt-local.things index: _id_'),
    });
    await expect(wx.collection('things').doc('none').get()).rejects.toMatchObject({ errCode: -1 });
  });

  test('adds, reads, counts, updates and removes', async () => {
    const wx = wxDatabase(cloud.url);
    const things = wx.collection('things');
    expect(await things.add({ data: { _id: 'a', mark: 'a', at: new Date(5) } })).toMatchObject({ _id: 'a' });
    expect((await things.doc('a').get()).data).toEqual({ _id: 'a', mark: 'a', at: new Date(5) });
    expect((await things.where({ mark: 'a' }).update({ data: { n: wx.command.inc(2) } })).stats).toEqual({
      updated: 1,
    });
    expect((await things.where({ n: 2 }).count()).total).toBe(1);
    expect((await things.where({ n: 2 }).remove()).stats).toEqual({ removed: 1 });
  });
});
