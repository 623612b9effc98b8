import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

/** Two persons' decision on a ballot, for the scheduler to write into the log. */
export interface Ruling {
  /** Of the act that it comes from: the same act makes one ruling. */
  key: string;
  pollId: string;
  kind: 'void' | 'restore';
  /** The ballot's place in the log. */
  index: number;
  reason: string;
  clause: string;
  proposer: string;
  approver: string;
}

const rulings = () => database.collection('rulings');
const standings = () => database.collection('standings');
const batches = () => database.collection('batches');
const { command } = database;

/** @returns false when it was handed over before */
export function insertRuling({ key, ...rest }: Ruling): Promise<boolean> {
  return insertOnce(() => rulings().add({ data: { _id: `${rest.pollId}:${key}`, ...rest, batch: null } }));
}

/** Has the scheduler look at a poll at its next reading of the plan. */
export async function wakeScheduler(pollId: string, now: number): Promise<void> {
  await attempt(() =>
    standings()
      .where({ _id: pollId })
      .update({ data: { dueAt: now } }),
  );
}

/** Takes back the standings of a poll whose log has not begun. */
export async function removeStandings(pollId: string): Promise<void> {
  await attempt(() => standings().where({ _id: pollId, batch: -1 }).remove());
}

/** Plans anew for a poll whose log has not begun. */
export async function planStandings(pollId: string, plan: { nextAt: number | null; dueAt: number }): Promise<void> {
  await attempt(() => standings().where({ _id: pollId, batch: -1 }).update({ data: plan }));
}

/** The entry at a place of the log, as its canonical text; null when the log has none there. */
export async function findEntry(pollId: string, index: number): Promise<string | null> {
  const { data } = await attempt(() =>
    batches()
      .where({ pollId, 'tally.size': command.gt(index) })
      .orderBy('n', 'asc')
      .limit(1)
      .get(),
  );
  // What is in the collection was written by this project.
  const [batch] = data as { entries: string[]; tally: { size: number } }[];
  if (batch === undefined) return null;
  return batch.entries[index - (batch.tally.size - batch.entries.length)] ?? null;
}
