import type { LotState } from '../../universal/ledger/count/lot-state';
import type { StandingsChange } from '../../domain/counting/standings';
import type { ShownCounts } from '../../universal/board';
import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

/** What the public may see of a poll now: it moves with releases, and holds no count that is not shown. */
export interface Standings extends SchedulerNotes {
  pollId: string;
  /** The batch that ends the last release; only grows. -1 before the log begins. */
  batch: number;
  /** Ballots in the log at that release. */
  ballots: number;
  /** When it was, epoch milliseconds; absent before the first, and in documents of earlier versions. */
  releasedAt?: number;
  /** The release before that one: what is told while the ballots of the last are still being marked. */
  previous?: { batch: number; at: number };
  shown: ShownCounts | null;
  /** When counts are published next, epoch milliseconds; null when they move with each release or are final. */
  nextAt: number | null;
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
  /** When it has to act even if no ballot waits; null when there is nothing left to do. */
  dueAt: number | null;
  /** How often others have asked it to look at the poll: a plan that was made before is not to hide that. Absent for never. */
  asked?: number;
  /** After the close: entries of the log that are public with their text and in the bundle. */
  archived?: number;
  /** What the server's own recount of that bundle came to. */
  recounted?: Recounted;
  /** Entries of the log that `outcome.json` was made of last. */
  outcome?: number;
}

/** A recount: of how many entries, and their root, 64 hex digits; or why it failed. */
export interface Recounted {
  size: number;
  root: string;
  code?: string;
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
 * Moves standings to a release, never back.
 * @param log where the log lies now
 * @param previous the release before
 * @returns false when they stand there or further already, or are not there
 */
export async function advanceStandings(
  pollId: string,
  { shown, ...rest }: StandingsChange,
  log: PublishedLog,
  previous: { batch: number; at: number },
): Promise<boolean> {
  const data = {
    ...rest,
    // set() replaces a nested object; without it the SDK would merge into the old one.
    ...(shown === undefined ? {} : { shown: command.set(shown) }),
    log: command.set(log),
    previous: command.set(previous),
  };
  const isOlder = { _id: pollId, batch: command.lte(rest.batch) };
  const { stats } = await attempt(() =>
    standings()
      .where(command.and([isOlder, isLess(log.size)]))
      .update({ data }),
  );
  return stats.updated > 0;
}

/** Less of the log is public than `size` entries. */
function isLess(size: number): object {
  return command.or([{ log: command.exists(false) }, { 'log.size': command.lt(size) }]);
}

/**
 * Shows counts whose time has come.
 * @param planned the time that was announced: whoever finds another there was overtaken, or has read an earlier state
 * @returns false when there is another
 */
export async function showCounts(
  pollId: string,
  planned: number,
  shown: ShownCounts | null,
  nextAt: number | null,
): Promise<boolean> {
  const data = { nextAt, ...(shown === null ? {} : { shown: command.set(shown) }) };
  const { stats } = await attempt(() => standings().where({ _id: pollId, nextAt: planned }).update({ data }));
  return stats.updated > 0;
}

/**
 * Whether less of the log is public than `size` entries, as the database itself knows it at the moment of the call: a read may show
 * an earlier state.
 */
export async function isBehind(pollId: string, size: number): Promise<boolean> {
  const { stats } = await attempt(() =>
    standings()
      .where(command.and([{ _id: pollId }, isLess(size)]))
      .update({ data: { attempts: command.inc(1) } }),
  );
  return stats.updated > 0;
}

/** Notes how the public lot of a closed poll stands. */
export async function noteLot(pollId: string, lot: LotState | null): Promise<void> {
  await attempt(() =>
    standings()
      .where({ _id: pollId, final: true })
      .update({ data: { lot: command.set(lot) } }),
  );
}

/** Notes that the closed log is public with all its entries, and what a recount of the bundle came to. */
export async function noteArchived(pollId: string, bundle: string, recounted: Recounted): Promise<void> {
  await attempt(() =>
    standings()
      .where({ _id: pollId })
      .update({ data: { archived: recounted.size, 'log.bundle': bundle, recounted: command.set(recounted) } }),
  );
}

/** Notes that what became of the poll is public as far as so many entries of its log say it. */
export async function noteOutcomePublished(pollId: string, size: number): Promise<void> {
  await attempt(() =>
    standings()
      .where({ _id: pollId })
      .update({ data: { outcome: size } }),
  );
}

/** Asks the scheduler to look at a poll. @param at epoch milliseconds */
export async function askForLook(pollId: string, at: number): Promise<void> {
  await attempt(() =>
    standings()
      .where({ _id: pollId })
      .update({ data: { dueAt: at, asked: command.inc(1) } }),
  );
}

/**
 * Plans when the scheduler has to act on a poll next, unless somebody has asked for a look meanwhile.
 * @param dueAt epoch milliseconds; null for never
 * @param asked how often they had when the plan was made
 */
export async function planNext(pollId: string, dueAt: number | null, asked: number | undefined): Promise<void> {
  const isUnasked = asked === undefined ? command.exists(false) : asked;
  await attempt(() => standings().where({ _id: pollId, asked: isUnasked }).update({ data: { dueAt } }));
}

/** A poll that the scheduler has something to do with. */
export interface Planned {
  pollId: string;
  dueAt: number;
  /** Whether its log has begun and is not closed: ballots may wait. */
  isOpen: boolean;
  asked: number;
}

/** As many as one read gives; the service's most is 1000. */
export const mostPlanned = 1000;

/** The polls that the scheduler has to act on some time, soonest first. */
export async function listPlanned(): Promise<Planned[]> {
  const { data } = await attempt(() =>
    standings()
      .where({ dueAt: command.gt(0) })
      .orderBy('dueAt', 'asc')
      .limit(mostPlanned)
      .field({ dueAt: true, batch: true, final: true, asked: true })
      .get(),
  );
  return data.map((document) => {
    // As above; `dueAt` is a number since the condition asks for one.
    const {
      _id,
      dueAt,
      batch,
      final,
      asked = 0,
    } = document as {
      _id: string;
      dueAt: number;
      batch: number;
      final: boolean;
      asked?: number;
    };
    return { pollId: _id, dueAt, isOpen: batch >= 0 && !final, asked };
  });
}
