import type { LocalCloud } from '../../../scripts/local-cloud/start';
import { startTestCloud } from '../support/cloud';
import { messageOf, nodeClient, wxClient, type Client, type Makers } from './support/both-sdks';

let cloud: LocalCloud;
let clients: Record<Client['name'], Client>;

const documents = [
  {
    _id: 'a',
    n: 1,
    text: 'apple',
    tags: ['x', 'y'],
    sizes: [1, 5],
    items: [
      { k: 1, v: 'p' },
      { k: 2, v: 'q' },
    ],
  },
  { _id: 'b', n: 2, text: 'Banana', tags: ['y'], deep: { x: 1, y: 2 }, at: new Date(1000) },
  { _id: 'c', n: 3.5, text: 'cherry\npie', tags: [], deep: { y: 2, x: 1 }, at: new Date(2000) },
  { _id: 'd', n: null, text: '4', flag: true, sizes: [[1, 5], 9] },
  { _id: 'e', text: 'apple pie', tags: 'x', items: [{ k: 2, v: 'p' }], deep: { x: { z: 1 } } },
  { _id: 'f', n: '1', flag: false, spot: { type: 'Point', coordinates: [116.4, 39.9] } },
  { _id: 'g', n: -4, sizes: [2, 3], spot: { type: 'Point', coordinates: [121.5, 31.2] } },
];

beforeAll(async () => {
  cloud = await startTestCloud();
  clients = { 'node-sdk': nodeClient(cloud.url), 'wx-server-sdk': wxClient(cloud.url) };
  await clients['node-sdk'].add('plain', documents);
});
afterAll(() => cloud.close());

type Filter = (makers: Makers) => object;

