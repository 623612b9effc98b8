import type { Trace } from '../../cloudfunctions/shared/domain/fairplay/trace';
import { wholeBetween, type Random } from '../random/random';
import { between, happens } from './draw';
import { ballot, chooseFor, ending, honest, hour, instant, type SimulatedBallot, type World } from './honest-poll';

export const farmKinds = ['script', 'cloud', 'crowd', 'drip', 'mixed', 'against', 'falseFlag'] as const;
export type FarmKind = (typeof farmKinds)[number];

/**
 * The ballots of a farm: for a candidate, or, `against`, for anybody else. A false flag is a script for a rival, so that he be punished;
 * nobody can tell who paid.
 * @param size how many
 */
export function farmed(world: World, kind: FarmKind, candidate: number, size: number): SimulatedBallot[] {
  const { random } = world;
  const starts = Math.min(instant(random), ending - 16 * hour);
  const plan = {
    starts,
    risky: between(random, 0.6, 0.9),
    crowd: between(random, 0.2, 0.3),
    length: between(random, 8, 16),
  };
  return Array.from({ length: size }, (_, index) => {
    const means = kind === 'mixed' ? (index % 2 === 0 ? 'script' : 'cloud') : kind;
    const choices = kind === 'against' ? chooseFor(world, undefined, candidate) : chooseFor(world, candidate);
    return one(world, means, choices, plan);
  });
}

interface Plan {
  starts: number;
  /** What share of a script's, and of a crowd's accounts WeChat takes for risky. */
  risky: number;
  crowd: number;
  /** How long a crowd is at work, hours. */
  length: number;
}

function one(world: World, means: FarmKind, choices: readonly number[], plan: Plan): SimulatedBallot {
  const { random } = world;
  const within = (hours: number): number => plan.starts + random() * hours * hour;
  switch (means) {
    case 'cloud':
      return ballot(within(4), choices, trace(random, 0.4, pace(random, 1, 2)), true);
    case 'crowd':
      return ballot(within(plan.length), choices, trace(random, plan.crowd, pace(random, 2, 4)), true);
    case 'drip':
      return { ...honest(world, instant(random), choices, world.risky), isFarmed: true };
    default:
      return ballot(
        within(1.5),
        choices,
        trace(random, plan.risky, happens(random, 0.5) ? null : pace(random, 0, 1)),
        true,
      );
  }
}

/** Without a ticket nothing is known of the account either. */
function trace(random: Random, risky: number, paced: Trace['pace']): Trace {
  const rank = happens(random, risky) ? 3 : 1;
  return { rank: paced === null ? null : rank, pace: paced, net: null };
}

function pace(random: Random, least: 0 | 1 | 2, most: 1 | 2 | 4): Trace['pace'] {
  // A whole number between two paces is one.
  return wholeBetween(random, least, most) as Trace['pace'];
}
