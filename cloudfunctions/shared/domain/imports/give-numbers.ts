import { continueNumbers, nextNumber } from './numbering';
import type { UnnumberedDraft } from './read-rows';
import type { DraftCandidate, ImportWarning } from './report';

interface Numbered {
  drafts: DraftCandidate[];
  warnings: ImportWarning[];
}

/**
 * Gives every row its number: its own, or the next one, and says which.
 * @param existing the poll's numbers so far
 * @param isCounted the file's numbers only count its rows
 */
export function giveNumbers(
  drafts: readonly UnnumberedDraft[],
  existing: ReadonlySet<number>,
  isCounted: boolean,
): Numbered {
  const own = drafts.map(({ number }) => number);
  const numbers = isCounted ? continueNumbers(own, existing) : continueBlanks(own, existing);
  const isBlank = (at: number): boolean => drafts[at]?.written === '';
  const given = numbers.filter((_, at) => isBlank(at));
  const changed = isCounted ? [...numbers.keys()].filter((at) => !isBlank(at) && numbers[at] !== own[at]) : [];
  return {
    drafts: drafts.map(({ written: _, ...draft }, at) => ({ ...draft, number: numbers[at] ?? 0 })),
    warnings: [...warnGiven(given), ...warnChanged(drafts, numbers, changed)],
  };
}

/** Rows without a number continue after the highest one, in their order. */
function continueBlanks(own: readonly (number | null)[], existing: ReadonlySet<number>): number[] {
  let next = nextNumber([...own.filter((number) => number !== null), ...existing]);
  return own.map((number) => {
    if (number !== null) return number;
    next += 1;
    return next - 1;
  });
}

function warnGiven(given: readonly number[]): ImportWarning[] {
  const [first, last] = [given[0], given.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ code: 'NUMBERS_GIVEN', count: given.length, first, last }];
}

function warnChanged(
  drafts: readonly UnnumberedDraft[],
  numbers: readonly number[],
  changed: readonly number[],
): ImportWarning[] {
  const [first, last] = [changed[0], changed.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { row = 0, written = '' } = drafts[first] ?? {};
  const range = { first: numbers[first] ?? 0, last: numbers[last] ?? 0 };
  return [{ code: 'NUMBERS_CHANGED', count: changed.length, ...range, row, found: written }];
}
