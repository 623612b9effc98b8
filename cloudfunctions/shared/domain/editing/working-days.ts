import { daysBetween, endOfDay, dayOf } from '../../universal/day';

/**
 * How many whole working days lie in [from, to), Monday to Friday in Asia/Shanghai. Public holidays and the working
 * weekends around them are announced year by year and not known here, so this is what a calendar without them says.
 * The day of `from` itself does not count: a notice runs from the day after it is put up.
 */
export function workingDaysBetween(from: number, to: number): number {
  const days = daysBetween(endOfDay(dayOf(from)), to).filter((day) => endOfDay(day) <= to);
  return days.filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())).length;
}
