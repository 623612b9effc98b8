import { lotOf } from '../entries/whole-rules';
import type { CountState } from './count-state';
import { rankingOf } from './ranking';
import { countRulesOf, sectionsOf } from './score';

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
