import { dayLength, dayOf, endOfDay, startOfDay, weekdayOf, type Day } from './day';

/**
 * The working days of a year, as the State Council's general office announces them each autumn for the year to come: what lies on a
 * weekday and is free, and the weekends on which people work instead. A year that has not been announced is unknown, which is
 * something else than a year without holidays.
 */
export interface CalendarYear {
  year: number;
  /** The notice that says so, like 国办发明电〔2025〕7号, and its day. */
  notice: { number: string; day: Day };
  /** Free days, weekends among them or not. */
  free: readonly Day[];
  /** Saturdays and Sundays on which people work. */
  working: readonly Day[];
}

/** A count of working days. `unknown`: the first year it touches that nobody has announced; such a count ends before it. */
export interface WorkingDays {
  days: number;
  unknown?: number;
}

/** The end of a notice, epoch milliseconds. `unknown`: the year whose working days are not known, for which it runs so many calendar days. */
export interface NoticeEnd {
  until: number;
  unknown?: number;
}

/** How many calendar days a notice runs at least where the working days are not known: five and a week of holidays fit in. */
export const calendarDaysWhenUnknown = 15;

export class WorkCalendar {
  readonly #years: ReadonlyMap<number, { free: ReadonlySet<Day>; working: ReadonlySet<Day> }>;

  /** @param years a later one of the same year takes an earlier one's place */
  constructor(years: readonly CalendarYear[]) {
    this.#years = new Map(
      years.map(({ year, free, working }) => [year, { free: new Set(free), working: new Set(working) }]),
    );
  }

  /** @returns null in a year that is not announced */
  isWorkingDay(day: Day): boolean | null {
    const year = this.#years.get(yearOf(day));
    if (year === undefined) return null;
    if (year.working.has(day)) return true;
    return !year.free.has(day) && !isWeekend(day);
  }

  /** How many whole working days lie in [from, to); the day of `from` does not count, as a notice runs from the day after. */
  workingDaysBetween(from: number, to: number): WorkingDays {
    let days = 0;
    for (let day = dayAfter(dayOf(from)); endOfDay(day) <= to; day = dayAfter(day)) {
      const isWorking = this.isWorkingDay(day);
      if (isWorking === null) return { days, unknown: yearOf(day) };
      if (isWorking) days += 1;
    }
    return { days };
  }

  /**
   * When a notice that goes up at `from` may end at the earliest: with the end of its last working day.
   * @param days how many working days it is up, one or more
   */
  noticeEnd(from: number, days: number): NoticeEnd {
    let left = days;
    let day = dayOf(from);
    while (left > 0) {
      day = dayAfter(day);
      const isWorking = this.isWorkingDay(day);
      if (isWorking === null) {
        const latest = Math.max(days, calendarDaysWhenUnknown);
        return { until: endOfDay(dayOf(startOfDay(dayOf(from)) + latest * dayLength)), unknown: yearOf(day) };
      }
      if (isWorking) left -= 1;
    }
    return { until: endOfDay(day) };
  }
}

function dayAfter(day: Day): Day {
  return dayOf(endOfDay(day));
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

function isWeekend(day: Day): boolean {
  return [0, 6].includes(weekdayOf(day));
}

/**
 * Why this is no year of the calendar, or null.
 * @returns the field, and what would be right
 */
export function calendarFault({
  year,
  notice,
  free,
  working,
}: CalendarYear): { field: string; expected: string } | null {
  if (!Number.isInteger(year) || year < 2020 || year > 2100)
    return { field: 'year', expected: 'a year from 2020 to 2100' };
  if (notice.number.trim() === '') return { field: 'notice.number', expected: 'the number of the notice' };
  if (Number.isNaN(startOfDay(notice.day))) return { field: 'notice.day', expected: 'a day like 2025-11-04' };
  for (const [name, days] of Object.entries({ free, working })) {
    for (const [place, day] of days.entries()) {
      const field = `${name}.${place}`;
      if (Number.isNaN(startOfDay(day)) || yearOf(day) !== year)
        return { field, expected: `a day of ${year} like ${year}-01-01` };
      if (days.indexOf(day) !== place) return { field, expected: 'each day once' };
    }
  }
  const both = working.findIndex((day) => free.includes(day));
  if (both >= 0) return { field: `working.${both}`, expected: 'a day that is not free as well' };
  const weekday = working.findIndex((day) => !isWeekend(day));
  if (weekday >= 0) return { field: `working.${weekday}`, expected: 'a Saturday or Sunday' };
  // Every year has New Year, Spring Festival, Qingming, Labour Day, Dragon Boat, Mid-autumn and National Day: eleven days by law.
  const weekdaysFree = free.filter((day) => !isWeekend(day)).length;
  if (weekdaysFree < 8)
    return { field: 'free', expected: 'all free days of the year, at least eight of them on weekdays' };
  return null;
}
