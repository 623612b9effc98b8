import { dayOf, nextTimeOfDay } from '../../cloudfunctions/shared/universal/day';

const dayLength = 24 * 60 * 60 * 1000;

/** Dates of the demonstration, all relative to its seeding. */
export interface Calendar {
  /** Epoch milliseconds. */
  now: number;
  /** The year in Shanghai. */
  year: number;
  /**
   * The first instant, `days` from now or later, at which the clock in Shanghai shows `time`; epoch milliseconds.
   * @param days negative for the past
   * @param time "HH:mm"
   */
  after: (days: number, time: string) => number;
}

/** @param now epoch milliseconds */
export function calendarAt(now: number): Calendar {
  return {
    now,
    year: Number(dayOf(now).slice(0, 4)),
    after: (days, time) => nextTimeOfDay(now + days * dayLength, time),
  };
}
