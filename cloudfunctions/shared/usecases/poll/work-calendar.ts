import { WorkCalendar } from '../../universal/calendar';
import { builtInYears } from '../../universal/calendar-years';
import { findAddedYears } from '../../store/poll/calendar';

/** The working days that are known: those that this was built with, and those that were added since. One read. */
export async function workCalendar(): Promise<WorkCalendar> {
  return new WorkCalendar([...builtInYears, ...(await findAddedYears())]);
}
