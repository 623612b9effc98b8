import fc from 'fast-check';
import { Cells, type LookedAt } from '../../../../../cloudfunctions/shared/domain/fairplay/cells';
import { flagsOf } from '../../../../../cloudfunctions/shared/domain/fairplay/flags';
import { blockOf, boundsOf } from '../../../../../cloudfunctions/shared/domain/fairplay/spans';
import { alarmsOf, compare, suspectsOf } from '../../../../../cloudfunctions/shared/domain/fairplay/test-cells';
import type { Trace } from '../../../../../cloudfunctions/shared/domain/fairplay/trace';
import { usualFairPlay as fairPlay } from '../../../../../cloudfunctions/shared/domain/poll/usual-rules';

const hour = 60 * 60 * 1000;
const start = Date.parse('2026-11-24T08:00:00+08:00');

/** `n` ballots of one choice in an hour, `m` of them flagged. */
function crowd(candidate: number, at: number, n: number, m: number): LookedAt[] {
  return Array.from({ length: n }, (_, index) => ({
    hour: start + at * hour,
    choices: [candidate],
    isFlagged: index < m,
  }));
}

function cellsOf(ballots: readonly LookedAt[], isOf: (ballot: LookedAt) => boolean = () => true): Cells {
  const cells = new Cells();
  for (const ballot of ballots) if (isOf(ballot)) cells.add(ballot);
  return cells;
}

const without = (ballots: readonly LookedAt[], candidate: number): Cells =>
  cellsOf(ballots, ({ choices }) => !choices.includes(candidate));

/** Ten candidates, three blocks each, 100 ballots a block, 2 of them flagged. */
const quiet = Array.from({ length: 10 }, (_, candidate) => [0, 2, 4].map((at) => crowd(candidate, at, 100, 2))).flat(2);

function found(ballots: readonly LookedAt[]): [candidate: number, span: string, block: number][] {
  const withIt = (candidate: number): Cells => cellsOf(ballots, ({ choices }) => choices.includes(candidate));
  return alarmsOf(cellsOf(ballots), fairPlay, withIt).map(({ candidate, span, block }) => [candidate, span, block]);
}

describe('a flag', () => {
  it.each<[Trace['rank'], Trace['pace'], number, string[]]>([
    [null, 4, 3, []],
    [2, 4, 3, []],
    [3, 4, 3, ['platform']],
    [4, 1, 3, ['platform']],
    [null, null, 3, ['unvisited']],
    [0, 0, 3, ['machine']],
    [0, 0, 2, []],
    [0, 1, 9, []],
    [4, 0, 3, ['platform', 'machine']],
  ])('of rank %s and pace %s with %i choices: %j', (rank, pace, choices, flags) => {
    expect(flagsOf({ rank, pace, net: 'feedc0de' }, choices, fairPlay)).toEqual(flags);
  });

  it('is shown only where the rules declare it', () => {
    expect(flagsOf({ rank: 4, pace: null, net: null }, 3, { ...fairPlay, flags: ['unvisited'] })).toEqual([
      'unvisited',
    ]);
  });
});

