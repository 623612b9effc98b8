import type { WorkCalendar } from '../../universal/calendar';
import { builtInCalendar } from '../../universal/calendar-years';

/** The working days by which offices are held to their word. */
export function officeCalendar(): Promise<WorkCalendar> {
  return Promise.resolve(builtInCalendar);
}