/** Title, filter, the ids that it finds. MongoDB's manual on each operator is the source unless a comment says otherwise. */
const filters: [string, Filter, string][] = [
  ['a plain value finds its equals and not its texts', () => ({ n: 1 }), 'a'],
  ['a plain value finds arrays that contain it', () => ({ tags: 'x' }), 'ae'],
  ['a plain array is found whole, in its order', () => ({ tags: ['x', 'y'] }), 'a'],
  ['a plain array is found within an array', () => ({ sizes: [1, 5] }), 'ad'],
  ['an empty array is found whole', () => ({ tags: [] }), 'c'],
  ['null finds null and missing fields', () => ({ n: null }), 'de'],
  ['a nested object is a set of paths', () => ({ deep: { x: 1 } }), 'bc'],
  ['a path goes through arrays of objects', () => ({ 'items.v': 'p' }), 'ae'],
  ['a path names an item of an array', () => ({ 'items.0.k': 2 }), 'e'],
  [
    'null at a path through an array finds items without the field',
    () => ({ 'items.none': null, items: { v: 'q' } }),
    'a',
  ],
  ['a date finds its equals', () => ({ at: new Date(1000) }), 'b'],
  ['eq', ({ command: _ }) => ({ n: _.eq(1) }), 'a'],
  ['eq with a whole object minds the order of fields', ({ command: _ }) => ({ deep: _.eq({ x: 1, y: 2 }) }), 'b'],
  ['neq also finds missing fields', ({ command: _ }) => ({ flag: _.neq(true) }), 'abcefg'],
  ['neq excludes arrays that contain the value', ({ command: _ }) => ({ tags: _.neq('y') }), 'cdefg'],
  ['gt stays within its type', ({ command: _ }) => ({ n: _.gt(1) }), 'bc'],
  ['gte', ({ command: _ }) => ({ n: _.gte(1) }), 'abc'],
  ['gte with null finds null and missing fields', ({ command: _ }) => ({ n: _.gte(null) }), 'de'],
  ['lt', ({ command: _ }) => ({ n: _.lt(2) }), 'ag'],
  ['lte', ({ command: _ }) => ({ n: _.lte(2) }), 'abg'],
  ['lt with a text', ({ command: _ }) => ({ text: _.lt('a') }), 'bd'],
  ['gt with a date', ({ command: _ }) => ({ at: _.gt(new Date(1000)) }), 'c'],
  ['gte with a truth value', ({ command: _ }) => ({ flag: _.gte(false) }), 'df'],
  ['a range may be met by two items of an array', ({ command: _ }) => ({ sizes: _.gt(4).and(_.lt(2)) }), 'a'],
  ['in', ({ command: _ }) => ({ n: _.in([2, '1']) }), 'bf'],
  ['in with null finds missing fields', ({ command: _ }) => ({ flag: _.in([null, false]) }), 'abcefg'],
  ['in with a pattern', ({ command: _ }) => ({ text: _.in([/^ban/i, '4']) }), 'bd'],
  ['in with nothing finds nothing', ({ command: _ }) => ({ n: _.in([]) }), ''],
  ['nin', ({ command: _ }) => ({ n: _.nin([1, 2, null]) }), 'cfg'],
  ['nin with nothing finds everything', ({ command: _ }) => ({ n: _.nin([]) }), 'abcdefg'],
  ['exists(true) finds null too', ({ command: _ }) => ({ n: _.exists(true) }), 'abcdfg'],
  ['exists(false)', ({ command: _ }) => ({ n: _.exists(false) }), 'e'],
  ['exists of an empty array', ({ command: _ }) => ({ tags: _.exists(true) }), 'abce'],
  ['exists of a path through an array', ({ command: _ }) => ({ 'items.v': _.exists(true) }), 'ae'],
  ['mod with two arguments', ({ command: _ }) => ({ n: _.mod(2, 1) }), 'ac'],
  ['mod with an array', ({ command: _ }) => ({ n: _.mod([2, 0]) }), 'bg'],
  ['all', ({ command: _ }) => ({ tags: _.all(['y', 'x']) }), 'a'],
  ['all with one value finds a plain value', ({ command: _ }) => ({ tags: _.all(['x']) }), 'ae'],
  ['all with nothing finds nothing', ({ command: _ }) => ({ tags: _.all([]) }), ''],
  ['all of elemMatch', ({ command: _ }) => ({ items: _.all([_.elemMatch({ k: 1 }), _.elemMatch({ v: 'q' })]) }), 'a'],
  ['elemMatch asks one item for everything', ({ command: _ }) => ({ items: _.elemMatch({ k: 2, v: 'p' }) }), 'e'],
  ['elemMatch with commands inside', ({ command: _ }) => ({ items: _.elemMatch({ k: _.gt(1), v: 'q' }) }), 'a'],
  ['elemMatch with conditions on plain items', ({ command: _ }) => ({ sizes: _.elemMatch({ $gt: 1, $lt: 3 }) }), 'g'],
  ['size', ({ command: _ }) => ({ tags: _.size(2) }), 'a'],
  ['size of an empty array', ({ command: _ }) => ({ tags: _.size(0) }), 'c'],
  ['and on a field', ({ command: _ }) => ({ n: _.and(_.gt(1), _.lt(3)) }), 'b'],
  ['and of filters', ({ command: _ }) => _.and([{ n: _.gt(0) }, { 'deep.x': 1 }]), 'bc'],
  ['or on a field', ({ command: _ }) => ({ n: _.or(_.eq(1), _.eq(2)) }), 'ab'],
  ['or, chained', ({ command: _ }) => ({ n: _.gt(3).or(_.lt(0)) }), 'cg'],
  ['or of filters', ({ command: _ }) => _.or([{ n: 1 }, { text: '4' }]), 'ad'],
  ['or beside a field', ({ command: _ }) => _.and([_.or([{ n: 1 }, { n: 2 }]), { tags: 'x' }]), 'a'],
  ['nor of filters', ({ command: _ }) => _.nor([{ n: _.exists(true) }, { text: 'x' }]), 'e'],
  ['nor on a field', ({ command: _ }) => ({ n: _.nor(_.gt(0), _.eq(null)) }), 'fg'],
  ['not also finds missing fields', ({ command: _ }) => ({ n: _.not(_.gt(0)) }), 'defg'],
  ['not with a pattern', ({ command: _ }) => ({ text: _.not(/apple/) }), 'bcdfg'],
  ['a pattern', () => ({ text: /^apple/ }), 'ae'],
  ['a pattern that minds no case', () => ({ text: /^BANANA$/i }), 'b'],
  ['a pattern over lines', () => ({ text: /^pie$/m }), 'c'],
  ['without the flag, a pattern over lines finds nothing', () => ({ text: /^pie$/ }), ''],
  ['a pattern whose dot is any character', () => ({ text: /cherry.pie/s }), 'c'],
  ['a pattern in an array', () => ({ tags: /^[xz]$/ }), 'ae'],
  ['RegExp', (makers) => ({ text: makers.RegExp({ regexp: 'APPLE p', options: 'i' }) }), 'e'],
  ['RegExp without options', (makers) => ({ text: makers.RegExp({ regexp: '^[ab]' }) }), 'ae'],
  ['a point is found whole', ({ Geo }) => ({ spot: new Geo.Point(116.4, 39.9) }), 'f'],
  [
    'geoWithin a circle, its radius in radians',
    ({ command: _, Geo }) => ({ spot: _.geoWithin({ centerSphere: [new Geo.Point(116, 40), 100 / 6378.1] }) }),
    'f',
  ],
  ['expr compares fields of one document', ({ command: _ }) => _.expr({ $gt: ['$n', 2] }), 'cf'],
];

