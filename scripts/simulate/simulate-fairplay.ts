import { seededRandom, wholeBetween } from '../random/random';
import { farmed, farmKinds, type FarmKind } from './farms';
import { candidates, honestBallots, worldOf, type HonestShape } from './honest-poll';
import { couldBeFound, lookAt, naiveAlarms } from './look-at';

const sizes = [300, 3_000, 30_000];
const rhos = [0.02, 0.05];

/** What came of polls in which nobody cheats. */
export interface HonestFigures {
  rho: number;
  polls: number;
  ballots: number;
  /** Polls with any alarm. */
  alarmed: number;
  /** Ballots that could be voided. */
  proposed: number;
  /** Polls in which the control alarms. */
  naive: number;
}

/** @param polls of each evenness; a third of them has an outage */
export function simulateHonest(polls: number): HonestFigures[] {
  return rhos.map((rho) => {
    const figures = { rho, polls, ballots: 0, alarmed: 0, proposed: 0, naive: 0 };
    for (let poll = 0; poll < polls; poll += 1) {
      const shape: HonestShape = { ballots: sizes[poll % sizes.length] ?? 300, rho, hasOutage: poll % 4 === 0 };
      const ballots = honestBallots(worldOf(seededRandom(`honest ${rho} ${poll}`), shape));
      const { alarms, proposed } = lookAt(ballots);
      figures.ballots += ballots.length;
      figures.alarmed += alarms.length > 0 ? 1 : 0;
      figures.proposed += proposed.length;
      figures.naive += naiveAlarms(ballots) > 0 ? 1 : 0;
    }
    return figures;
  });
}

/** What came of polls with a farm. */
export interface FarmFigures {
  kind: FarmKind;
  /** Of the candidate's votes, per cent. */
  size: number;
  polls: number;
  /** Polls in which what is proposed has ballots of the farm. */
  found: number;
  farmed: number;
  proposed: number;
  /** Of the proposed ones, those of the farm. */
  right: number;
  /** Polls in which the farm would be found by whoever is told where to look; null where it is for no one candidate. */
  findable: number | null;
  /** Alarms of other candidates. */
  accused: number;
}

const farmSizes = [5, 10, 20, 40];
const ballotsOfPoll = 6_000;

/** @param polls of each kind and size */
export function simulateFarms(polls: number): FarmFigures[] {
  return farmKinds.flatMap((kind) => farmSizes.map((size) => simulateFarm(kind, size, polls)));
}

function simulateFarm(kind: FarmKind, size: number, polls: number): FarmFigures {
  const figures: FarmFigures = {
    kind,
    size,
    polls,
    found: 0,
    farmed: 0,
    proposed: 0,
    right: 0,
    findable: kind === 'against' ? null : 0,
    accused: 0,
  };
  for (let poll = 0; poll < polls; poll += 1) {
    const random = seededRandom(`${kind} ${size} ${poll}`);
    const shape = { ballots: ballotsOfPoll, rho: rhos[poll % rhos.length] ?? 0, hasOutage: false };
    const world = worldOf(random, shape);
    const ballots = honestBallots(world);
    const candidate = wholeBetween(random, 0, candidates - 1);
    const votes = ballots.filter(({ choices }) => choices.includes(candidate)).length;
    const farm = farmed(world, kind, candidate, Math.round((votes * size) / (100 - size)));
    const all = [...ballots, ...farm];
    const { alarms, proposed } = lookAt(all);
    if (figures.findable !== null && farm.length > 0) {
      const hours = farm.map(({ hour }) => hour);
      const told = { from: Math.min(...hours), to: Math.max(...hours) };
      figures.findable += couldBeFound(all, candidate, told) ? 1 : 0;
    }
    const right = proposed.filter(({ isFarmed }) => isFarmed).length;
    figures.found += right > 0 ? 1 : 0;
    figures.farmed += farm.length;
    figures.proposed += proposed.length;
    figures.right += right;
    figures.accused += alarms.filter((alarm) => alarm.candidate !== candidate).length;
  }
  return figures;
}
