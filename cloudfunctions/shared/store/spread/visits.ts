import { database } from '../../platform/database';
import { attempt } from '../fault';

/** How many people opened a poll in an hour: by a channel, or, beside that, from one of the poll's chat groups. */
export interface VisitDocument {
  pollId: string;
  /** Start of the hour, epoch milliseconds. */
  hour: number;
  /** "" where the link said nothing, "other" behind the first channels of a poll; absent where a group is told. */
  channel?: string;
  /** The group's place in the poll's list, from 0. */
  chatGroup?: number;
  count: number;
}

/** Writes what an instance gathered: one call. */
export async function insertVisits(visits: readonly VisitDocument[]): Promise<void> {
  await attempt(() => database.collection('visits').add({ data: [...visits] }));
}
