import type { LocalCloud } from '../../../scripts/local-cloud/start';
import { nodeDatabase } from '../support/clients';
import { startTestCloud } from '../support/cloud';
import { refusal } from '../support/refusal';
import { messageOf, nodeClient, wxClient, type Client } from './support/both-sdks';

let cloud: LocalCloud;
let clients: Record<Client['name'], Client>;

beforeAll(async () => {
  cloud = await startTestCloud();
  clients = { 'node-sdk': nodeClient(cloud.url), 'wx-server-sdk': wxClient(cloud.url) };
});
afterAll(() => cloud.close());
afterEach(async () => {
  for (const name of ['plain', 'things']) await clients['node-sdk'].remove(name, {});
});

describe.each(['node-sdk', 'wx-server-sdk'] as const)('a write of the %s', (name) => {
  test('keeps every kind of value', async () => {
    const client = clients[name];
    const document = {
      _id: 'a',
      numbers: [0, -1, 1.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e300, 5e-324],
      texts: ['', '甲 😀', 'a\0b', '$n', 'a.b'],
      at: [new Date(0), new Date(-1), new Date(1_795_366_829_867)],
      nothing: null,
      truth: [true, false],
      deep: { empty: {}, none: [], list: [[1], [{ k: null }]] },
    };
    await client.add('plain', document);
    expect(await client.doc('plain', 'a')).toEqual(document);
  });

  test('keeps infinities and what is no number', async () => {
    const client = clients[name];
    await client.add('plain', { _id: 'a', n: [Infinity, -Infinity, NaN] });
    expect((await client.doc('plain', 'a'))?.['n']).toEqual([Infinity, -Infinity, NaN]);
  });

  test('leaves out what is undefined', async () => {
    const client = clients[name];
    await client.add('plain', { _id: 'a', n: undefined, m: 1 });
    expect(await client.doc('plain', 'a')).toEqual({ _id: 'a', m: 1 });
  });

  test('keeps the shapes of the map, which the SDK gives back as its own objects', async () => {
    const client = clients[name];
    const point = new client.Geo.Point(116.4, 39.9);
    const line = new client.Geo.LineString([point, new client.Geo.Point(117, 40)]);
    await client.add('plain', { _id: 'a', point, line });
    const found = await client.doc('plain', 'a');
    expect(JSON.parse(JSON.stringify(found))).toEqual({
      _id: 'a',
      point: { type: 'Point', coordinates: [116.4, 39.9] },
      line: {
        type: 'LineString',
        coordinates: [
          [116.4, 39.9],
          [117, 40],
        ],
      },
    });
  });

  test('finds a document by a number as its _id, and not by its text', async () => {
    const client = clients[name];
    await client.add('plain', { _id: 7 });
    expect(await client.doc('plain', 7)).toEqual({ _id: 7 });
    expect(await client.doc('plain', '7')).toBeUndefined();
  });

  test('of several documents keeps those before the refused one, as an ordered insert does', async () => {
    const client = clients[name];
    await client.add('plain', { _id: 'b' });
    const message = await messageOf(client.add('plain', [{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }]));
    expect(message).toContain(
      'E11000 duplicate key error collection: tnt-local.plain index: _id_ dup key: { _id: "b" }',
    );
    expect(await client.get('plain')).toEqual([{ _id: 'b' }, { _id: 'a' }]);
  });

  test('of several documents keeps none if one is malformed', async () => {
    const client = clients[name];
    expect(await messageOf(client.add('plain', [{ _id: 'a' }, { 'x.y': 1 }]))).toContain('not valid for storage');
    expect(await client.count('plain')).toBe(0);
  });

  test.each<[string, object, string]>([
    ['a field that begins with a dollar', { a: { $gt: 1 } }, "dollar ($) prefixed field '$gt'"],
    ['a field with a dot', { 'a.b': 1 }, "dotted field 'a.b'"],
    ['an array as _id', { _id: [1] }, "can't use an array"],
  ])('refuses a document with %s', async (_title, document, message) => {
    expect(await messageOf(clients[name].add('plain', document))).toContain(message);
  });

  test('takes a field that ends in a dot', async () => {
    await clients[name].add('plain', { _id: 'a', 'n.': 1 });
    expect(await clients[name].doc('plain', 'a')).toEqual({ _id: 'a', 'n.': 1 });
  });

  test('sets a whole document: makes it, replaces it, and counts an equal one', async () => {
    const client = clients[name];
    expect(await client.set('plain', 'a', { x: 1, y: 1 })).toEqual({ updated: 0, isCreated: true });
    expect(await client.set('plain', 'a', { x: 2 })).toEqual({ updated: 1, isCreated: false });
    expect(await client.set('plain', 'a', { x: 2 })).toEqual({ updated: 1, isCreated: false });
    expect(await client.doc('plain', 'a')).toEqual({ _id: 'a', x: 2 });
  });

  test('refuses commands and an _id in a whole document', async () => {
    const client = clients[name];
    expect(await messageOf(client.set('plain', 'a', { n: client.command.inc(1) }))).toContain('operator');
    expect(await messageOf(client.set('plain', 'a', { _id: 'b' }))).toContain('不能更新_id的值');
  });

  test('removes by filter, one document where it is told so, and by id', async () => {
    const client = clients[name];
    await client.add('plain', [{ _id: 'a', n: 1 }, { _id: 'b', n: 1 }, { _id: 'c', n: 1 }, { _id: 'd' }]);
    expect(await client.remove('plain', { n: 1 }, { multi: false })).toBe(1);
    expect(await client.remove('plain', { n: 1 })).toBe(2);
    expect(await client.removeDoc('plain', 'd')).toBe(1);
    expect(await client.removeDoc('plain', 'd')).toBe(0);
  });

  test('needs a collection that exists, which only createCollection makes', async () => {
    const client = clients[name];
    const made = `made-by-${name}`;
    expect(await messageOf(client.add(made, { a: 1 }))).toContain(`Db or Table not exist: ${made}`);
    await client.createCollection(made);
    await client.add(made, { a: 1 });
    expect(await client.count(made)).toBe(1);
    expect(await messageOf(client.createCollection(made))).toContain(`Table exist: ${made}`);
  });

  test.each<[string, (client: Client) => Promise<unknown>]>([
    ['get', (client) => client.get('none')],
    ['count', (client) => client.count('none')],
    ['update', (client) => client.update('none', { a: 1 }, { a: 2 })],
    ['updateDoc', (client) => client.updateDoc('none', 'a', { a: 2 })],
    ['set', (client) => client.set('none', 'a', { a: 2 })],
    ['remove', (client) => client.remove('none', {})],
  ])('and a %s need it too', async (_title, call) => {
    expect(await messageOf(call(clients[name]))).toContain('Db or Table not exist: none');
  });
});

