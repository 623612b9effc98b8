import type { LotState } from '../domain/ledger/count/lot-state';
import type { ShownCounts, StandingsChange } from '../domain/standings';
import { database } from '../platform/database';
import { attempt, insertOnce } from './fault';

/** What the public may see of a poll now. Counts that are not released are not in it. */
export interface Standings extends SchedulerNotes {
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
  /** Absent or null where no lot decides anything, or the poll is open. */
  lot?: LotState | null;
  /** Where the public log lies; absent until it is first published. */
  log?: PublishedLog;
}

/** As the contract's `publicLog` tells it, and the batch at whose end the published part ends. */
export interface PublishedLog {
  batch: number;
  origin: string;
  key: string;
  files: string;
  size: number;
  bundle?: string;
}

/** What the scheduler itself has to remember of a poll. */
interface SchedulerNotes {
  /** After the close: entries of the log that are public with their text and in the bundle. */
  archived?: number;
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
  return insertOnce(standings(), { _id: pollId, ...rest });
}

/**
 * Moves standings forward, never back.
 * @param than the batch number they must be below for the change to apply
 * @param log where the log lies, where its end was published with the change
 * @returns false when they are not below it, or not there
 */
export async function advanceStandings(
  pollId: string,
  than: number,
  change: StandingsChange,
  log?: PublishedLog,
): Promise<boolean> {
  const { dueBy, shown, ...rest } = change;
  const data = {
    ...rest,
    // set() replaces a nested object; without it the SDK would merge into the old one.
    ...(shown === undefined ? {} : { shown: command.set(shown) }),
    ...(dueBy === undefined ? {} : { dueAt: command.min(dueBy) }),
    ...(log === undefined ? {} : { log: command.set(log) }),
  };
  const { stats } = await attempt(() =>
    standings()
      .where({ _id: pollId, batch: command.lt(than) })
      .update({ data }),
  );
  return stats.updated > 0;
}

/** Notes that the log is published up to `log.size`, unless more of it is. */
export async function notePublished(pollId: string, log: PublishedLog): Promise<void> {
  const isLess = command.or([{ log: command.exists(false) }, { 'log.size': command.lt(log.size) }]);
  await attempt(() =>
    standings()
      .where(command.and([{ _id: pollId }, isLess]))
      .update({ data: { log: command.set(log) } }),
  );
}

/** Notes how the public lot of a closed poll stands. */
export async function noteLot(pollId: string, lot: LotState | null): Promise<void> {
  await attempt(() =>
    standings()
      .where({ _id: pollId, final: true })
      .update({ data: { lot: command.set(lot) } }),
  );
}

/** Notes that the closed log is public with all its entries, up to `archived` of them. */
export async function noteArchived(pollId: string, archived: number, bundle: string): Promise<void> {
  await attempt(() =>
    standings()
      .where({ _id: pollId })
      .update({ data: { archived, 'log.bundle': bundle } }),
  );
}

/** Plans when the scheduler has to act on a poll next. @param dueAt epoch milliseconds; null for never */
export async function planNext(pollId: string, dueAt: number | null): Promise<void> {
  await attempt(() => standings().where({ _id: pollId }).update({ data: { dueAt } }));
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
