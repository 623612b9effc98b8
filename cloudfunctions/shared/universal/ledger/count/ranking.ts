import type { TieBreak } from '../entries/result-rules';
import type { WholeTieBreak } from '../entries/whole-result';
import { lotOf } from '../entries/whole-rules';
import { compare, fraction, type Fraction } from './fraction';
import type { CountState } from './count-state';
import { keptPoints, meanPoints, type GivenPoints } from './jury-part';
import { scoreOf, type CountRules, type Section, countRulesOf, sectionsOf } from './score';

/** A candidate in the order of its section. */
export interface Standing {
  candidate: string;
  /** Its number in the rules. */
  number: number;
  score: Fraction;
  /** What counts of what the jury gave it. */
  kept: readonly GivenPoints[];
}

/** Negative when the first of two candidates stands before the other by lot. */
export type LotOrder = (a: Standing, b: Standing) => number;

/** The candidates of a section that are left, the best first, each with its rank. */
export function rankingOf(
  state: CountState,
  rules: CountRules | undefined,
  section: Section,
  byLot: LotOrder,
): (Standing & { rank: number })[] {
  const ids = state.rules?.candidates ?? [];
  const standings = section.numbers.map((number): Standing => {
    const kept = rules?.jury ? keptPoints(state, rules.jury, number) : [];
    const score = rules ? scoreOf(state, rules, section, number, kept) : fraction(state.votes[number] ?? 0);
    return { candidate: ids[number] ?? '', number, score, kept };
  });
  const order = (a: Standing, b: Standing): number => compareStandings(state, rules, byLot, a, b);
  const sorted = standings.sort((a, b) => order(a, b) || a.number - b.number);
  let rank = 1;
  return sorted.map((each, at) => {
    const before = sorted[at - 1];
    if (before && order(before, each) !== 0) rank = at + 1;
    return { ...each, rank };
  });
}

/** Negative when a stands before b. */
function compareStandings(
  state: CountState,
  rules: CountRules | undefined,
  byLot: LotOrder,
  a: Standing,
  b: Standing,
): number {
  const byScore = compare(b.score, a.score);
  if (byScore !== 0) return byScore;
  for (const tie of rules?.ties ?? []) {
    const order = breakTie(state, rules?.jury, tie, byLot, a, b);
    if (order !== 0) return order;
  }
  return 0;
}

function breakTie(
  state: CountState,
  jury: CountRules['jury'],
  tie: TieBreak | WholeTieBreak,
  byLot: LotOrder,
  a: Standing,
  b: Standing,
): number {
  switch (tie.by) {
    case 'votes':
      return (state.votes[b.number] ?? 0) - (state.votes[a.number] ?? 0);
    case 'jury':
      return jury ? compare(meanPoints(jury, b.kept, tie.criterion), meanPoints(jury, a.kept, tie.criterion)) : 0;
    case 'lot':
      return byLot(a, b);
  }
}

/** The candidates, by id, between whom the rules leave it to a lot which of them wins, or with which rank. */
export function tiedForLot(state: CountState): string[][] {
  const { rules: entry } = state;
  if (entry?.v !== 3 || lotOf(entry) === undefined) return [];
  // Who is equal, only the sheets will show.
  if (entry.result.jury && state.jury.isAwaited) return [];
  const rules = countRulesOf(entry);
  return sectionsOf(state, rules).flatMap((section) => {
    const byRank = new Map<number, string[]>();
    for (const { rank, candidate } of rankingOf(state, rules, section, () => 0)) {
      if (rank > section.seats) break;
      byRank.set(rank, [...(byRank.get(rank) ?? []), candidate]);
    }
    return [...byRank.values()].filter((tied) => tied.length > 1);
  });
}

/**
 * Whether the count has a tie that reaches into the seats, that the rules give to a public lot, and that nothing was drawn for
 * yet. A tie behind the last seat waits for nothing.
 */
export function isDrawMissing(state: CountState): boolean {
  return state.draw === undefined && tiedForLot(state).length > 0;
}
