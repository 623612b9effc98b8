import fc from 'fast-check';
import { Cells, type LookedAt } from '../../../../../cloudfunctions/shared/domain/fairplay/cells';
import { flagsOf } from '../../../../../cloudfunctions/shared/domain/fairplay/flags';
import {
  compare,
  countTests,
  isAlarm,
  suspectsOf,
} from '../../../../../cloudfunctions/shared/domain/fairplay/test-cells';
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

function cellsOf(ballots: readonly LookedAt[], without?: number): Cells {
  const cells = new Cells();
  for (const ballot of ballots) if (without === undefined || !ballot.choices.includes(without)) cells.add(ballot);
  return cells;
}

/** Ten candidates, three blocks each, 100 ballots a block, 2 of them flagged. */
const quiet = Array.from({ length: 10 }, (_, candidate) => [0, 2, 4].map((at) => crowd(candidate, at, 100, 2))).flat(2);

function alarmsOf(ballots: readonly LookedAt[]): [candidate: number, block: number][] {
  const cells = cellsOf(ballots);
  const tests = countTests(cells);
  return suspectsOf(cells, fairPlay)
    .map((suspect) => compare(suspect, cellsOf(ballots, suspect.candidate)))
    .filter((finding) => isAlarm(finding, tests, fairPlay))
    .map(({ candidate, block }) => [candidate, block]);
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
    const found = alarmsOf([...quiet, ...crowd(3, 2, 60, 50)]);
    expect(found).toEqual([[3, Math.floor((start + 2 * hour) / (2 * hour))]]);
  });

  it('takes no number of ballots for evidence: any burst with the usual share of flags passes no gate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 5_000 }), fc.nat(9), (n, candidate) => {
        const burst = crowd(candidate, 2, n, Math.round(n * 0.02));
        return suspectsOf(cellsOf([...quiet, ...burst]), fairPlay).length === 0;
      }),
    );
  });

  it('asks for both: four times the share, and thirty more', () => {
    // 29 of 30 are flagged, which are fewer than thirty more.
    expect(suspectsOf(cellsOf([...quiet, ...crowd(3, 6, 30, 29)]), fairPlay)).toEqual([]);
    expect(suspectsOf(cellsOf([...quiet, ...crowd(3, 6, 34, 33)]), fairPlay)).toHaveLength(1);
    // Seventy more of two thousand, and no four times as many.
    expect(suspectsOf(cellsOf([...quiet, ...crowd(3, 6, 2_000, 140)]), fairPlay)).toEqual([]);
  });

  it('does not find what is as uneven everywhere', () => {
    const uneven = Array.from({ length: 10 }, (_, candidate) =>
      [0, 2, 4].map((at) => crowd(candidate, at, 100, (candidate + at) % 5 === 0 ? 30 : 1)),
    ).flat(2);
    expect(suspectsOf(cellsOf([...uneven, ...crowd(3, 6, 60, 48)]), fairPlay)).toHaveLength(1);
    expect(alarmsOf([...uneven, ...crowd(3, 6, 60, 48)])).toEqual([]);
    expect(alarmsOf([...quiet, ...crowd(3, 6, 60, 48)])).toHaveLength(1);
  });

  it('says where there are too few others to compare with, and asks for more then', () => {
    const few = [...crowd(0, 0, 40, 0), ...crowd(1, 0, 300, 60)];
    const [suspect] = suspectsOf(cellsOf(few), { ...fairPlay, gate: [4, 5] });
    if (suspect === undefined) throw new Error('nothing passed the gates');
    expect(compare(suspect, cellsOf(few, 1))).toMatchObject({ isThin: true, rho: 0.1 });
    expect(compare(suspect, cellsOf([...quiet, ...few], 1))).toMatchObject({ isThin: false });
  });

  it('lets two farms at once hide each other, where little else is there to compare with', () => {
    const two = [...crowd(3, 2, 60, 50), ...crowd(7, 4, 80, 60)];
    expect(suspectsOf(cellsOf([...quiet, ...two]), fairPlay)).toHaveLength(2);
    expect(alarmsOf([...quiet, ...two])).toEqual([]);
  });

  it('gives the same whatever the order of the ballots', () => {
    const ballots = [...quiet, ...crowd(3, 2, 60, 50)];
    const expected = alarmsOf(ballots).map(String).sort();
    expect(expected).toHaveLength(1);
    fc.assert(
      fc.property(fc.shuffledSubarray(ballots, { minLength: ballots.length }), (shuffled) => {
        expect(alarmsOf(shuffled).map(String).sort()).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  it('of a poll without ballots, and of one in which all vote for one, finds nothing', () => {
    expect(alarmsOf([])).toEqual([]);
    expect(alarmsOf(crowd(0, 0, 500, 400))).toEqual([]);
  });
});
