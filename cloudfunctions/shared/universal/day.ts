/**
 * Calendar days in Asia/Shanghai. China has kept UTC+8 without summer time since 1991, so a fixed offset is
 * exact and needs no time-zone data.
 */
const offset = 8 * 60 * 60 * 1000;
const dayLength = 24 * 60 * 60 * 1000;

/** A day like "2026-11-23". */
export type Day = string;

/** @param instant epoch milliseconds */
export function dayOf(instant: number): Day {
  return new Date(instant + offset).toISOString().slice(0, 10);
}

/** The day's first instant, epoch milliseconds; NaN for a day that does not exist. */
export function startOfDay(day: Day): number {
  const start = Date.parse(`${day}T00:00:00.000Z`) - offset;
  // Some engines take 2026-02-30 for 2 March.
  return !Number.isNaN(start) && dayOf(start) === day ? start : NaN;
}

/** The first instant of the day after, epoch milliseconds. */
export function endOfDay(day: Day): number {
  return startOfDay(day) + dayLength;
}

/** Every day that `[from, to)` touches, in order; instants in epoch milliseconds. */
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
  const today = startOfDay(dayOf(instant)) + (hours * 60 + minutes) * 60 * 1000;
  return today > instant ? today : today + dayLength;
}

/** The start of the hour that `instant` lies in; Shanghai's hours are UTC's. */
export function startOfHour(instant: number): number {
  return instant - (instant % (60 * 60 * 1000));
}
