import type { FairPlayRules } from '../../universal/fair-play';
import { atLeast } from './beta-binomial';
import type { Cell, Cells } from './cells';

/** Fewer ballots of one candidate in one block say nothing. */
const leastBallots = 20;

/** How far ballots of one crowd are taken to be alike, at the least, at the most, and where too few others tell. */
const leastRho = 0.0001;
const mostRho = 0.5;
const usualRho = 0.1;
/** Σ(a − 1)² of the comparison has to be more. */
const leastComparison = 2_000;

/** A candidate's block of which so much is flagged that it has to be compared. */
export interface Suspect extends Readonly<Cell> {
  /** What share is flagged of all ballots without this candidate. */
  p: number;
}

/** What a comparison came to. */
export interface Finding extends Suspect {
  /** How alike the ballots of one crowd are in this poll. */
  rho: number;
  /** There were too few other ballots to tell that. */
  isThin: boolean;
  /** How probable so many flagged ballots are in a crowd like the others. */
  probability: number;
}

/**
 * The blocks behind both gates of the rules: several times as many flagged ballots as elsewhere, and so many more. How many ballots
 * there are is no evidence: twice as many of the same kind pass no gate that half of them did not, but by the second.
 */
export function suspectsOf(cells: Cells, { gate: [times, more] }: FairPlayRules): Suspect[] {
  const overall = cells.flagged / Math.max(cells.ballots, 1);
  const suspects: Suspect[] = [];
  for (const cell of cells.all()) {
    const { n, m, candidate } = cell;
    if (n < leastBallots || m - n * overall < more) continue;
    const own = cells.totalOf(candidate);
    const p = Math.max(cells.flagged - own.m, 1) / Math.max(cells.ballots - own.n, 1);
    if (m >= times * n * p) suspects.push({ ...cell, p });
  }
  return suspects;
}

/** How many questions are asked of a poll: what one answer has to be improbable by. */
export function countTests(cells: Cells): number {
  let tests = 0;
  for (const { n } of cells.all()) if (n >= leastBallots) tests += 1;
  return tests;
}

/**
 * Compares a suspect with the crowds of the other candidates. @param others the cells of all ballots without the suspect's candidate
 */
export function compare(suspect: Suspect, others: Cells): Finding {
  const { n, m, p } = suspect;
  const { rho, isThin } = likenessOf(others, p);
  return { ...suspect, rho, isThin, probability: atLeast(m, n, p, rho) };
}

/** Whether a finding is an alarm, where so many questions were asked of the poll. */
export function isAlarm({ probability }: Finding, tests: number, { alpha }: FairPlayRules): boolean {
  return probability < alpha / 1000 / Math.max(tests, 1);
}

/** By how much more than chance the flagged shares of crowds differ: the method of moments for a beta-binomial. */
function likenessOf(others: Cells, p: number): { rho: number; isThin: boolean } {
  let excess = 0;
  let weight = 0;
  for (const { n, m } of others.all()) {
    if (n < leastBallots) continue;
    const z = (m - n * p) ** 2 / (n * p * (1 - p));
    excess += (z - 1) * (n - 1);
    weight += (n - 1) ** 2;
  }
  if (weight <= leastComparison) return { rho: usualRho, isThin: true };
  return { rho: Math.min(mostRho, Math.max(leastRho, (2 * excess) / weight)), isThin: false };
}
