import type { ShownCounts, StandingsChange } from '../domain/standings';
import { database } from '../platform/database';
import { attempt, insertOnce } from './fault';

/** What the public may see of a poll now. Counts that are not released are not in it. */
export interface Standings {
  pollId: string;
  /** The log's newest batch; only grows. */
  batch: number;
  /** Ballots in the log. */
  ballots: number;
  shown: ShownCounts | null;
  /** When counts are released next, epoch milliseconds; null when they are live or final. */
  nextAt: number | null;
  /** When the scheduler has to act even if no ballot comes; null after the close. */
  dueAt: number | null;
  final: boolean;
  /** Where the public log lies; absent until it is first published. */
  log?: PublishedLog;
}

/** As the contract's `publicLog` tells it. */
export interface PublishedLog {
  origin: string;
  key: string;
  files: string;
  size: number;
  bundle?: string;
}

const standings = () => database.collection('standings');
const { command } = database;

function toStandings(document: unknown): Standings {
  // What is in the collection was written by this project.
  const { _id, ...rest } = document as Omit<Standings, 'pollId'> & { _id: string };
  return { pollId: _id, ...rest };
}

export async function findStandings(pollId: string): Promise<Standings | null> {
  const { data } = await attempt(() => standings().where({ _id: pollId }).limit(1).get());
  return data.length === 0 ? null : toStandings(data[0]);
}

/** @returns false when the poll has standings already */
export function insertStandings({ pollId, ...rest }: Standings): Promise<boolean> {
  return insertOnce(() => standings().add({ data: { _id: pollId, ...rest } }));
}

/**
 * Moves standings forward, never back.
 * @param than the batch number they must be below for the change to apply
 * @returns false when they are not below it, or not there
 */
export async function advanceStandings(pollId: string, than: number, change: StandingsChange): Promise<boolean> {
  // set() replaces a nested object; without it the SDK would merge into the old one.
  const data = change.shown ? { ...change, shown: command.set(change.shown) } : change;
  const { stats } = await attempt(() =>
    standings()
      .where({ _id: pollId, batch: command.lt(than) })
      .update({ data }),
  );
  return stats.updated > 0;
}

/** Polls that the scheduler has to act on by `until`, soonest first. */
export async function listDue(until: number): Promise<{ pollId: string; dueAt: number }[]> {
  const { data } = await attempt(() =>
    standings()
      .where({ dueAt: command.lte(until) })
      .orderBy('dueAt', 'asc')
      .limit(1000)
      .field({ dueAt: true })
      .get(),
  );
  return data.map((document) => {
    // As above; `dueAt` is a number since the condition asks for one.
    const { _id, dueAt } = document as { _id: string; dueAt: number };
    return { pollId: _id, dueAt };
  });
}
