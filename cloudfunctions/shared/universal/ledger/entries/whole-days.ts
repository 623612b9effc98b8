import { dayLength, zoneOffset } from '../../day';

/**
 * Whether an instant ends a day in China: is the first one of the next. A log's own sum, exact for every instant and without a
 * calendar, so that each language comes to the same.
 */
export function isEndOfDay(instant: number): boolean {
  return (instant + zoneOffset) % dayLength === 0;
}

/** How many whole days lie between the end of the day of `from` and `until`; below 0 where `until` is before that. */
export function wholeDaysBehind(from: number, until: number): number {
  return Math.floor((until + zoneOffset) / dayLength) - Math.floor((from + zoneOffset) / dayLength) - 1;
}
