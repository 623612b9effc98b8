import { Cells } from '../../cloudfunctions/shared/domain/fairplay/cells';
import { flagsOf } from '../../cloudfunctions/shared/domain/fairplay/flags';
import {
  compare,
  countTests,
  isAlarm,
  suspectsOf,
  type Finding,
} from '../../cloudfunctions/shared/domain/fairplay/test-cells';
import { usualFairPlay as rules } from '../../cloudfunctions/shared/domain/poll/usual-rules';
import { candidates, hour, type SimulatedBallot } from './honest-poll';

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
  const tests = countTests(cells);
  const others = new Map<number, Cells>();
  const alarms = suspectsOf(cells, rules)
    .map((suspect) => {
      const without = others.get(suspect.candidate) ?? new Cells();
      if (!others.has(suspect.candidate)) {
        others.set(suspect.candidate, without);
        for (const each of looked) if (!each.choices.includes(suspect.candidate)) without.add(each);
      }
      return compare(suspect, without);
    })
    .filter((finding) => isAlarm(finding, tests, rules));
  const proposed = ballots.filter(
    ({ choices, hour: at }, index) =>
      looked[index]?.isFlagged === true &&
      alarms.some(({ candidate, block }) => choices.includes(candidate) && Math.floor(at / (2 * hour)) === block),
  );
  return { alarms, proposed };
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
    const block = Math.floor(at / (2 * hour));
    ballotsOfBlock.set(block, (ballotsOfBlock.get(block) ?? 0) + 1);
  }
  const shares = Array.from({ length: candidates }, (_, candidate) => cells.totalOf(candidate).n / ballots.length);
  let alarms = 0;
  for (const { candidate, block, n } of cells.all()) {
    const all = ballotsOfBlock.get(block) ?? 0;
    const expected = all * (shares[candidate] ?? 0);
    // 4.5 standard deviations: once in 300,000 questions by chance.
    if (n >= 20 && n - expected > 4.5 * Math.sqrt(expected * (1 - expected / Math.max(all, 1)))) alarms += 1;
  }
  return alarms;
}
