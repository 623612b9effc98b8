import type { FairPlayFlag, FairPlayRules } from '../../universal/fair-play';
import type { Trace } from './trace';

/** Where the steps of a pace end, seconds; the last one has no end. */
const paceEnds = [2, 5, 15, 60];

/** So many choices within a pace that no person keeps. */
const leastChoices = 3;

/**
 * What of a ballot honest crowds do not produce, of what the poll's rules declare. Rank and pace that nobody knows accuse nobody, and
 * neither does the network.
 */
export function flagsOf({ rank, pace }: Trace, choices: number, rules: FairPlayRules): FairPlayFlag[] {
  const { minRank, paceSeconds } = rules;
  const isQuick = pace !== null && (paceEnds[pace] ?? Infinity) <= paceSeconds;
  const has: Record<FairPlayFlag, boolean> = {
    platform: rank !== null && rank >= minRank,
    unvisited: pace === null,
    machine: isQuick && choices >= leastChoices,
  };
  return rules.flags.filter((flag) => has[flag]);
}
