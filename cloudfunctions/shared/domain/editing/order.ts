/** A candidate's place in its poll. */
export interface Place {
  id: string;
  /** From 1, of its own. */
  number: number;
}

export const mostCandidates = 500;
const mostNumber = 9999;

/** By number. */
export function sortPlaces(places: readonly Place[]): Place[] {
  return [...places].sort((a, b) => a.number - b.number);
}

/** The number of the next candidate at the end. */
export function nextNumber(places: readonly Place[]): number {
  return places.reduce((most, { number }) => Math.max(most, number), 0) + 1;
}

/**
 * Puts candidates in an order of one's own.
 * @param numbers for the same places, ascending; 1, 2, 3 … without
 * @returns the path of what is wrong and what would be right, where it is no order of these candidates
 */
export function arrange(
  places: readonly Place[],
  order: readonly string[],
  numbers?: readonly number[],
): Place[] | { field: string; expected: string } {
  const known = new Set(places.map(({ id }) => id));
  const isPermutation = order.length === known.size && new Set(order).size === order.length;
  const stranger = order.findIndex((id) => !known.has(id));
  if (stranger >= 0) return { field: `order.${stranger}`, expected: 'a candidate of this poll' };
  if (!isPermutation) return { field: 'order', expected: `each of the ${known.size} candidates once` };
  if (numbers === undefined) return order.map((id, index) => ({ id, number: index + 1 }));
  if (numbers.length !== order.length) return { field: 'numbers', expected: 'one for each of `order`' };
  const fallen = numbers.findIndex((number, index) => number <= (numbers[index - 1] ?? 0) || number > mostNumber);
  if (fallen >= 0) return { field: `numbers.${fallen}`, expected: `above the one before it, up to ${mostNumber}` };
  return order.map((id, index) => ({ id, number: numbers[index] ?? index + 1 }));
}
