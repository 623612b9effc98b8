import { lotOf } from '../entries/whole-rules';
import { tiedForLot, rankingOf } from './ranking';
import type { LogState } from './log-state';
import { lotOrder } from './result';
import { countRulesOf, sectionsOf } from './score';

/** What a public lot decides between equals, or has decided. */
export interface LotState {
  /** Candidate ids that stand equal, one list for each place they share; once the draw is there, in the order that it gave. */
  tied: string[][];
  /** What was drawn; absent while it is waited for. */
  draw?: string;
}

/**
 * How the lot of a closed log stands: null where the rules announce none, or nobody whom it concerns is equal. A draw that is there
 * orders all who are equal, those behind the last seat too, as the result does.
 */
export function lotStateOf(state: LogState, closeRoot: Uint8Array): LotState | null {
  const { rules: entry, draw } = state;
  if (entry?.v !== 3 || lotOf(entry) === undefined || !state.isClosed) return null;
  const tied = draw === undefined ? tiedForLot(state) : allEqual(state);
  if (tied.length === 0) return null;
  if (draw === undefined) return { tied };
  const lot = { closeRoot, draw: draw.draw };
  const inOrder = (ids: readonly string[]): string[] =>
    ids
      .map((id) => ({ id, by: lotOrder(lot, id) }))
      .sort((a, b) => (a.by < b.by ? -1 : 1))
      .map(({ id }) => id);
  return { tied: tied.map(inOrder), draw: draw.draw };
}

function allEqual(state: LogState): string[][] {
  const { rules: entry } = state;
  const rules = entry && countRulesOf(entry);
  return sectionsOf(state, rules).flatMap((section) => {
    const byRank = new Map<number, string[]>();
    for (const { rank, candidate } of rankingOf(state, rules, section, () => 0)) {
      byRank.set(rank, [...(byRank.get(rank) ?? []), candidate]);
    }
    return [...byRank.values()].filter((ids) => ids.length > 1);
  });
}
