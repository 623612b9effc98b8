import type { FairPlayRules } from '../../universal/fair-play';
import { atLeast } from './beta-binomial';
import type { Cell, Cells } from './cells';
import { blockOf, boundsOf, spans, type Span } from './spans';

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
  span: Span;
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
  for (const span of spans) {
    for (const cell of cells.of(span)) {
      const { n, m, candidate } = cell;
      if (n < leastBallots || m - n * overall < more) continue;
      const own = cells.totalOf(candidate);
      const p = Math.max(cells.flagged - own.m, 1) / Math.max(cells.ballots - own.n, 1);
      if (m >= times * n * p) suspects.push({ ...cell, span, p });
    }
  }
  return suspects;
}

/**
 * Compares a suspect with the crowds of the other candidates in blocks of the same length.
 * @param others the cells of all ballots without the suspect's candidate
 */
export function compare(suspect: Suspect, others: Cells): Finding {
  const { n, m, p, span } = suspect;
  const { rho, isThin } = likenessOf(others, p, span);
  return { ...suspect, rho, isThin, probability: atLeast(m, n, p, rho) };
}

/**
 * The suspects whom chance does not explain. The error that the rules allow a poll is divided among the lengths of blocks, and then among
 * all blocks of that length that were asked about: what one answer has to be improbable by.
 * @param ballotsWith the cells of the ballots that have this candidate among their choices
 */
export function alarmsOf(cells: Cells, rules: FairPlayRules, ballotsWith: (candidate: number) => Cells): Finding[] {
  const others = new Map<number, Cells>();
  const tests = countTests(cells);
  const alarms: Finding[] = [];
  for (const suspect of suspectsOf(cells, rules)) {
    const { candidate, span } = suspect;
    if (alarms.some((alarm) => isWithin(alarm, suspect))) continue;
    const without = others.get(candidate) ?? cells.without(ballotsWith(candidate));
    others.set(candidate, without);
    const finding = compare(suspect, without);
    if (finding.probability < rules.alpha / 1000 / spans.length / tests[span]) alarms.push(finding);
  }
  return alarms;
}

/** Whether a shorter block in it has been found, so that what else is flagged in the longer one would be residents'. */
function isWithin(alarm: Suspect, { candidate, span, block }: Suspect): boolean {
  return alarm.candidate === candidate && blockOf(span, middleOf(alarm)) === block;
}

/** An instant in a block that is shorter than the whole vote. */
function middleOf({ span, block }: Suspect): number {
  const { from, to } = boundsOf(span, block);
  return (from + to) / 2;
}

/** How many questions are asked of a poll, by the length of blocks. */
export function countTests(cells: Cells): Record<Span, number> {
  const tests = { hours: 0, day: 0, vote: 0 };
  for (const span of spans) for (const { n } of cells.of(span)) if (n >= leastBallots) tests[span] += 1;
  return tests;
}

/** The unlikeliest crowds are less like the rest than moments tell: measured, see docs/fairplay.md. */
const margin = 4;

/** By how much more than chance the flagged shares of crowds differ: the method of moments for a beta-binomial, with a margin. */
function likenessOf(others: Cells, p: number, span: Span): { rho: number; isThin: boolean } {
  let excess = 0;
  let weight = 0;
  for (const { n, m } of others.of(span)) {
    if (n < leastBallots) continue;
    const z = (m - n * p) ** 2 / (n * p * (1 - p));
    excess += (z - 1) * (n - 1);
    weight += (n - 1) ** 2;
  }
  if (weight <= leastComparison) return { rho: usualRho, isThin: true };
  return { rho: Math.min(mostRho, Math.max(leastRho, (margin * excess) / weight)), isThin: false };
}
