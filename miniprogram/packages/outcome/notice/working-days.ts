import { builtInCalendar } from '../../../../cloudfunctions/shared/universal/calendar-years';
import { dayOf, daysBetween, midnightAfter, startOfDay } from '../../../../cloudfunctions/shared/universal/day';
import { weekdayShortText } from '../../../../cloudfunctions/shared/universal/times';

/** A working day on which one can object. */
export interface NoticeDay {
  name: string;
  /** Over, now, or to come. */
  ring: 'tick' | 'dot' | 'open';
}

/** More than these stand in no row. */
const mostShown = 10;

/**
 * The working days of a notice. It runs from the day after.
 * @returns none where a year on the way was not announced, or where there are too many to draw
 */
export function noticeDays(from: number, until: number, now: number): NoticeDay[] {
  const days = daysBetween(midnightAfter(from), until);
  if (days.some((day) => builtInCalendar.isWorkingDay(day) === null)) return [];
  const working = days.filter((day) => builtInCalendar.isWorkingDay(day));
  if (working.length > mostShown) return [];
  const today = dayOf(now);
  return working.map((day) => ({
    name: weekdayShortText(startOfDay(day)),
    ring: day === today ? 'dot' : day < today ? 'tick' : 'open',
  }));
}