describe('the test', () => {
  it('finds the block in which much is flagged that is not flagged elsewhere, and accuses nobody else', () => {
    expect(found([...quiet, ...crowd(3, 2, 60, 50)])).toEqual([[3, 'hours', blockOf('hours', start + 2 * hour)]]);
  });

  it('takes no number of ballots for evidence: any burst with the usual share of flags passes no gate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 5_000 }), fc.nat(9), (n, candidate) => {
        const burst = crowd(candidate, 2, n, Math.round(n * 0.02));
        return suspectsOf(cellsOf([...quiet, ...burst]), fairPlay).length === 0;
      }),
    );
  });

  it('asks for both: four times the share, and fifteen more', () => {
    const inHours = (ballots: readonly LookedAt[]): number =>
      suspectsOf(cellsOf([...quiet, ...ballots]), fairPlay).filter(({ span }) => span === 'hours').length;
    // 15 of 20 are flagged, which are fewer than fifteen more.
    expect(inHours(crowd(3, 6, 20, 15))).toBe(0);
    expect(inHours(crowd(3, 6, 20, 16))).toBe(1);
    // Seventy more of two thousand, and no four times as many.
    expect(inHours(crowd(3, 6, 2_000, 140))).toBe(0);
  });

  it('finds in a day what is spread too thinly for two hours, and then shows the day', () => {
    const spread = [0, 2, 4, 6].flatMap((at) => crowd(3, at, 12, 11));
    expect(found([...quiet.filter(({ choices }) => choices[0] !== 3), ...spread])).toEqual([
      [3, 'day', blockOf('day', start)],
    ]);
  });

  it('does not ask of a day whose hours were found: the rest of it is residents’', () => {
    const both = [...quiet, ...crowd(3, 2, 60, 50), ...[6, 8, 10].flatMap((at) => crowd(3, at, 12, 11))];
    expect(found(both)).toEqual([[3, 'hours', blockOf('hours', start + 2 * hour)]]);
  });

  it('does not find what is as uneven everywhere', () => {
    const uneven = Array.from({ length: 10 }, (_, candidate) =>
      [0, 2, 4].map((at) => crowd(candidate, at, 100, (candidate + at) % 5 === 0 ? 30 : 1)),
    ).flat(2);
    expect(suspectsOf(cellsOf([...uneven, ...crowd(3, 6, 60, 48)]), fairPlay)).not.toEqual([]);
    expect(found([...uneven, ...crowd(3, 6, 60, 48)])).toEqual([]);
    expect(found([...quiet, ...crowd(3, 6, 60, 48)])).toHaveLength(1);
  });

  it('says where there are too few others to compare with, and asks for more then', () => {
    const few = [...crowd(0, 0, 40, 0), ...crowd(1, 0, 300, 60)];
    const [suspect] = suspectsOf(cellsOf(few), { ...fairPlay, gate: [4, 5] });
    if (suspect === undefined) throw new Error('nothing passed the gates');
    expect(compare(suspect, without(few, 1))).toMatchObject({ isThin: true, rho: 0.1 });
    expect(compare(suspect, without([...quiet, ...few], 1))).toMatchObject({ isThin: false });
  });

  it('lets two farms at once hide each other, where little else is there to compare with', () => {
    const two = [...crowd(3, 2, 60, 50), ...crowd(7, 4, 80, 60)];
    expect(new Set(suspectsOf(cellsOf([...quiet, ...two]), fairPlay).map(({ candidate }) => candidate))).toEqual(
      new Set([3, 7]),
    );
    expect(found([...quiet, ...two])).toEqual([]);
  });

  it('gives the same whatever the order of the ballots', () => {
    const ballots = [...quiet, ...crowd(3, 2, 60, 50)];
    const expected = found(ballots).map(String).sort();
    expect(expected).toHaveLength(1);
    fc.assert(
      fc.property(fc.shuffledSubarray(ballots, { minLength: ballots.length }), (shuffled) => {
        expect(found(shuffled).map(String).sort()).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  it('of a poll without ballots, and of one in which all vote for one, finds nothing', () => {
    expect(found([])).toEqual([]);
    expect(found(crowd(0, 0, 500, 400))).toEqual([]);
  });
});

describe('cells', () => {
  it('add up to the same from what was kept of parts, and without some of them', () => {
    const some = crowd(3, 2, 60, 50);
    const sum = new Cells();
    for (const part of [quiet, some]) {
      const cells = cellsOf(part);
      sum.addRows(cells.rows(), cells.ballots, cells.flagged);
    }
    const sorted = (cells: Cells): string[] =>
      cells
        .rows()
        .filter(([, , n]) => n > 0)
        .map(String)
        .sort();
    expect(sorted(sum)).toEqual(sorted(cellsOf([...quiet, ...some])));
    expect(sorted(sum.without(cellsOf(some)))).toEqual(sorted(cellsOf(quiet)));
    expect(sum).toMatchObject({ ballots: quiet.length + 60, flagged: 10 * 3 * 2 + 50 });
  });

  it('are of Shanghai’s hours and days', () => {
    const midnight = Date.parse('2026-11-24T00:00:00+08:00');
    for (const span of ['hours', 'day'] as const) {
      expect(boundsOf(span, blockOf(span, midnight)).from).toBe(midnight);
      expect(blockOf(span, midnight - 1)).toBe(blockOf(span, midnight) - 1);
    }
  });
});
