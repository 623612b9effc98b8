import type { CellValue } from './workbook';

/** Counts below this could point to a person, alone or with what others know. */
const leastShown = 10;

const few = '少于 10';
const withheld = '不单列';

/**
 * Counts of one column as they may be shown: none below ten. When just one is held back, the next smallest is as
 * well, since the column's sum, known elsewhere, would give the one away.
 */
export function suppressSmall(counts: readonly number[]): CellValue[] {
  const shown = withoutSmall(counts);
  return counts.map((count, index) => shown[index] ?? (count < leastShown ? few : withheld));
}

/** The same without words: null for what is held back. */
export function withoutSmall(counts: readonly number[]): (number | null)[] {
  const small = counts.filter((count) => count < leastShown);
  const next = small.length === 1 ? Math.min(...counts.filter((count) => count >= leastShown)) : NaN;
  const second = counts.indexOf(next);
  return counts.map((count, index) => (count < leastShown || index === second ? null : count));
}
