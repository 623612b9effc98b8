import fc from 'fast-check';
import { leastShown, nextTotals } from '../../../../../cloudfunctions/shared/domain/feedback/publication';
import type { SurveyTable, SurveyTotals } from '../../../../../cloudfunctions/shared/universal/survey';

const countsOf = (...tables: number[][]): Parameters<typeof nextTotals>[1] => ({
  answers: sum(tables[0] ?? []),
  tables: tables.map((table) => [table]),
});
const cells = (counts: number[], before?: number[]): (number | null)[] | undefined => {
  const shown = before === undefined ? undefined : (nextTotals(undefined, countsOf(before)) ?? undefined);
  return nextTotals(shown, countsOf(counts))?.tables[0]?.[0]?.cells;
};

test('below ten answers nothing is shown, at ten they are', () => {
  expect(nextTotals(undefined, countsOf([5, 4]))).toBeNull();
  expect(nextTotals(undefined, countsOf([5, 5]))).toMatchObject({ answers: 10 });
});

test.each<[string, number[], (number | null)[]]>([
  ['nine and one: neither', [9, 1], [null, null]],
  ['ten and ten: both', [10, 10], [10, 10]],
  ['ten and none: neither, or it would be told of each what they said', [10, 0], [null, null]],
  ['one small cell takes the next smallest with it', [40, 12, 3], [40, null, null]],
  ['two small cells of less than ten together as well', [40, 12, 3, 2], [40, null, null, null]],
  ['two small cells of ten together stand for themselves', [40, 12, 6, 4], [40, 12, null, null]],
  ['the other way round', [3, 12, 40], [null, null, 40]],
  ['where all agree nothing is shown', [1000, 0, 0], [null, null, null]],
])('%s', (_, counts, wanted) => {
  expect(cells(counts)).toEqual(wanted);
});

test('a table waits until each of its numbers has ten more, and says until when it is', () => {
  const first = nextTotals(undefined, countsOf([20, 20])) as SurveyTotals;
  const second = nextTotals(first, countsOf([29, 30])) as SurveyTotals;
  expect(second).toEqual({ answers: 59, tables: [[{ of: 40, cells: [20, 20] }]] });
  expect(nextTotals(second, countsOf([35, 33]))).toBeNull();
  expect(nextTotals(second, countsOf([39, 30]))).toEqual({ answers: 69, tables: [[{ of: 69, cells: [39, 30] }]] });
});

test('a cell comes out of the rest when it has ten and what it leaves has ten too', () => {
  expect(cells([30, 4, 3], [12, 2, 1])).toEqual([null, null, null]);
  expect(cells([30, 11, 9], [20, 4, 2])).toEqual([30, null, null]);
  expect(cells([30, 15, 8, 3], [20, 8, 2, 1])).toEqual([30, 15, null, null]);
});

/** Answers by cell that come between two looks. */
const batches = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 12 })).chain(([size, count]) =>
  fc.array(
    fc.array(fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 15 }), fc.nat({ max: 60 })), {
      minLength: size,
      maxLength: size,
    }),
    { minLength: count, maxLength: count },
  ),
);

/** All that can be worked out of one version of a table: for each set of cells whose sum it tells, as a mask, that sum. */
function* known({ of, cells: shown }: SurveyTable): Generator<{ mask: number; total: number }> {
  const rest = shown.flatMap((cell, at) => (cell === null ? [at] : []));
  const groups = shown.flatMap((cell, at) => (cell === null ? [] : [{ mask: 1 << at, total: cell }]));
  if (rest.length > 0) {
    const mask = rest.reduce((all, at) => all | (1 << at), 0);
    groups.push({ mask, total: of - sum(groups.map(({ total }) => total)) });
  }
  for (let chosen = 1; chosen < 1 << groups.length; chosen++) {
    const some = groups.filter((_, at) => chosen & (1 << at));
    yield { mask: some.reduce((all, { mask }) => all | mask, 0), total: sum(some.map(({ total }) => total)) };
  }
}

test('whoever keeps all versions works out no number of fewer than ten answers, and no cell by what is left', () => {
  fc.assert(
    fc.property(batches, (all) => {
      const size = all[0]?.length ?? 0;
      const counts = Array.from({ length: size }, () => 0);
      const versions: SurveyTable[] = [];
      let shown: SurveyTotals | undefined;
      for (const batch of all) {
        for (const [at, count] of batch.entries()) counts[at] = (counts[at] ?? 0) + count;
        const next = nextTotals(shown, countsOf([...counts]));
        if (next === null) continue;
        expect(next.answers - (shown?.answers ?? 0)).toBeGreaterThanOrEqual(leastShown);
        shown = next;
        const [table] = next.tables[0] ?? [];
        if (table === undefined || table === versions.at(-1)) continue;
        versions.push(table);
        // What is shown is true.
        expect(table.of).toBe(sum(counts));
        for (const [at, cell] of table.cells.entries()) expect([null, counts[at]]).toContain(cell);
        // What stands together is never one cell.
        expect(table.cells.filter((cell) => cell === null)).not.toHaveLength(1);
      }
      const told = versions.map((version) => [...known(version)]);
      const differences = told.flatMap((later, place) =>
        later.flatMap((one) => [
          one.total,
          // Of answers that a later number has and an earlier one has not.
          ...told
            .slice(0, place)
            .flat()
            .flatMap(({ mask, total }) => ((one.mask & mask) === mask ? [one.total - total] : [])),
        ]),
      );
      expect(Math.min(Infinity, ...differences)).toBeGreaterThanOrEqual(leastShown);
    }),
    { numRuns: 500 },
  );
});

test('a table that everybody answers alike follows: nobody waits for more than as many as it tells of already', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 }), (share) => {
      let shown: SurveyTotals | undefined;
      for (let round = 1; round <= 60; round++) {
        const counts = share.map((each) => each * round);
        shown = nextTotals(shown, countsOf(counts)) ?? shown;
        const of = shown?.tables[0]?.[0]?.of ?? 0;
        // Twice as many have each of its numbers twice, and the least of them is ten.
        expect(sum(counts)).toBeLessThan(2 * of + Math.max(10, 2 * sum(share)));
      }
    }),
  );
});

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
