const hour = 3_600_000;
export const day = 24 * hour;
/** Polls live in Asia/Shanghai, eight hours ahead of UTC and without summer time. */
const ahead = 8 * hour;

/** The midnight that began the day of `now`; epoch milliseconds in and out. */
export function midnightBefore(now: number): number {
  return Math.floor((now + ahead) / day) * day - ahead;
}

/** The midnight that ends the day of `now`, when a daily ballot comes back. */
export function midnightAfter(now: number): number {
  return midnightBefore(now) + day;
}
