import type { LocalCloud } from '../../../scripts/local-cloud/start';
import { startTestCloud } from '../support/cloud';
import { messageOf, nodeClient, wxClient, type Client, type Makers } from './support/both-sdks';
import type { Row } from './support/sdk-types';

let cloud: LocalCloud;
let clients: Record<Client['name'], Client>;

beforeAll(async () => {
  cloud = await startTestCloud();
  clients = { 'node-sdk': nodeClient(cloud.url), 'wx-server-sdk': wxClient(cloud.url) };
});
afterAll(() => cloud.close());
afterEach(() => clients['node-sdk'].remove('plain', {}));

type Change = (makers: Makers) => object;

/** Title, the document before, the change, the document after. MongoDB's manual on each operator is the source. */
const changes: [string, object, Change, object][] = [
  ['a plain value', { n: 1 }, () => ({ n: 2, m: 'x' }), { n: 2, m: 'x' }],
  ['null', { n: 1 }, () => ({ n: null }), { n: null }],
  ['undefined changes nothing', { n: 1 }, () => ({ n: undefined, m: 2 }), { n: 1, m: 2 }],
  ['a nested object changes only what it names', { a: { b: 1, c: 1 } }, () => ({ a: { b: 2 } }), { a: { b: 2, c: 1 } }],
  ['a dotted path', { a: { b: 1 } }, () => ({ 'a.c.d': 2 }), { a: { b: 1, c: { d: 2 } } }],
  ['a path that names an item', { l: [1, 2] }, () => ({ 'l.1': 9 }), { l: [1, 9] }],
  ['a path beyond the end fills with null', { l: [1] }, () => ({ 'l.3': 4 }), { l: [1, null, null, 4] }],
  ['a number as a step makes an object where there is nothing', {}, () => ({ 'l.0': 1 }), { l: { 0: 1 } }],
  ['a path through an item', { l: [{ k: 1 }] }, () => ({ 'l.0.k': 2, 'l.0.z': 3 }), { l: [{ k: 2, z: 3 }] }],
  ['a whole array', { l: [1, 2] }, () => ({ l: [3] }), { l: [3] }],
  ['set replaces a whole object', { a: { b: 1, c: 1 } }, ({ command: _ }) => ({ a: _.set({ d: 1 }) }), { a: { d: 1 } }],
  ['remove', { a: 1, b: 1 }, ({ command: _ }) => ({ a: _.remove() }), { b: 1 }],
  ['remove of a nested field', { a: { b: 1, c: 1 } }, ({ command: _ }) => ({ 'a.b': _.remove() }), { a: { c: 1 } }],
  ['remove of an item leaves null', { l: [1, 2, 3] }, ({ command: _ }) => ({ 'l.1': _.remove() }), { l: [1, null, 3] }],
  ['remove of a missing field', { a: 1 }, ({ command: _ }) => ({ 'x.y': _.remove(), b: 2 }), { a: 1, b: 2 }],
  ['inc', { n: 1.5 }, ({ command: _ }) => ({ n: _.inc(2) }), { n: 3.5 }],
  ['inc of a missing field', {}, ({ command: _ }) => ({ a: { b: _.inc(-2) } }), { a: { b: -2 } }],
  ['inc of an item', { l: [1, 2] }, ({ command: _ }) => ({ 'l.0': _.inc(5) }), { l: [6, 2] }],
  ['mul', { n: 3 }, ({ command: _ }) => ({ n: _.mul(2.5) }), { n: 7.5 }],
  ['mul of a missing field makes 0', {}, ({ command: _ }) => ({ n: _.mul(-3) }), { n: 0 }],
  ['min keeps the less', { n: 3, m: 3 }, ({ command: _ }) => ({ n: _.min(2), m: _.min(4) }), { n: 2, m: 3 }],
  ['min of a missing field', {}, ({ command: _ }) => ({ n: _.min(4) }), { n: 4 }],
  ['min goes by the order of types', { n: 'text' }, ({ command: _ }) => ({ n: _.min(4) }), { n: 4 }],
  ['max keeps the greater', { n: 3, m: 3 }, ({ command: _ }) => ({ n: _.max(2), m: _.max(4) }), { n: 3, m: 4 }],
  ['max of dates', { at: new Date(1) }, ({ command: _ }) => ({ at: _.max(new Date(5)) }), { at: new Date(5) }],
  ['rename', { a: 1 }, ({ command: _ }) => ({ a: _.rename('b') }), { b: 1 }],
  [
    'rename into and out of objects',
    { a: { b: 1 } },
    ({ command: _ }) => ({ 'a.b': _.rename('c.d') }),
    { a: {}, c: { d: 1 } },
  ],
  ['rename replaces what is there', { a: 1, b: 2 }, ({ command: _ }) => ({ a: _.rename('b') }), { b: 1 }],
  ['rename of a missing field', { b: 2 }, ({ command: _ }) => ({ a: _.rename('b'), c: 1 }), { b: 2, c: 1 }],
  ['bit and', { n: 13 }, ({ command: _ }) => ({ n: _.bit({ and: 10 }) }), { n: 8 }],
  ['bit or', { n: 3 }, ({ command: _ }) => ({ n: _.bit({ or: 5 }) }), { n: 7 }],
  ['bit xor', { n: 1 }, ({ command: _ }) => ({ n: _.bit({ xor: 5 }) }), { n: 4 }],
  ['push of one', { l: [1] }, ({ command: _ }) => ({ l: _.push(2) }), { l: [1, 2] }],
  ['push of an array adds its items', { l: [1] }, ({ command: _ }) => ({ l: _.push([2, 3]) }), { l: [1, 2, 3] }],
  ['push of several', { l: [1] }, ({ command: _ }) => ({ l: _.push(2, 3) }), { l: [1, 2, 3] }],
  ['push to a missing field', {}, ({ command: _ }) => ({ a: { l: _.push([1]) } }), { a: { l: [1] } }],
  ['push of objects', { l: [] }, ({ command: _ }) => ({ l: _.push([{ k: 1 }]) }), { l: [{ k: 1 }] }],
  [
    'push at a position',
    { l: [1, 4] },
    ({ command: _ }) => ({ l: _.push({ each: [2, 3], position: 1 }) }),
    { l: [1, 2, 3, 4] },
  ],
  [
    'push at a position from the end',
    { l: [1, 3] },
    ({ command: _ }) => ({ l: _.push({ each: [2], position: -1 }) }),
    { l: [1, 2, 3] },
  ],
  ['push with a sort', { l: [3, 1] }, ({ command: _ }) => ({ l: _.push({ each: [2], sort: -1 }) }), { l: [3, 2, 1] }],
  [
    'push with a sort by a field and a slice',
    { l: [{ k: 3 }, { k: 1 }] },
    ({ command: _ }) => ({ l: _.push({ each: [{ k: 2 }], sort: { k: 1 }, slice: 2 }) }),
    { l: [{ k: 1 }, { k: 2 }] },
  ],
  [
    'push with a slice from the end',
    { l: [1, 2] },
    ({ command: _ }) => ({ l: _.push({ each: [3], slice: -2 }) }),
    { l: [2, 3] },
  ],
  ['push with a slice of 0', { l: [1, 2] }, ({ command: _ }) => ({ l: _.push({ each: [], slice: 0 }) }), { l: [] }],
  ['pop', { l: [1, 2, 3] }, ({ command: _ }) => ({ l: _.pop() }), { l: [1, 2] }],
  ['shift', { l: [1, 2, 3] }, ({ command: _ }) => ({ l: _.shift() }), { l: [2, 3] }],
  ['pop of an empty array', { l: [] }, ({ command: _ }) => ({ l: _.pop(), n: 1 }), { l: [], n: 1 }],
  ['unshift', { l: [3] }, ({ command: _ }) => ({ l: _.unshift([1, 2]) }), { l: [1, 2, 3] }],
  ['unshift of several', { l: [3] }, ({ command: _ }) => ({ l: _.unshift(1, 2) }), { l: [1, 2, 3] }],
  ['pull of a value', { l: [1, 2, 1] }, ({ command: _ }) => ({ l: _.pull(1) }), { l: [2] }],
  ['pull by a command', { l: [1, 5, 9] }, ({ command: _ }) => ({ l: _.pull(_.gte(5)) }), { l: [1] }],
  ['pull by a list', { l: ['a', 'b', 'c'] }, ({ command: _ }) => ({ l: _.pull(_.in(['a', 'c'])) }), { l: ['b'] }],
  [
    'pull of objects by some fields',
    { l: [{ k: 1, v: 1 }, { k: 2 }] },
    ({ command: _ }) => ({ l: _.pull({ k: 1 }) }),
    { l: [{ k: 2 }] },
  ],
  [
    'pull of objects by a command',
    { l: [{ k: 1 }, { k: 2 }] },
    ({ command: _ }) => ({ l: _.pull({ k: _.gt(1) }) }),
    { l: [{ k: 1 }] },
  ],
  ['pull of nothing that is there', { l: [1] }, ({ command: _ }) => ({ l: _.pull(7), n: 1 }), { l: [1], n: 1 }],
  ['pullAll', { l: [1, 2, 3, 1] }, ({ command: _ }) => ({ l: _.pullAll([1, 3]) }), { l: [2] }],
  [
    'pullAll of whole objects',
    { l: [{ k: 1, v: 1 }, { k: 1 }] },
    ({ command: _ }) => ({ l: _.pullAll([{ k: 1 }]) }),
    { l: [{ k: 1, v: 1 }] },
  ],
  ['addToSet of a new value', { l: [1] }, ({ command: _ }) => ({ l: _.addToSet(2) }), { l: [1, 2] }],
  ['addToSet of a known value', { l: [1] }, ({ command: _ }) => ({ l: _.addToSet(1), n: 1 }), { l: [1], n: 1 }],
  [
    'addToSet of an array adds it as one',
    { l: [1] },
    ({ command: _ }) => ({ l: _.addToSet([1, 2]) }),
    { l: [1, [1, 2]] },
  ],
  ['addToSet of each', { l: [1] }, ({ command: _ }) => ({ l: _.addToSet({ $each: [1, 2, 2, 3] }) }), { l: [1, 2, 3] }],
  [
    'addToSet of an object',
    { l: [{ k: 1 }] },
    ({ command: _ }) => ({ l: _.addToSet({ k: 1 }), n: 1 }),
    { l: [{ k: 1 }], n: 1 },
  ],
  [
    'several commands at once',
    { n: 1, l: [1], x: 1 },
    ({ command: _ }) => ({ n: _.inc(1), l: _.push(2), x: _.remove() }),
    { n: 2, l: [1, 2] },
  ],
  [
    'every item of an array',
    { l: [{ k: 1 }, { k: 2 }] },
    ({ command: _ }) => ({ 'l.$[].k': _.inc(10) }),
    { l: [{ k: 11 }, { k: 12 }] },
  ],
];

