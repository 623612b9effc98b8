import type { Trace } from '../../domain/fairplay/trace';
import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

/** A ballot before it is stored. No identity and no instant is in it. */
export interface Ballot {
  pollId: string;
  /** The slot's name, see domain/slot. */
  tag: string;
  period: string;
  /** Sorted. */
  choices: string[];
  castId: string;
  /** The second unique key: the cap's mark, or the ballot's own `_id` where there is no cap. */
  mark: string;
  /** Start of the hour of the cast, epoch milliseconds. */
  hour: number;
  /** Where the voter came from. */
  channel?: string;
  /** Which of the poll's chat groups, from 0. */
  chatGroup?: number;
  /** Deleted before long, see usecases/fairplay/forget-traces; absent where the poll's rules declare no fair play. */
  trace?: Trace;
}

export type StoredBallot = Ballot & {
  /**
   * The batch that has it, which counts once its release is public; null while it waits; below zero where no batch ever will: see
   * `usecases/counting/set-aside.ts`.
   */
  batch: number | null;
};

interface BallotDocument extends Omit<StoredBallot, 'pollId' | 'tag'> {
  _id: string;
}

/** How many documents one read asks for; the service's most is 1000. */
const pageSize = 500;

const ballots = () => database.collection('ballots');
const { command } = database;

export function ballotId(pollId: string, tag: string): string {
  return `${pollId}:${tag}`;
}

function toBallot(document: unknown): StoredBallot {
  // What is in the collection was written by this project.
  const { _id, ...rest } = document as BallotDocument;
  const colon = _id.indexOf(':');
  return { pollId: _id.slice(0, colon), tag: _id.slice(colon + 1), ...rest };
}

/**
 * Casts a ballot: the one insert, whose unique keys hold every limit.
 * @returns false when its slot or its mark is taken
 * @throws DatabaseFault when the outcome is unknown; repeating the same ballot is safe
 */
export function insertBallot({ pollId, tag, ...rest }: Ballot): Promise<boolean> {
  return insertOnce(ballots(), { _id: ballotId(pollId, tag), ...rest, batch: null }, ['mark']);
}

/** Those of the slots that hold a ballot, in no particular order. */
export async function findBallots(pollId: string, tags: readonly string[]): Promise<StoredBallot[]> {
  return findBallotsById(tags.map((tag) => ballotId(pollId, tag)));
}

/** The same by document id, which may be of several polls. One call per 500 ids. */
export async function findBallotsById(ids: readonly string[]): Promise<StoredBallot[]> {
  const found: StoredBallot[] = [];
  for (let from = 0; from < ids.length; from += pageSize) {
    const page = ids.slice(from, from + pageSize);
    const { data } = await attempt(() =>
      ballots()
        .where({ _id: command.in(page) })
        .limit(page.length)
        .get(),
    );
    found.push(...data.map(toBallot));
  }
  return found;
}

/** A page of ballots that no batch counts yet, by id; full when it holds `waitingPageSize`. */
export const waitingPageSize = pageSize;

/**
 * @param after go on behind this id, of whatever poll; "" for the start
 * @param before stop ahead of this id
 */
export async function listWaiting(after: string, before?: string): Promise<StoredBallot[]> {
  const id = before === undefined ? command.gt(after) : command.gt(after).and(command.lt(before));
  const condition = after === '' && before === undefined ? { batch: null } : { batch: null, _id: id };
  const { data } = await attempt(() => ballots().where(condition).orderBy('_id', 'asc').limit(pageSize).get());
  return data.map(toBallot);
}

/** The ids of all ballots of a poll lie behind the first and ahead of the second of these. */
export function ballotIdRange(pollId: string): { after: string; before: string } {
  return { after: `${pollId}:`, before: `${pollId};` };
}

/**
 * How many of a poll's ballots wait, as the database itself knows it at the moment of the call: an update is decided where the data
 * are, while a read may show an earlier state. It notes on each that it was asked for.
 */
export async function countWaiting(pollId: string): Promise<number> {
  const { after, before } = ballotIdRange(pollId);
  const { stats } = await attempt(() =>
    ballots()
      .where({ batch: null, _id: command.gt(after).and(command.lt(before)) })
      .update({ data: { asked: command.inc(1) } }),
  );
  return stats.updated;
}

/** Notes the batch that counts them; those that have one keep it. */
export async function markCounted(pollId: string, tags: readonly string[], batch: number): Promise<void> {
  const ids = tags.map((tag) => ballotId(pollId, tag));
  await attempt(() =>
    ballots()
      .where({ _id: command.in(ids), batch: null })
      .update({ data: { batch } }),
  );
}

/**
 * Deletes the traces of the next `pageSize` ballots of a poll, by id. Two calls; repeating is safe.
 * @param after go on behind this id; undefined for the start
 * @returns where to go on; null behind the last
 */
export async function dropTraces(pollId: string, after: string | undefined): Promise<string | null> {
  const range = ballotIdRange(pollId);
  const { data } = await attempt(() =>
    ballots()
      .where({ _id: command.gt(after ?? range.after).and(command.lt(range.before)) })
      .orderBy('_id', 'asc')
      .limit(pageSize)
      .field({ _id: true })
      .get(),
  );
  // As above.
  const ids = (data as { _id: string }[]).map(({ _id }) => _id);
  if (ids.length === 0) return null;
  await attempt(() =>
    ballots()
      .where({ _id: command.in(ids), trace: command.exists(true) })
      .update({ data: { trace: command.remove() } }),
  );
  return ids.length < pageSize ? null : (ids.at(-1) ?? null);
}

/** What is looked at of a ballot to find those that no resident cast. */
export type TracedBallot = Pick<StoredBallot, 'tag' | 'choices' | 'hour' | 'batch' | 'trace'>;

/** The most that one call returns: a million ballots take a thousand. */
export const tracedPageSize = 1_000;

/**
 * A page of a poll's ballots by id, full when it holds `tracedPageSize`: the collection's own key finds them, whatever other polls are there.
 * @param after go on behind this tag; "" for the start
 * @param candidateId only those that have it among their choices
 */
export async function listTraced(pollId: string, after: string, candidateId?: string): Promise<TracedBallot[]> {
  const { before } = ballotIdRange(pollId);
  const id = { _id: command.gt(ballotId(pollId, after)).and(command.lt(before)) };
  const { data } = await attempt(() =>
    ballots()
      .where(candidateId === undefined ? id : { ...id, choices: candidateId })
      .orderBy('_id', 'asc')
      .limit(tracedPageSize)
      .field({ choices: true, hour: true, batch: true, trace: true })
      .get(),
  );
  return data.map(toBallot);
}
