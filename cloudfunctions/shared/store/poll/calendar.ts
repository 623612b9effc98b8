import type { CalendarYear } from '../../universal/calendar';
import { database } from '../../platform/database';
import { attempt } from '../fault';

/** The one document of added years; `npm run admin -- calendar FILE` writes it. */
export const calendarId = 'calendar';

/** Years that were announced after this was built, as an administrator of the installation added them. */
export async function findAddedYears(): Promise<CalendarYear[]> {
  const { data } = await attempt(() => database.collection('installation').where({ _id: calendarId }).limit(1).get());
  // What is in the collection was written by this project.
  return (data[0] as { years?: CalendarYear[] } | undefined)?.years ?? [];
}
