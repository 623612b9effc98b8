import fc from 'fast-check';
import { Database } from '../../scripts/local-cloud/database/database';
import type { IndexDeclaration } from '../../scripts/local-cloud/database/declaration';
import { encodeKey } from '../../scripts/local-cloud/database/keys';
import { readWire, writeWire, type Document, type Value } from '../../scripts/local-cloud/database/wire';
import { temporaryFolder } from './support/functions';

const indexes = [
  {
    name: 'ab',
    unique: false,
    keys: [
      ['a', 1],
      ['b', -1],
      ['_id', 1],
    ] satisfies IndexDeclaration['keys'],
  },
  { name: 'b', unique: false, keys: [['b', 1]] satisfies IndexDeclaration['keys'] },
  { name: 'deep', unique: false, keys: [['c.d', 1]] satisfies IndexDeclaration['keys'] },
];

// Few values, so that many documents are equal in a field.
const scalar: fc.Arbitrary<Value> = fc.constantFrom<Value>(null, true, NaN, -1, 0, 1, 2, 'a', 'ab', new Date(1));
const condition: fc.Arbitrary<Value> = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }).map((values) => ({ $in: values })),
  fc.record({ $gt: scalar }),
  fc.record({ $lte: scalar }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $ne: scalar }),
);
const criteria: fc.Arbitrary<Document> = fc.oneof(
  fc.constant({}),
  fc.record({ a: condition }),
  fc.record({ a: scalar, b: condition }),
  fc.record({ b: condition }),
  fc.record({ 'c.d': condition }),
  fc.record({ a: condition, 'c.d': condition }),
  fc.record({ $and: fc.tuple(fc.record({ a: condition }), fc.record({ a: condition, b: condition })) }),
  fc.record({ $or: fc.tuple(fc.record({ a: condition }), fc.record({ b: condition })), a: condition }),
);
/** Each ends with the _id: MongoDB leaves the order of equals open, and an index may well change it. */
const order = fc.constantFrom(
  ...['{"a":1,"b":-1,"_id":1}', '{"a":-1,"b":1,"_id":-1}', '{"b":-1,"_id":-1}', '{"b":-1,"_id":1}', '{"_id":-1}'],
  ...['{"a":1,"_id":1}', '{"c.d":1,"_id":1}'],
);

const fieldsWithout: fc.Arbitrary<Document> = fc.record(
  { a: scalar, b: scalar, c: fc.oneof(scalar, fc.record({ d: scalar })) },
  { requiredKeys: [] },
);
const fieldsWith: fc.Arbitrary<Document> = fc.record(
  {
    a: scalar,
    b: fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
    c: fc.oneof(scalar, fc.record({ d: scalar }), fc.array(fc.record({ d: scalar }), { maxLength: 2 })),
  },
  { requiredKeys: [] },
);

test.each([
  ['documents without arrays', fieldsWithout],
  ['documents with arrays', fieldsWith],
])('an index changes how fast %s are found, never which, nor in what order', async (_kind, fields) => {
  const declared = { collections: { indexed: { indexes }, plain: { indexes: [] } } };
  const database = new Database(`${temporaryFolder()}/database.lmdb`, declared, Date.now);
  const run = (action: string, collectionName: string, body: object): Record<string, unknown> =>
    database.run(`database.${action}`, { collectionName, ...body }).data ?? {};
  const idsOf = (name: string, query: object): unknown[] =>
    (run('getDocument', name, query)['list'] as string[]).map((text) => (JSON.parse(text) as { _id: string })._id);

  fc.assert(
    fc.property(
      fc.array(fields, { minLength: 4, maxLength: 12 }),
      criteria,
      order,
      fc.integer({ min: 1, max: 12 }),
      (documents, filter, sort, limit) => {
        const data = documents.map((item, n) => writeWire({ _id: `${n}`, ...item }));
        const query = { query: writeWire(filter), order: sort, limit };
        for (const name of ['indexed', 'plain']) {
          run('removeDocument', name, { query: '{}', multi: true });
          run('insertDocument', name, { data });
        }
        expect(idsOf('indexed', query)).toEqual(idsOf('plain', query));
        expect(run('calculateDocument', 'indexed', query)).toEqual(run('calculateDocument', 'plain', query));
      },
    ),
    { numRuns: 800 },
  );
  await database.close();
});

test('keys sort as MongoDB sorts values', () => {
  const ordered: Value[] = [
    ...[null, NaN, -Infinity, -2, -1.5, 0, 1, 1.5, 2 ** 53, Infinity],
    ...['', '\0', 'A', 'a', 'a\0', 'aa', 'b', '甲', '😀'],
    ...[{}, { a: 1 }, { a: 2 }, { b: 1 }],
    ...[[], [1], [1, 2], [2]],
    ...[false, true, new Date(-1), new Date(0), new Date(1)],
  ];
  const keys = ordered.map((value) => encodeKey(value));
  expect([...keys].sort((a, b) => Buffer.compare(a, b))).toEqual(keys);
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(keys.length);
});

test('a stored value is read as it was written', () => {
  const value: fc.Arbitrary<Value> = fc.oneof(
    scalar,
    fc.double(),
    fc.string(),
    fc.array(fc.oneof(scalar, fc.double())),
  );
  fc.assert(fc.property(value, (given) => expect(readWire(writeWire({ given }), 0)).toEqual({ given })));
});
