import { builtInCalendar } from '../../../../cloudfunctions/shared/universal/calendar-years';
import { dayLength, dayOf, endOfDay, startOfDay } from '../../../../cloudfunctions/shared/universal/day';
import { dateText } from '../../../../cloudfunctions/shared/universal/times';

export interface DayRing {
  key: string;
  /** 7日; the first one and a month's first with its month. */
  name: string;
  ring: 'tick' | 'dot' | 'open';
}

/** So many are drawn; a longer notice is told by its end. */
const mostDrawn = 10;

/**
 * The working days on which a notice is up: they begin with the day after it goes up.
 * @param until the end of its last day
 * @returns none where a year on the way is not known to this phone, or there are too many to draw
 */
export function workingDays(from: number, until: number, now: number): DayRing[] {
  const days: DayRing[] = [];
  let month = '';
  for (let at = startOfDay(dayOf(from)) + dayLength; endOfDay(dayOf(at)) <= until; at += dayLength) {
    const day = dayOf(at);
    const isWorking = builtInCalendar.isWorkingDay(day);
    if (isWorking === null) return [];
    if (!isWorking) continue;
    const whole = dateText(at);
    const name = day.slice(5, 7) === month ? whole.replace(/^.*月/, '') : whole;
    month = day.slice(5, 7);
    const ring = endOfDay(day) <= now ? 'tick' : startOfDay(day) <= now ? 'dot' : 'open';
    days.push({ key: day, name, ring });
  }
  return days.length > mostDrawn ? [] : days;
}
