import type { CellValue } from './workbook';

/** Counts below this could point to a person, alone or with what others know. */
const leastShown = 10;

/** A count as it may be shown: `few` below ten; `withheld` where it would give such a one away. */
export type CarefulCount = number | 'few' | 'withheld';

const words = { few: '少于 10', withheld: '不单列' } as const;

/**
 * Counts of one column as they may be shown: none below ten. When just one is held back, the next smallest is as
 * well, since the column's sum, known elsewhere, would give the one away.
 */
export function suppressSmall(counts: readonly number[]): CellValue[] {
  return withoutSmall(counts).map(cellOf);
}

export function cellOf(count: CarefulCount): CellValue {
  return typeof count === 'number' ? count : words[count];
}

/** The same without words. */
export function withoutSmall(counts: readonly number[]): CarefulCount[] {
  const small = counts.filter((count) => count < leastShown);
  const next = small.length === 1 ? Math.min(...counts.filter((count) => count >= leastShown)) : NaN;
  const second = counts.indexOf(next);
  return counts.map((count, index) => (count < leastShown ? 'few' : index === second ? 'withheld' : count));
}
