/**
 * Days and times of day in Asia/Shanghai, wherever this runs. China has kept UTC+8 without summer time since 1991, so a fixed offset
 * is exact and needs no time-zone data. Instants are epoch milliseconds. How people read them is in times.ts, with a library that
 * casting does without.
 */
const hourLength = 60 * 60 * 1000;
/** How far its clocks are ahead of UTC, milliseconds. */
export const zoneOffset = 8 * hourLength;
export const dayLength = 24 * hourLength;

/** A day like "2026-11-23". */
export type Day = string;

export function dayOf(instant: number): Day {
  return new Date(instant + zoneOffset).toISOString().slice(0, 10);
}

/** 0 for a Sunday, 6 for a Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** "09:00", as pickers and sheets have it. */
export function timeOfDay(instant: number): string {
  return new Date(instant + zoneOffset).toISOString().slice(11, 16);
}

/** The instant of a day at a time like "18:00"; NaN where there is no such. */
export function instantOf(day: Day, time: string): number {
  return Date.parse(`${day}T${time}:00.000Z`) - zoneOffset;
}

/** The day's first instant; NaN for a day that does not exist. */
export function startOfDay(day: Day): number {
  const start = instantOf(day, '00:00');
  // Some engines take 2026-02-30 for 2 March.
  return !Number.isNaN(start) && dayOf(start) === day ? start : NaN;
}

/** The first instant of the day after. */
export function endOfDay(day: Day): number {
  return startOfDay(day) + dayLength;
}

/** The midnight that began the day of this instant. */
export function midnightBefore(instant: number): number {
  return Math.floor((instant + zoneOffset) / dayLength) * dayLength - zoneOffset;
}

/** The midnight that ends it, when a daily ballot comes back. */
export function midnightAfter(instant: number): number {
  return midnightBefore(instant) + dayLength;
}

/** Every day that `[from, to)` touches, in order. */
export function daysBetween(from: number, to: number): Day[] {
  const days: Day[] = [];
  for (let at = from; at < to; at = endOfDay(dayOf(at))) days.push(dayOf(at));
  return days;
}

/**
 * The first instant after `instant` at which the clock in Shanghai shows `time`.
 * @param time "HH:mm"
 */
export function nextTimeOfDay(instant: number, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const today = midnightBefore(instant) + (hours * 60 + minutes) * 60 * 1000;
  return today > instant ? today : today + dayLength;
}

/** The start of the hour that `instant` lies in; Shanghai's hours are UTC's. */
export function startOfHour(instant: number): number {
  return instant - (instant % hourLength);
}