/** Title, the document, the change, part of the message. The words are MongoDB's, in the frame of CloudBase's driver. */
const refusals: [string, object, Change, string][] = [
  [
    'inc of a text',
    { n: 'x' },
    ({ command: _ }) => ({ n: _.inc(1) }),
    'Cannot apply $inc to a value of non-numeric type',
  ],
  ['inc of null', { n: null }, ({ command: _ }) => ({ n: _.inc(1) }), 'Cannot apply $inc'],
  ['inc by a text', { n: 1 }, ({ command: _ }) => ({ n: _.inc('1') }), 'Cannot increment with non-numeric argument'],
  ['mul of a text', { n: 'x' }, ({ command: _ }) => ({ n: _.mul(2) }), 'Cannot apply $mul'],
  ['push to a number', { l: 1 }, ({ command: _ }) => ({ l: _.push(2) }), 'must be an array'],
  ['addToSet to a text', { l: 'x' }, ({ command: _ }) => ({ l: _.addToSet(2) }), 'must be an array'],
  ['pop of an object', { l: {} }, ({ command: _ }) => ({ l: _.pop() }), 'must be an array'],
  ['pull from a number', { l: 1 }, ({ command: _ }) => ({ l: _.pull(1) }), 'must be an array'],
  ['pullAll without an array', { l: [1] }, ({ command: _ }) => ({ l: _.pullAll(1) }), '$pullAll requires an array'],
  ['a field within a number', { n: 1 }, () => ({ 'n.x': 1 }), "Cannot create field 'x' in element {n: 1}"],
  ['a field within null', { n: null }, () => ({ n: { x: 1 } }), "Cannot create field 'x' in element {n: null}"],
  ['a named field of an array', { l: [1] }, () => ({ 'l.x': 1 }), "Cannot create field 'x'"],
  ['two changes of one path', { a: 1 }, () => ({ 'a.b': 1, a: { 'b.c': 2 } }), "would create a conflict at 'a.b'"],
  [
    'rename of an item',
    { l: [{ k: 1 }] },
    ({ command: _ }) => ({ 'l.0.k': _.rename('x') }),
    'cannot be an array element',
  ],
  [
    'rename to no text',
    { a: 1 },
    ({ command: _ }) => ({ a: _.rename(1) }),
    "The 'to' field for $rename must be a string",
  ],
  ['bit of a text', { n: 'x' }, ({ command: _ }) => ({ n: _.bit({ and: 1 }) }), 'Cannot apply $bit'],
  ['bit with another operation', { n: 1 }, ({ command: _ }) => ({ n: _.bit({ nand: 1 }) }), "'and', 'or', and 'xor'"],
  [
    'every item of what is no array',
    { l: 1 },
    () => ({ 'l.$[]': 1 }),
    'Cannot apply array updates to non-array element l',
  ],
  [
    'the found item where the filter asks for none',
    { l: [1] },
    () => ({ 'l.$': 1 }),
    'The positional operator did not find the match',
  ],
  ['an empty step', { a: 1 }, () => ({ 'a..b': 1 }), 'contains an empty field name'],
  // CloudBase's SDK has no way to send array filters, so that MongoDB would not know the name either.
  ['a filtered position', { l: [1] }, () => ({ 'l.$[x]': 1 }), "'$[x]' is not offered"],
];

