import type { LocalCloud } from '../../../scripts/local-cloud/start';
import { nodeDatabase } from '../support/clients';
import { startTestCloud } from '../support/cloud';
import { refusal } from '../support/refusal';
import { messageOf, nodeClient, run, wxClient, type Client } from './support/both-sdks';
import type { Pipeline } from './support/sdk-types';

let cloud: LocalCloud;
let clients: Record<Client['name'], Client>;

beforeAll(async () => {
  cloud = await startTestCloud();
  clients = { 'node-sdk': nodeClient(cloud.url), 'wx-server-sdk': wxClient(cloud.url) };
  await clients['node-sdk'].add('plain', [
    { _id: 'a', kind: 'x', n: 1, tags: ['p', 'q'], deep: { v: 1 } },
    { _id: 'b', kind: 'y', n: 2, tags: ['q'] },
    { _id: 'c', kind: 'x', n: 3, tags: [] },
    { _id: 'd', n: 4, tags: 'p' },
    { _id: 'e', kind: null, n: 5 },
  ]);
  await clients['node-sdk'].add('things', [
    { _id: '1', mark: 1, owner: 'a', price: 10 },
    { _id: '2', mark: 2, owner: 'a', price: 20 },
    { _id: '3', mark: 3, owner: ['b', 'c'], price: 30 },
    { _id: '4', mark: 4, price: 40 },
  ]);
});
afterAll(() => cloud.close());

type Build = (pipeline: Pipeline, client: Client) => Pipeline;