describe('what only the node-sdk offers', () => {
  test('updateAndReturn gives the document as it is after the update, or none', async () => {
    const db = nodeDatabase(cloud.url);
    await db.collection('plain').add([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ]);
    const first = await db
      .collection('plain')
      .where({ n: 1 })
      .updateAndReturn({ n: db.command.inc(1) });
    expect(first).toMatchObject({ updated: 1, doc: { _id: 'a', n: 2 } });
    const unchanged = await db.collection('plain').where({ _id: 'a' }).updateAndReturn({ n: 2 });
    expect(unchanged).toMatchObject({ updated: 1, doc: { _id: 'a', n: 2 } });
    expect(await db.collection('plain').where({ n: 9 }).updateAndReturn({ n: 1 })).toMatchObject({
      updated: 0,
      doc: null,
    });
  });

  test('an object id is kept as one, and found by one', async () => {
    const db = nodeDatabase(cloud.url) as ReturnType<typeof nodeDatabase> & { ObjectId(of: { id: string }): unknown };
    const ref = db.ObjectId({ id: '5F3E9a0b5f3e9a0b5f3e9a0b' });
    await db.collection('plain').add([
      { _id: 'a', ref },
      { _id: 'b', ref: '5f3e9a0b5f3e9a0b5f3e9a0b' },
    ]);
    const { data } = await db.collection('plain').where({ ref }).get<{ _id: string }>();
    expect(data.map((row) => row._id)).toEqual(['a']);
  });

  test('an object id is answered as its digits, as a field and as an _id', async () => {
    const db = nodeDatabase(cloud.url) as ReturnType<typeof nodeDatabase> & { ObjectId(of: { id: string }): unknown };
    const digits = '5f3e9a0b5f3e9a0b5f3e9a0b';
    const id = db.ObjectId({ id: digits });
    const text = `a text that says {"$oid":"${digits}"}`;
    const added = await db.collection('plain').add([{ _id: id, ref: { deep: [id] }, text } as never]);
    expect(added).toMatchObject({ ids: [digits] });
    const stored = { _id: digits, ref: { deep: [digits] }, text };
    expect((await db.collection('plain').get()).data).toEqual([stored]);
    expect((await db.collection('plain').field({ ref: true }).get()).data).toEqual([{ _id: digits, ref: stored.ref }]);
    expect((await db.collection('plain').aggregate().match({ ref: stored.ref }).end()).data).toEqual([]);
    expect((await db.collection('plain').aggregate().end()).data).toEqual([stored]);
    const { doc } = await db.collection('plain').where({}).updateAndReturn({ n: 1 });
    expect(doc).toEqual({ ...stored, n: 1 });
  });

  test('raw operators go through as they are', async () => {
    const db = nodeDatabase(cloud.url);
    const raw = db.collection('plain').options({ raw: true });
    await db.collection('plain').add({ _id: 'a', n: 1 });
    cloud.setClock(() => 1_800_000_000_000);
    await raw.where({ n: { $gte: 1 } }).update({ $inc: { n: 4 }, $currentDate: { at: true }, $setOnInsert: { x: 1 } });
    cloud.setClock(0);
    expect((await db.collection('plain').get()).data).toEqual([{ _id: 'a', n: 5, at: new Date(1_800_000_000_000) }]);
    expect((await refusal(raw.where({}).update({ n: 1 }))).message).toContain("must contain key beginning with '$'");
    expect((await refusal(raw.where({}).update({ $add: { n: 1 } }))).message).toContain('Unknown modifier: $add');
  });

  test('a write to a whole collection needs a filter, if an empty one', async () => {
    const db = nodeDatabase(cloud.url);
    await db.collection('plain').add({ _id: 'a' });
    expect((await refusal(db.collection('plain').remove())).code).toBe('INVALID_PARAM');
    expect((await db.collection('plain').where({}).remove()).deleted).toBe(1);
  });
});
