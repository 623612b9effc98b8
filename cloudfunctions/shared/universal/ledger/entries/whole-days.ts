const offset = 8 * 60 * 60 * 1000;
const dayLength = 24 * 60 * 60 * 1000;

/**
 * Whether an instant ends a day in China: is the first one of the next. A log's own sum, exact for every instant and without a
 * calendar, so that each language comes to the same.
 */
export function isEndOfDay(instant: number): boolean {
  return (instant + offset) % dayLength === 0;
}

/** How many whole days lie between the end of the day of `from` and `until`; below 0 where `until` is before that. */
export function wholeDaysBehind(from: number, until: number): number {
  return Math.floor((until + offset) / dayLength) - Math.floor((from + offset) / dayLength) - 1;
}