/** Stage and case, the pipeline, its documents. MongoDB's manual on each stage is the source. */
const pipelines: [string, Build, unknown[]][] = [
  ['no stage at all', (p) => p.project({ n: 1 }).match({ n: 1 }), [{ _id: 'a', n: 1 }]],
  [
    'match with commands',
    (p, { command: _ }) => p.match({ n: _.gt(1).and(_.lt(4)), kind: 'x' }).project({ _id: 1 }),
    [{ _id: 'c' }],
  ],
  [
    'match behind another stage',
    (p, { command: _ }) => p.project({ n: 1 }).match({ n: _.in([1, 5]) }),
    [
      { _id: 'a', n: 1 },
      { _id: 'e', n: 5 },
    ],
  ],
  ['match with a pattern', (p) => p.match({ kind: /^Y/i }).project({ _id: 1 }), [{ _id: 'b' }]],
  ['match with expr', (p, { command: _ }) => p.match(_.expr({ $eq: ['$n', 2] })).project({ _id: 1 }), [{ _id: 'b' }]],
  [
    'group by a field, null and a missing one together',
    (p, { command: { aggregate: $ } }) =>
      p.group({ _id: '$kind', count: $.sum(1), total: $.sum('$n') }).sort({ _id: 1 }),
    [
      { _id: null, count: 2, total: 9 },
      { _id: 'x', count: 2, total: 4 },
      { _id: 'y', count: 1, total: 2 },
    ],
  ],
  [
    'group of everything, with each accumulator',
    (p, { command: { aggregate: $ } }) =>
      p.sort({ n: 1 }).group({
        _id: null,
        avg: $.avg('$n'),
        first: $.first('$n'),
        last: $.last('$n'),
        max: $.max('$n'),
        min: $.min('$n'),
        all: $.push('$n'),
        sum: $.sum('$n'),
        dev: $.stdDevSamp('$n'),
      }),
    [{ _id: null, avg: 3, first: 1, last: 5, max: 5, min: 1, all: [1, 2, 3, 4, 5], sum: 15, dev: Math.sqrt(2.5) }],
  ],
  [
    'group with addToSet and stdDevPop',
    (p, { command: { aggregate: $ } }) =>
      p
        .match({ kind: 'x' })
        .group({ _id: '$kind', set: $.addToSet('$kind'), none: $.push('$none'), dev: $.stdDevPop('$n') }),
    [{ _id: 'x', set: ['x'], none: [], dev: 1 }],
  ],
  [
    'group by several fields',
    (p, { command: { aggregate: $ } }) =>
      p
        .match({ kind: 'x' })
        .group({ _id: { kind: '$kind', big: $.gt(['$n', 2]) }, n: $.sum(1) })
        .sort({ '_id.big': 1 }),
    [
      { _id: { kind: 'x', big: false }, n: 1 },
      { _id: { kind: 'x', big: true }, n: 1 },
    ],
  ],
  [
    'project keeps and computes',
    (p, { command: { aggregate: $ } }) => p.match({ n: 1 }).project({ n: 1, twice: $.multiply(['$n', 2]) }),
    [{ _id: 'a', n: 1, twice: 2 }],
  ],
  ['project drops', (p) => p.match({ n: 1 }).project({ tags: 0, deep: 0 }), [{ _id: 'a', kind: 'x', n: 1 }]],
  [
    'project of a path, without the _id',
    (p) => p.match({ n: 1 }).project({ _id: 0, 'deep.v': 1 }),
    [{ deep: { v: 1 } }],
  ],
  [
    'addFields',
    (p, { command: { aggregate: $ } }) => p.match({ n: 2 }).addFields({ m: $.add(['$n', 1]), 'deep.w': 'x' }),
    [{ _id: 'b', kind: 'y', n: 2, tags: ['q'], m: 3, deep: { w: 'x' } }],
  ],
  ['sort, skip, limit', (p) => p.sort({ n: -1 }).skip(1).limit(2).project({ _id: 1 }), [{ _id: 'd' }, { _id: 'c' }]],
  [
    'sort by two fields',
    (p) => p.sort({ kind: -1, n: -1 }).project({ _id: 1 }),
    ['b', 'c', 'a', 'e', 'd'].map((_id) => ({ _id })),
  ],
  ['count', (p) => p.match({ kind: 'x' }).count('many'), [{ many: 2 }]],
  ['count of nothing gives no document', (p) => p.match({ kind: 'none' }).count('many'), []],
  [
    'unwind',
    (p) => p.unwind('$tags').project({ tags: 1 }),
    [
      { _id: 'a', tags: 'p' },
      { _id: 'a', tags: 'q' },
      { _id: 'b', tags: 'q' },
      { _id: 'd', tags: 'p' },
    ],
  ],
  [
    'unwind with its options',
    (p, { command: _ }) =>
      p
        .match({ n: _.lte(3) })
        .unwind({ path: '$tags', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true })
        .project({ tags: 1, at: 1 }),
    [
      { _id: 'a', tags: 'p', at: 0 },
      { _id: 'a', tags: 'q', at: 1 },
      { _id: 'b', tags: 'q', at: 0 },
      { _id: 'c', at: null },
    ],
  ],
  ['replaceRoot', (p) => p.match({ n: 1 }).replaceRoot({ newRoot: '$deep' }), [{ v: 1 }]],
  [
    'sortByCount',
    (p) =>
      p
        .match({ kind: { $exists: true } })
        .match({ kind: { $ne: null } })
        .sortByCount('$kind'),
    [
      { _id: 'x', count: 2 },
      { _id: 'y', count: 1 },
    ],
  ],
  [
    'bucket',
    (p, { command: { aggregate: $ } }) =>
      p.bucket({ groupBy: '$n', boundaries: [1, 3, 5], default: 'more', output: { count: $.sum(1) } }),
    [
      { _id: 1, count: 2 },
      { _id: 3, count: 2 },
      { _id: 'more', count: 1 },
    ],
  ],
  [
    'bucketAuto',
    (p) => p.match({ n: { $lte: 4 } }).bucketAuto({ groupBy: '$n', buckets: 2 }),
    [
      { _id: { min: 1, max: 3 }, count: 2 },
      { _id: { min: 3, max: 4 }, count: 2 },
    ],
  ],
  [
    'lookup by equal fields, arrays on the other side too',
    (p) =>
      p
        .match({ n: { $lte: 3 } })
        .lookup({ from: 'things', localField: '_id', foreignField: 'owner', as: 'own' })
        .project({ 'own._id': 1 }),
    [
      { _id: 'a', own: [{ _id: '1' }, { _id: '2' }] },
      { _id: 'b', own: [{ _id: '3' }] },
      { _id: 'c', own: [{ _id: '3' }] },
    ],
  ],
  [
    'lookup of a missing field finds missing ones',
    (p) =>
      p
        .match({ n: 1 })
        .lookup({ from: 'things', localField: 'none', foreignField: 'owner', as: 'own' })
        .project({ 'own._id': 1 }),
    [{ _id: 'a', own: [{ _id: '4' }] }],
  ],
  [
    'lookup by a pipeline with variables',
    (p, { command: { aggregate: $ } }) =>
      p
        .match({ n: 2 })
        .lookup({
          from: 'things',
          let: { least: { $multiply: ['$n', 10] } },
          pipeline: $.pipeline()
            .match({ $expr: { $gte: ['$price', '$$least'] } })
            .sort({ price: -1 })
            .project({ price: 1, _id: 0 })
            .done(),
          as: 'dear',
        })
        .project({ dear: 1 }),
    [{ _id: 'b', dear: [{ price: 40 }, { price: 30 }, { price: 20 }] }],
  ],
];

