import type { TieBreak } from '../entries/result-rules';
import { type WholeTieBreak, lotOf } from '../entries/whole-rules';
import { compare, fraction, type Fraction } from './fraction';
import type { CountState } from './count-state';
import { scoreOf, type CountRules, type Section, countRulesOf, sectionsOf } from './score';

/** A candidate in the order of its section. */
export interface Standing {
  candidate: string;
  /** Its number in the rules. */
  number: number;
  score: Fraction;
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
    const score = rules ? scoreOf(state, rules, section, number) : fraction(state.votes[number] ?? 0);
    return { candidate: ids[number] ?? '', number, score };
  });
  const order = (a: Standing, b: Standing): number => compareStandings(state, rules?.ties ?? [], byLot, a, b);
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
  ties: readonly (TieBreak | WholeTieBreak)[],
  byLot: LotOrder,
  a: Standing,
  b: Standing,
): number {
  const byScore = compare(b.score, a.score);
  if (byScore !== 0) return byScore;
  for (const tie of ties) {
    const order = breakTie(state, tie, byLot, a, b);
    if (order !== 0) return order;
  }
  return 0;
}

function breakTie(state: CountState, tie: TieBreak | WholeTieBreak, byLot: LotOrder, a: Standing, b: Standing): number {
  switch (tie.by) {
    case 'votes':
      return (state.votes[b.number] ?? 0) - (state.votes[a.number] ?? 0);
    case 'jury':
      return compare(meanPoints(state, tie.criterion, b.number), meanPoints(state, tie.criterion, a.number));
    case 'lot':
      return byLot(a, b);
  }
}

function meanPoints(state: CountState, criterion: string | undefined, number: number): Fraction {
  const criteria = state.rules?.v === 2 ? (state.rules.result.jury?.criteria ?? []) : [];
  const at = criteria.findIndex(({ id }) => id === criterion);
  const sheet = state.jury[number];
  return sheet?.jurors ? fraction(sheet.points[at] ?? 0, sheet.jurors) : fraction(0);
}

/** The candidates, by id, between whom the rules leave it to a lot which of them wins, or with which rank. */
export function tiedForLot(state: CountState): string[][] {
  const { rules: entry } = state;
  if (entry?.v !== 3 || lotOf(entry) === undefined) return [];
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
