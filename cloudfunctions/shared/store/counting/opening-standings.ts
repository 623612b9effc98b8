import { database } from '../../platform/database';
import { attempt } from '../fault';

const standings = () => database.collection('standings');

/** Takes back the standings of a poll whose log has not begun. */
export async function removeStandings(pollId: string): Promise<void> {
  await attempt(() => standings().where({ _id: pollId, batch: -1 }).remove());
}

/** Plans anew for a poll whose log has not begun. */
export async function planStandings(pollId: string, plan: { nextAt: number | null; dueAt: number }): Promise<void> {
  await attempt(() => standings().where({ _id: pollId, batch: -1 }).update({ data: plan }));
}