/** Stage and case, the pipeline, part of the message. */
const refusals: [string, Build, string][] = [
  // MongoDB needs a geo index for it, which `database.json` cannot declare.
  [
    'geoNear',
    (p, { Geo }) => p.geoNear({ near: new Geo.Point(1, 2), spherical: true, distanceField: 'd' }),
    '$geoNear is not offered',
  ],
  [
    'a lookup in a missing collection',
    (p) => p.lookup({ from: 'none', localField: 'a', foreignField: 'b', as: 'c' }),
    'Db or Table not exist: none',
  ],
  ['a lookup without fields', (p) => p.lookup({ from: 'things', as: 'c' }), '$lookup requires'],
  ['a sort by nothing', (p) => p.sort({}), 'at least one sort key'],
  ['a sort by 2', (p) => p.sort({ n: 2 }), '$sort key ordering'],
  ['a bucket without a place for a value', (p) => p.bucket({ groupBy: '$n', boundaries: [1, 3] }), 'switch'],
  ['an unknown accumulator', (p) => p.group({ _id: null, x: { $none: 1 } }), '$none'],
  ['a group without _id', (p) => p.group({ x: { $sum: 1 } }), '_id'],
  ['a wrong filter', (p) => p.project({ n: 1 }).match({ n: { $none: 1 } }), 'unknown operator: $none'],
];

describe.each(['node-sdk', 'wx-server-sdk'] as const)('a pipeline of the %s', (name) => {
  test.each(pipelines)('%s', async (_title, build, documents) => {
    const client = clients[name];
    expect(await run(build(client.aggregate('plain'), client))).toEqual(documents);
  });

  test('sample gives as many different documents as asked for', async () => {
    const found = await run(clients[name].aggregate('plain').sample({ size: 3 }));
    expect(new Set(found.map((row) => row['_id'])).size).toBe(3);
  });

  test.each(refusals)('is refused: %s', async (_title, build, message) => {
    const client = clients[name];
    expect(await messageOf(run(build(client.aggregate('plain'), client)))).toContain(message);
  });
});

describe('a raw pipeline of the node-sdk', () => {
  interface Raw {
    collection(name: string): { options(of: { raw: true }): { aggregate(stages: object[]): Pipeline } };
  }
  const raw = (stages: object[]): Promise<unknown> =>
    run((nodeDatabase(cloud.url) as unknown as Raw).collection('plain').options({ raw: true }).aggregate(stages));

  test('has the stages that the SDK has no method for', async () => {
    const stages = [
      { $match: { n: 1 } },
      { $set: { m: 2 } },
      { $unset: 'tags' },
      { $facet: { all: [{ $count: 'n' }], some: [{ $project: { m: 1 } }] } },
    ];
    expect(await raw(stages)).toEqual([{ all: [{ n: 1 }], some: [{ _id: 'a', m: 2 }] }]);
    expect(await raw([{ $match: { n: 1 } }, { $replaceWith: '$deep' }])).toEqual([{ v: 1 }]);
  });

  // $out and $merge write, which CloudBase's aggregation does not; the others are newer than its MongoDB or need an index.
  test.each(['$out', '$merge', '$unionWith', '$graphLookup', '$setWindowFields', '$search'])(
    'refuses %s by name',
    async (stage) => {
      expect((await refusal(raw([{ [stage]: {} }]))).message).toContain(
        `the aggregation stage ${stage} is not offered`,
      );
    },
  );
});
