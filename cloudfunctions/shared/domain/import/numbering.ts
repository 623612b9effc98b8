import { leastNumber, mostNumber } from './columns';

/**
 * A candidate's number as people type it: full-width digits and leading zeros are fine.
 * @returns null when it is no whole number from 1 to 9999
 */
export function parseNumber(text: string): number | null {
  const digits = text.normalize('NFKC').replace(/\s+/g, '');
  if (!/^\d{1,9}$/.test(digits)) return null;
  const number = Number(digits);
  return number >= leastNumber && number <= mostNumber ? number : null;
}

/** The number after the highest of all. */
export function nextNumber(numbers: Iterable<number>): number {
  let highest = leastNumber - 1;
  for (const number of numbers) highest = Math.max(highest, number);
  return highest + 1;
}
