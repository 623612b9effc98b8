import fc from 'fast-check';
import { Query } from 'mingo';
import { compareValues } from '../../scripts/local-cloud/database/compare';
import { encodeKey } from '../../scripts/local-cloud/database/keys';
import { compileMatcher } from '../../scripts/local-cloud/database/matcher';
import type { Document, Value } from '../../scripts/local-cloud/database/wire';

// Few values, so that many are equal; no objects of several fields, which mingo compares without their order.
const scalar = fc.constantFrom<Value>(null, true, false, 0, 1, 2, 2.5, '', 'a', 'ab', new Date(1), new Date(2));
const list = fc.array(scalar, { maxLength: 3 });
const fields = fc.record<Document>(
  { a: fc.oneof(scalar, list), b: scalar, c: fc.oneof(scalar, fc.record({ d: fc.oneof(scalar, list) })) },
  { requiredKeys: [] },
);
// Left out: $mod, where mingo takes null and truth values for numbers, and $all, which it does not try on plain values.
const comparable = scalar.filter((value) => value !== null);
const condition: fc.Arbitrary<Value> = fc.oneof(
  scalar,
  fc.record({ $ne: scalar }),
  fc.record({ $in: list }),
  fc.record({ $nin: list }),
  fc.record({ $gt: comparable }),
  fc.record({ $gte: comparable, $lt: comparable }),
  fc.record({ $lte: comparable }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $size: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ $not: fc.record({ $gt: comparable }) }),
  fc.record({ $regex: fc.constantFrom<Value>('^a', 'B$'), $options: fc.constantFrom<Value>('', 'i') }),
);
const part: fc.Arbitrary<Document> = fc.record<Document>(
  { a: condition, b: condition, 'c.d': condition },
  { requiredKeys: [] },
);
const criteria: fc.Arbitrary<Document> = fc.oneof(
  part,
  fc.record({ $or: fc.tuple(part, part) }),
  fc.record({ $and: fc.tuple(part, part), a: condition }),
  fc.record({ $nor: fc.tuple(part, part) }),
);

test('a filter finds what mingo finds, where mingo and MongoDB agree', () => {
  fc.assert(
    fc.property(fields, criteria, (document, filter) => {
      expect(compileMatcher(filter)(document)).toBe(new Query(filter).test(document));
    }),
    { numRuns: 3000 },
  );
});

const value: fc.Arbitrary<Value> = fc.oneof(
  scalar,
  fc.double(),
  fc.string({ unit: 'grapheme' }),
  list,
  fc.record({ x: scalar, y: fc.oneof(scalar, list) }, { requiredKeys: [] }),
);

test('two values compare as their keys do', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      const byKeys = Buffer.compare(encodeKey(a), encodeKey(b));
      expect(Math.sign(compareValues(a, b)) + 0).toBe(Math.sign(byKeys) + 0);
    }),
    { numRuns: 3000 },
  );
});
