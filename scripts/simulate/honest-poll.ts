import type { Trace } from '../../cloudfunctions/shared/domain/fairplay/trace';
import { wholeBetween, type Random } from '../random/random';
import { between, happens, place, share, wait } from './draw';

export const hour = 60 * 60 * 1000;
export const candidates = 20;
const days = 7;
/** A Monday's midnight in Shanghai. */
export const opening = Date.parse('2026-11-23T00:00:00+08:00');
export const ending = opening + days * 24 * hour;

/** One ballot of a simulated poll. */
export interface SimulatedBallot {
  /** Start of the hour, epoch milliseconds. */
  hour: number;
  /** Candidates by number. */
  choices: readonly number[];
  trace: Trace;
  /** Nobody who lives there cast it. */
  isFarmed: boolean;
}

export interface HonestShape {
  ballots: number;
  /** How alike the accounts of one crowd are to WeChat. */
  rho: number;
  /** WeChat says nothing for six hours. */
  hasOutage: boolean;
}

/** What one poll's voters have in common. */
export interface World {
  random: Random;
  shape: HonestShape;
  popularity: readonly number[];
  /** How many choices a ballot has. */
  choices: number;
  /** What share of accounts WeChat takes for risky. */
  risky: number;
  outageAt: number;
}

/** When people vote, by the hour of the day: hardly at night, most before noon and in the evening. */
const hourWeights = [1, 1, 0, 0, 0, 1, 4, 10, 18, 24, 24, 20, 18, 16, 16, 18, 20, 22, 26, 34, 38, 30, 16, 6];

const outageLength = 6 * hour;
const unvisited = 0.01;
/** Who has voted before takes below five seconds, and hardly ever below two. */
const quick = 0.15;
const quickest = 0.02;
const elders = 0.15;

/** A world of its own for each of the random sequences. */
export function worldOf(random: Random, shape: HonestShape): World {
  return {
    random,
    shape,
    popularity: Array.from({ length: candidates }, (_, rank) => 1 / (rank + 1) ** 0.7),
    choices: wholeBetween(random, 3, 5),
    risky: between(random, 0.005, 0.04),
    outageAt: between(random, opening, ending - outageLength),
  };
}

/**
 * A poll in which nobody cheats. Half of its ballots come by cascades through chat groups: hundreds within an hour for one candidate,
 * often with one list, of people whom WeChat judges alike.
 */
export function honestBallots(world: World): SimulatedBallot[] {
  const { random, shape, popularity } = world;
  const ballots: SimulatedBallot[] = [];
  while (ballots.length < shape.ballots / 2) {
    const candidate = place(random, popularity);
    const size = Math.min(500, Math.ceil(10 / (1 - random()) ** 0.8), shape.ballots / 2);
    const start = instant(random);
    const decay = between(random, 5, 60) * (hour / 60);
    const risky = share(random, world.risky, shape.rho);
    const list = happens(random, 0.2) ? chooseFor(world, candidate) : undefined;
    for (let member = 0; member < size && ballots.length < shape.ballots; member += 1) {
      const at = Math.min(start + wait(random, decay), ending - 1);
      const own = happens(random, 0.9) ? chooseFor(world, candidate) : chooseFor(world);
      ballots.push(honest(world, at, list !== undefined && happens(random, 0.8) ? list : own, risky));
    }
  }
  while (ballots.length < shape.ballots) ballots.push(honest(world, instant(random), chooseFor(world), world.risky));
  return ballots;
}

/** Some time while the poll is open, as people have time. */
export function instant(random: Random): number {
  const day = wholeBetween(random, 0, days - 1);
  return opening + (day * 24 + place(random, hourWeights) + random()) * hour;
}

/** A ballot's choices, this candidate among them where one is named. */
export function chooseFor({ random, popularity, choices }: World, candidate?: number, without?: number): number[] {
  const chosen = new Set(candidate === undefined ? [] : [candidate]);
  while (chosen.size < choices) {
    const next = place(random, popularity);
    if (next !== without) chosen.add(next);
  }
  return [...chosen];
}

/** A resident's ballot. @param risky how probable it is that WeChat takes the account for risky */
export function honest(world: World, at: number, choices: readonly number[], risky: number): SimulatedBallot {
  const { random, shape, outageAt } = world;
  const isSilent = shape.hasOutage && at >= outageAt && at < outageAt + outageLength;
  const rank = happens(random, risky) ? 3 : 0;
  const pace = happens(random, unvisited) ? null : honestPace(random);
  return ballot(at, choices, { rank: isSilent ? null : rank, pace, net: null }, false);
}

function honestPace(random: Random): Trace['pace'] {
  const kind = random();
  if (kind < quick) return happens(random, quickest) ? 0 : 1;
  if (kind > 1 - elders) return 4;
  return happens(random, 0.3) ? 2 : happens(random, 0.7) ? 3 : 4;
}

export function ballot(at: number, choices: readonly number[], trace: Trace, isFarmed: boolean): SimulatedBallot {
  return { hour: Math.floor(at / hour) * hour, choices, trace, isFarmed };
}
