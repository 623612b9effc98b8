import { atLeast } from '../../cloudfunctions/shared/domain/fairplay/beta-binomial';
import { Cells } from '../../cloudfunctions/shared/domain/fairplay/cells';
import { flagsOf } from '../../cloudfunctions/shared/domain/fairplay/flags';
import { blockOf, boundsOf } from '../../cloudfunctions/shared/domain/fairplay/spans';
import { alarmsOf, countTests, type Finding } from '../../cloudfunctions/shared/domain/fairplay/test-cells';
import { usualFairPlay as rules } from '../../cloudfunctions/shared/domain/poll/usual-rules';
import { candidates, type SimulatedBallot } from './honest-poll';

/** What the test makes of a poll's ballots. */
export interface Looked {
  alarms: Finding[];
  /** The flagged ballots of the alarms: what two persons could void. */
  proposed: SimulatedBallot[];
}

/** The test of `domain/fairplay`, as the scheduler is to run it: one reading for all cells, another for whoever is behind the gates. */
export function lookAt(ballots: readonly SimulatedBallot[]): Looked {
  const looked = ballots.map(({ choices, trace, hour: at }) => {
    return { hour: at, choices, isFlagged: flagsOf(trace, choices.length, rules).length > 0 };
  });
  const cells = new Cells();
  for (const each of looked) cells.add(each);
  const ballotsWith = (candidate: number): Cells => {
    const some = new Cells();
    for (const each of looked) if (each.choices.includes(candidate)) some.add(each);
    return some;
  };
  const alarms = alarmsOf(cells, rules, ballotsWith);
  const proposed = ballots.filter(
    ({ choices, hour: at }, index) =>
      looked[index]?.isFlagged === true &&
      alarms.some(({ candidate, span, block }) => {
        const { from, to } = boundsOf(span, block);
        return choices.includes(candidate) && at >= from && at < to;
      }),
  );
  return { alarms, proposed };
}

/** Residents who have nothing in common: no crowd is less alike. */
const strangers = 0.0001;

/**
 * What no test could do better: whether the ballots for a candidate within these hours would be an alarm to somebody who is told which hours
 * to look at, asks once for each block of two hours, has no gates, and knows that residents have nothing in common. Of all who see how many
 * ballots there are and how many of them are flagged, and are wrong as rarely, this one finds most (Neyman and Pearson).
 */
export function couldBeFound(
  ballots: readonly SimulatedBallot[],
  candidate: number,
  { from, to }: { from: number; to: number },
): boolean {
  const cells = new Cells();
  const residents = { n: 0, m: 0 };
  const own = { n: 0, m: 0 };
  for (const { hour, choices, trace, isFarmed } of ballots) {
    const isFlagged = flagsOf(trace, choices.length, rules).length > 0;
    cells.add({ hour, choices, isFlagged });
    if (!isFarmed) count(residents, isFlagged);
    if (choices.includes(candidate) && hour >= from && hour <= to) count(own, isFlagged);
  }
  const probability = atLeast(own.m, own.n, residents.m / residents.n, strangers);
  return probability < rules.alpha / 1000 / Math.max(1, countTests(cells).hours);
}

function count(sum: { n: number; m: number }, isFlagged: boolean): void {
  sum.n += 1;
  if (isFlagged) sum.m += 1;
}

/**
 * A control: what tools do that take volume for evidence. A candidate with far more ballots in a block than its share of the vote would
 * have there (z above the 1 % of all questions) is an alarm.
 */
export function naiveAlarms(ballots: readonly SimulatedBallot[]): number {
  const cells = new Cells();
  for (const { choices, hour: at } of ballots) cells.add({ hour: at, choices, isFlagged: false });
  const ballotsOfBlock = new Map<number, number>();
  for (const { hour: at } of ballots) {
    const block = blockOf('hours', at);
    ballotsOfBlock.set(block, (ballotsOfBlock.get(block) ?? 0) + 1);
  }
  const shares = Array.from({ length: candidates }, (_, candidate) => cells.totalOf(candidate).n / ballots.length);
  let alarms = 0;
  for (const { candidate, block, n } of cells.of('hours')) {
    const all = ballotsOfBlock.get(block) ?? 0;
    const expected = all * (shares[candidate] ?? 0);
    // 4.5 standard deviations: once in 300,000 questions by chance.
    if (n >= 20 && n - expected > 4.5 * Math.sqrt(expected * (1 - expected / Math.max(all, 1)))) alarms += 1;
  }
  return alarms;
}
