import type { LocalCloud } from '../../../scripts/local-cloud/start';
import { startTestCloud } from '../support/cloud';
import { messageOf, nodeClient, wxClient, type Client, type Makers, type Reading } from './support/both-sdks';

let cloud: LocalCloud;
let clients: Record<Client['name'], Client>;

const document = {
  _id: 'a',
  n: 1,
  deep: { x: 1, y: { z: 2, w: 3 } },
  list: [1, 2, 3, 4],
  items: [{ k: 1, v: 'p' }, { k: 2, v: 'q' }, 5],
};

beforeAll(async () => {
  cloud = await startTestCloud();
  clients = { 'node-sdk': nodeClient(cloud.url), 'wx-server-sdk': wxClient(cloud.url) };
  await clients['node-sdk'].add('plain', document);
  await clients['node-sdk'].add('things', [
    { _id: '1', mark: 1, n: 2 },
    { _id: '2', mark: 2, n: 1 },
    { _id: '3', mark: 3, n: 2, text: 'b' },
    { _id: '4', mark: 4, n: null, text: 'a' },
    { _id: '5', mark: 5, n: '1' },
    { _id: '6', mark: 6, n: [0, 9] },
    { _id: '7', mark: 7, n: [] },
    { _id: '8', mark: 8, n: { a: 1 } },
    { _id: '9', mark: 9, n: true, text: '😀' },
  ]);
});
afterAll(() => cloud.close());

type Fields = (makers: Makers) => object;

/** Title, the fields asked for, what comes back. */
const projections: [string, Fields, object][] = [
  ['true', () => ({ n: true }), { _id: 'a', n: 1 }],
  ['1', () => ({ n: 1 }), { _id: 'a', n: 1 }],
  ['no _id', () => ({ n: 1, _id: 0 }), { n: 1 }],
  ['only the _id', () => ({ _id: true }), { _id: 'a' }],
  ['false', () => ({ deep: false, items: false, list: false }), { _id: 'a', n: 1 }],
  ['all but the _id and others', () => ({ _id: false, deep: 0, items: 0, list: 0 }), { n: 1 }],
  ['a path', () => ({ 'deep.y.z': 1 }), { _id: 'a', deep: { y: { z: 2 } } }],
  ['all but a path', () => ({ 'deep.y.z': 0, items: 0, list: 0 }), { _id: 'a', n: 1, deep: { x: 1, y: { w: 3 } } }],
  [
    'a path through an array keeps its objects only',
    () => ({ 'items.k': 1 }),
    { _id: 'a', items: [{ k: 1 }, { k: 2 }] },
  ],
  [
    'all but a path through an array',
    () => ({ 'items.k': 0, deep: 0, list: 0 }),
    { _id: 'a', n: 1, items: [{ v: 'p' }, { v: 'q' }, 5] },
  ],
  ['a missing field', () => ({ none: 1 }), { _id: 'a' }],
  ['a path into a plain value', () => ({ 'n.x': 1 }), { _id: 'a' }],
  ['slice from the start', ({ command: _ }) => ({ n: 1, list: _.project.slice(2) }), { _id: 'a', n: 1, list: [1, 2] }],
  ['slice from the end', ({ command: _ }) => ({ n: 1, list: _.project.slice(-1) }), { _id: 'a', n: 1, list: [4] }],
  [
    'slice with a skip',
    ({ command: _ }) => ({ n: 1, list: _.project.slice([1, 2]) }),
    { _id: 'a', n: 1, list: [2, 3] },
  ],
  [
    'slice with a skip from the end',
    ({ command: _ }) => ({ n: 1, list: _.project.slice([-3, 2]) }),
    { _id: 'a', n: 1, list: [2, 3] },
  ],
  [
    'slice alone keeps the other fields',
    ({ command: _ }) => ({ list: _.project.slice(1) }),
    { ...document, list: [1] },
  ],
  [
    'elemMatch',
    ({ command: _ }) => ({ items: _.project.elemMatch({ k: { $gt: 1 } }) }),
    { _id: 'a', items: [{ k: 2, v: 'q' }] },
  ],
  [
    'elemMatch that finds nothing',
    ({ command: _ }) => ({ n: 1, items: _.project.elemMatch({ k: 9 }) }),
    { _id: 'a', n: 1 },
  ],
];

/** Title, the order asked for, the ids in that order. */
const orders: [string, Reading, string][] = [
  // https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/; an array counts by its least item.
  [
    'ascending, types in their order',
    {
      orderBy: [
        ['n', 'asc'],
        ['_id', 'asc'],
      ],
    },
    '746213589',
  ],
  [
    'descending, an array by its greatest item',
    {
      orderBy: [
        ['n', 'desc'],
        ['_id', 'asc'],
      ],
    },
    '985613247',
  ],
  ['texts by their bytes', { where: { text: { $exists: true } }, orderBy: [['text', 'asc']] }, '439'],
  [
    'by two fields',
    {
      where: { n: 2 },
      orderBy: [
        ['n', 'asc'],
        ['mark', 'desc'],
      ],
    },
    '31',
  ],
  ['skip and limit', { orderBy: [['mark', 'asc']], skip: 2, limit: 3 }, '345'],
  ['a skip beyond the end', { orderBy: [['mark', 'asc']], skip: 20 }, ''],
  ['a limit of 0 is no limit of one’s own', { orderBy: [['mark', 'asc']], limit: 0 }, '123456789'],
];

describe.each(['node-sdk', 'wx-server-sdk'] as const)('a read of the %s', (name) => {
  test.each(projections)('gets the fields asked for: %s', async (_title, fields, expected) => {
    const client = clients[name];
    expect(await client.get('plain', { field: fields(client) })).toEqual([expected]);
  });

  test.each<[string, Fields, string]>([
    ['fields both kept and dropped', () => ({ n: 1, deep: 0 }), 'mix of inclusion and exclusion'],
    ['a path and what it leads through', () => ({ deep: 1, 'deep.x': 1 }), 'Path collision at deep.x'],
    ['another operator', () => ({ n: { $abs: 1 } }), 'Unsupported projection option'],
    ['a slice that keeps none', ({ command: _ }) => ({ list: _.project.slice([1, 0]) }), '$slice'],
    ['elemMatch below the top', ({ command: _ }) => ({ 'deep.x': _.project.elemMatch({ k: 1 }) }), 'nested field'],
  ])('is refused: %s', async (_title, fields, message) => {
    const client = clients[name];
    expect(await messageOf(client.get('plain', { field: fields(client) }))).toContain(message);
  });

  test.each(orders)('is in the order asked for: %s', async (_title, reading, ids) => {
    const found = await clients[name].get('things', reading);
    expect(found.map((row) => row['_id']).join('')).toBe(ids);
  });

  test('counts without regard to the limits of a read', async () => {
    expect(await clients[name].count('things')).toBe(9);
    expect(await clients[name].count('things', { n: { $exists: true } })).toBe(9);
  });

  test('refuses to skip less than nothing', async () => {
    expect(await messageOf(clients[name].get('things', { skip: -1 }))).toContain('offset');
  });
});
