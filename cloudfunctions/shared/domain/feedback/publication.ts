import { dayLength } from '../../universal/day';
import type { SurveyTable, SurveyTotals } from '../../universal/survey';
import type { Counts } from './totals';

/** No number that is shown is of fewer answers, nor is any that one shown number leaves of another. */
export const leastShown = 10;

/** Between two versions lies at least so long, milliseconds. */
export const versionPause = dayLength;

/**
 * The next version of what is shown, or null where nothing may move yet.
 *
 * Whoever keeps all versions can take one from another, so what two of them differ by is held to the same as each of them: a table moves
 * only once each of its numbers, and what is not shown together, has grown by ten. A cell that is shown stays shown; one that was not
 * may come out of the rest when it has ten and leaves there nothing, or two cells and ten answers. By this everything that can be had
 * of any two versions by subtraction is of ten answers or more.
 *
 * `withoutSmall`, which holds back the one cell that goes with a small one, would not do here: of ten and none its words tell each,
 * and it knows of no version before.
 */
export function nextTotals(shown: SurveyTotals | undefined, counts: Counts): SurveyTotals | null {
  if (counts.answers < (shown?.answers ?? 0) + leastShown) return null;
  const tables = counts.tables.map((of, question) =>
    of.map((cells, at) => nextTable(shown?.tables[question]?.[at], cells)),
  );
  return { answers: counts.answers, tables };
}

function nextTable(shown: SurveyTable | undefined, counts: readonly number[]): SurveyTable {
  if (shown !== undefined && !mayMove(shown, counts)) return shown;
  const isOut = counts.map((_, at) => typeof shown?.cells[at] === 'number');
  // Those that may come out, the largest last: what has to stay in then are the smallest.
  const candidates = [...counts.keys()].filter((at) => !isOut[at] && (counts[at] ?? 0) >= leastShown);
  candidates.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
  for (const at of candidates) isOut[at] = true;
  for (const at of candidates) {
    if (isSafe(counts.filter((_, cell) => !isOut[cell]))) break;
    isOut[at] = false;
  }
  return { of: sum(counts), cells: counts.map((count, at) => (isOut[at] === true ? count : null)) };
}

function mayMove({ of, cells }: SurveyTable, counts: readonly number[]): boolean {
  const isGrown = cells.every((cell, at) => cell === null || (counts[at] ?? 0) >= cell + leastShown);
  if (!isGrown || !cells.includes(null)) return isGrown;
  const rest = of - sum(cells.map((cell) => cell ?? 0));
  const restNow = sum(counts.filter((_, at) => cells[at] === null));
  return restNow >= rest + leastShown;
}

/** Whether what is not shown may be known by its sum, which everybody can work out. */
function isSafe(rest: readonly number[]): boolean {
  return rest.length === 0 || (rest.length > 1 && sum(rest) >= leastShown);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