describe.each(['node-sdk', 'wx-server-sdk'] as const)('a filter of the %s', (name) => {
  test.each(filters)('%s', async (_title, filter, ids) => {
    const client = clients[name];
    const where = filter(client);
    const found = await client.get('plain', { where });
    expect(found.map((row) => row['_id']).join('')).toBe(ids);
    expect(await client.count('plain', where)).toBe(ids.length);
  });

  /** What MongoDB refuses, in the message that it gives. */
  const wrong: [string, Filter, string][] = [
    ['in without an array', () => ({ n: { $in: 1 } }), '$in needs an array'],
    ['an operator that nobody knows', () => ({ n: { $near2: 1 } }), 'unknown operator: $near2'],
    ['an unknown operator at the top', () => ({ $xor: [] }), 'unknown top level operator: $xor'],
    ['an empty or', ({ command: _ }) => _.or([]), '$or must be a nonempty array'],
    ['a size that is no whole number', ({ command: _ }) => ({ tags: _.size(1.5) }), '$size'],
    ['mod by zero', ({ command: _ }) => ({ n: _.mod(0, 1) }), 'divisor cannot be 0'],
    ['mod with one number', ({ command: _ }) => ({ n: _.mod([2]) }), 'malformed mod'],
    ['gt with a pattern', ({ command: _ }) => ({ text: _.gt(/a/) }), "Can't have RegEx"],
    ['a wrong pattern', (makers) => ({ text: makers.RegExp({ regexp: '(' }) }), 'Regular expression is invalid'],
  ];
  test.each(wrong)('is refused: %s', async (_title, filter, message) => {
    const client = clients[name];
    expect(await messageOf(client.get('plain', { where: filter(client) }))).toContain(message);
  });

  /** What the local cloud does not answer, each with its reason. */
  const notOffered: [string, Filter, string][] = [
    // MongoDB answers $nearSphere only with a 2dsphere index, which `database.json` cannot declare.
    [
      'geoNear',
      ({ command: _, Geo }) => ({ spot: _.geoNear({ geometry: new Geo.Point(1, 2), maxDistance: 1 }) }),
      '$nearSphere',
    ],
    // MongoDB draws edges as great circles; no library here does.
    [
      'geoWithin a polygon',
      ({ command: _, Geo }) => ({
        spot: _.geoWithin({
          geometry: new Geo.Polygon([
            new Geo.LineString([new Geo.Point(0, 0), new Geo.Point(3, 0), new Geo.Point(3, 3), new Geo.Point(0, 0)]),
          ]),
        }),
      }),
      '$geoWithin other than $centerSphere',
    ],
    [
      'geoIntersects',
      ({ command: _, Geo }) => ({ spot: _.geoIntersects({ geometry: new Geo.Point(1, 2) }) }),
      '$geoIntersects',
    ],
    // Needs a validator of MongoDB's own dialect of JSON Schema.
    ['jsonSchema', ({ command: _ }) => _.jsonSchema({}), '$jsonSchema'],
    // Runs JavaScript in the database, which CloudBase does not allow either.
    ['$where', () => ({ $where: 'true' }), '$where'],
    // Needs a text index, which `database.json` cannot declare.
    ['$text', () => ({ $text: { $search: 'x' } }), '$text'],
    // The wire does not tell a whole double from an integer after it was stored.
    ['$type', () => ({ n: { $type: 'int' } }), '$type'],
  ];
  test.each(notOffered)('is refused by name: %s', async (_title, filter, operator) => {
    const client = clients[name];
    const message = await messageOf(client.get('plain', { where: filter(client) }));
    expect(message).toContain(`${operator} is not offered by the local cloud`);
  });
});
