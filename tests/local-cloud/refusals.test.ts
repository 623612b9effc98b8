import type { LocalCloud } from '../../scripts/local-cloud/start';
import { nodeDatabase, type NodeDatabase } from './support/clients';
import { startTestCloud } from './support/cloud';
import { refusal } from './support/refusal';

let cloud: LocalCloud;
let db: NodeDatabase;

beforeAll(async () => {
  cloud = await startTestCloud();
  db = nodeDatabase(cloud.url);
});
afterAll(() => cloud.close());
afterEach(() => db.collection('plain').where({}).remove());

describe('what is not answered as CloudBase would is refused by name', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a transaction', () => db.startTransaction()],
    [
      '$nearSphere',
      () =>
        db
          .collection('plain')
          .where({ at: db.command.geoNear({ geometry: new db.Geo.Point(1, 2), maxDistance: 1 }) })
          .get(),
    ],
    [
      '$geoNear',
      () =>
        db
          .collection('plain')
          .aggregate()
          .geoNear({ near: new db.Geo.Point(1, 2), spherical: true, distanceField: 'd' })
          .end(),
    ],
    [
      '$dateToString',
      () =>
        db
          .collection('plain')
          .aggregate()
          .project({ d: db.command.aggregate.dateToString({ date: '$at' }) })
          .end(),
    ],
    [
      '$bit',
      () =>
        db
          .collection('plain')
          .where({})
          .options({ raw: true })
          .update({ $bit: { a: { and: 1 } } }),
    ],
    [
      '$gte with null',
      () =>
        db
          .collection('plain')
          .where({ a: db.command.gte(null) })
          .get(),
    ],
  ])('%s', async (name, call) => {
    const { message } = await refusal(call());
    expect(message).toMatch(/is not offered by the local cloud/);
    if (name.startsWith('$')) expect(message).toContain(name.split(' ')[0]);
  });

  test.each<[string, object, string]>([
    ['inc of a text', { name: 'inc' }, 'non-numeric'],
    ['push to a text', { name: 'push' }, 'must be an array'],
    ['a field inside a number', { 'n.x': 1 }, 'Cannot create field'],
  ])('%s', async (_name, given, reason) => {
    await db.collection('plain').add({ _id: 'a', name: 'text', n: 1 });
    const operators: Record<string, unknown> = { inc: db.command.inc(1), push: db.command.push(['x']) };
    const change = Object.fromEntries(
      Object.entries(given).map(([field, value]) => [field, operators[String(value)] ?? value]),
    );
    expect(await refusal(db.collection('plain').doc('a').update(change))).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(reason),
    });
    expect((await db.collection('plain').doc('a').get()).data).toEqual([{ _id: 'a', name: 'text', n: 1 }]);
  });

  test('a field with a dollar or a dot in a document', async () => {
    expect((await refusal(db.collection('plain').add({ a: { $gt: 1 } }))).message).toContain('not valid for storage');
    expect((await refusal(db.collection('plain').add({ 'a.b': 1 }))).message).toContain('not valid for storage');
  });
});
