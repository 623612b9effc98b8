import fc from 'fast-check';
import { orderCandidates } from '../../../../../miniprogram/packages/voter/poll/candidate-order';

const seeds = fc.integer({ min: 0, max: 0xffffffff });
const lists = fc.uniqueArray(
  fc.record({ id: fc.string({ minLength: 1, maxLength: 12 }), withdrawn: fc.constantFrom(true as const, undefined) }),
  { selector: ({ id }) => id, maxLength: 40 },
);
const twenty = Array.from({ length: 20 }, (_, at) => ({ id: `candidate-${at + 1}` }));

test('every voter sees every candidate exactly once', () => {
  fc.assert(
    fc.property(lists, seeds, (list, seed) => {
      const ordered = orderCandidates(list, seed);
      expect(new Set(ordered)).toEqual(new Set(list));
      expect(ordered).toHaveLength(list.length);
    }),
  );
});

test('a voter keeps the same order however the server lists the candidates', () => {
  fc.assert(
    fc.property(lists, seeds, (list, seed) => {
      expect(orderCandidates([...list].reverse(), seed)).toEqual(orderCandidates(list, seed));
    }),
  );
});

test('a candidate who is added moves no other', () => {
  fc.assert(
    fc.property(seeds, fc.string({ minLength: 13, maxLength: 16 }), (seed, id) => {
      const withOne = orderCandidates([...twenty, { id }], seed);
      expect(withOne.filter((one) => one.id !== id)).toEqual(orderCandidates(twenty, seed));
    }),
  );
});

test('candidates who withdrew stand last', () => {
  fc.assert(
    fc.property(lists, seeds, (list, seed) => {
      const flags = orderCandidates(list, seed).map(({ withdrawn }) => withdrawn === true);
      expect(flags).toEqual([...flags].sort((a, b) => Number(a) - Number(b)));
    }),
  );
});

test('over many voters each candidate stands first about equally often', () => {
  const voters = 4_000;
  const firsts = new Map<string, number>();
  for (let voter = 0; voter < voters; voter += 1) {
    const [first] = orderCandidates(twenty, Math.imul(voter, 2654435761) >>> 0);
    if (first) firsts.set(first.id, (firsts.get(first.id) ?? 0) + 1);
  }
  const expected = voters / twenty.length;
  const chiSquare = twenty.reduce((sum, { id }) => sum + ((firsts.get(id) ?? 0) - expected) ** 2 / expected, 0);
  // 19 degrees of freedom: 43.8 is exceeded by chance once in a thousand; the seeds here are fixed.
  expect(chiSquare).toBeLessThan(43.8);
});