describe.each(['node-sdk', 'wx-server-sdk'] as const)('an update of the %s', (name) => {
  test.each(changes)('%s', async (_title, before, change, after) => {
    const client = clients[name];
    await client.add('plain', { _id: 'a', ...before });
    expect(await client.updateDoc('plain', 'a', change(client))).toBe(1);
    expect(await client.doc('plain', 'a')).toEqual({ _id: 'a', ...after });
  });

  test.each(refusals)('is refused and changes nothing: %s', async (_title, before, change, message) => {
    const client = clients[name];
    await client.add('plain', { _id: 'a', ...before, other: 1 });
    expect(await messageOf(client.updateDoc('plain', 'a', { ...change(client), other: 2 }))).toContain(message);
    expect(await client.doc('plain', 'a')).toEqual({ _id: 'a', ...before, other: 1 });
  });

  test('counts only the documents that it changed', async () => {
    const client = clients[name];
    await client.add('plain', [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
      { _id: 'c', n: 2 },
    ]);
    expect(await client.update('plain', {}, { n: 2 })).toBe(1);
    expect(await client.update('plain', { n: 9 }, { n: 2 })).toBe(0);
    expect(await client.updateDoc('plain', 'none', { n: 2 })).toBe(0);
  });

  test('changes one document where it is told so', async () => {
    const client = clients[name];
    await client.add('plain', [{ n: 1 }, { n: 1 }, { n: 1 }]);
    expect(await client.update('plain', { n: 1 }, { n: 2 }, { multi: false })).toBe(1);
    expect(await client.count('plain', { n: 1 })).toBe(2);
  });

  test.each<[string, object]>([
    ['by a field of its items', { 'l.k': 2 }],
    ['by a condition on one item', { l: { $elemMatch: { k: { $gt: 1 } } } }],
  ])('changes the item that the filter found, %s', async (_title, filter) => {
    const client = clients[name];
    await client.add('plain', { _id: 'a', l: [{ k: 1 }, { k: 2 }, { k: 2 }] });
    expect(await client.update('plain', filter, { 'l.$.v': 'x' })).toBe(1);
    expect(await client.doc('plain', 'a')).toEqual({ _id: 'a', l: [{ k: 1 }, { k: 2, v: 'x' }, { k: 2 }] });
  });

  test('refuses to change the _id', async () => {
    const client = clients[name];
    expect(await messageOf(client.update('plain', {}, { _id: 'b' }))).toContain('不能更新_id的值');
  });

  test("puts the server's time, with an offset, in a field", async () => {
    const client = clients[name];
    await client.add('plain', { _id: 'a' });
    cloud.setClock(() => 1_800_000_000_000);
    await client.updateDoc('plain', 'a', { at: client.serverDate(), later: client.serverDate({ offset: -1000 }) });
    cloud.setClock(0);
    expect(await client.doc('plain', 'a')).toEqual<Row>({
      _id: 'a',
      at: new Date(1_800_000_000_000),
      later: new Date(1_799_999_999_000),
    });
  });
});
