import type { Hearing, Objection, ObjectionAnswer } from '../../domain/outcome/objection';
import type { Signed } from '../../domain/team/person';
import { isOpenObjection, objectionStates, type ObjectionState } from '../../universal/objections';
import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

/** What a document holds besides. */
interface Notes {
  /** Which of its author's it is while it waits, or its own id: a unique key, which holds the limit per person. */
  place: string;
  /** A unique key: `poll:n`, of a tip `poll:tip:n`. */
  number: string;
  /** Grows with every step. */
  version: number;
  /** When something of it changed that the public list does not say yet; absent where it says all. */
  publishAt?: number;
  /** When to look next whether its author is to be forgotten; absent once that is done, or where nothing is known. */
  forgetAt?: number;
}

type Document = Omit<Objection, 'id'> & Notes & { _id: string };

const objections = () => database.collection('objections');
const { command } = database;

/** No poll has more than one read returns: as many numbered ones and tips as a poll takes. */
const mostOfPoll = 1000;

function toObjection(document: unknown): Objection {
  // What is in the collection was written by this project.
  const { _id, place: _, number: __, version: ___, publishAt: ____, forgetAt: _____, ...rest } = document as Document;
  return { id: _id, ...rest };
}

/** @returns false when its id, place or number is taken */
export function insertObjection(
  { id, ...rest }: Objection,
  place: string,
  forgetAt: number | undefined,
): Promise<boolean> {
  const { pollId, n, isNumbered, at } = rest;
  const document: Document = {
    _id: id,
    ...rest,
    place,
    version: 1,
    number: isNumbered ? `${pollId}:${n}` : `${pollId}:tip:${n}`,
    ...(isNumbered ? { publishAt: at } : {}),
    ...(forgetAt === undefined ? {} : { forgetAt }),
  };
  return insertOnce(objections(), document, ['place', 'number']);
}

export async function findObjection(pollId: string, id: string): Promise<Objection | null> {
  const { data } = await attempt(() => objections().where({ _id: id, pollId }).limit(1).get());
  return data.length === 0 ? null : toObjection(data[0]);
}

export async function isPlaceTaken(place: string): Promise<boolean> {
  const { data } = await attempt(() => objections().where({ place }).limit(1).get());
  return data.length > 0;
}

/** The highest number that one of a poll's numbered objections has, or one of its tips; 0 where there is none. */
export async function highestNumber(pollId: string, isNumbered: boolean): Promise<number> {
  const { data } = await attempt(() => objections().where({ pollId, isNumbered }).orderBy('n', 'desc').limit(1).get());
  return data.length === 0 ? 0 : toObjection(data[0]).n;
}

/** One person's, newest first. */
export async function listOwnObjections(person: string): Promise<Objection[]> {
  const { data } = await attempt(() => objections().where({ person }).orderBy('at', 'desc').limit(mostOfPoll).get());
  return data.map(toObjection);
}

/** Those of these ids that are there. */
export async function findObjections(pollId: string, ids: readonly string[]): Promise<Objection[]> {
  if (ids.length === 0) return [];
  const condition = { _id: command.in([...ids]), pollId };
  const { data } = await attempt(() => objections().where(condition).limit(ids.length).get());
  return data.map(toObjection);
}

const openStates = objectionStates.filter(isOpenObjection);

/** Where a page of a poll's goes on: behind the one of this instant and id. */
export interface ObjectionCursor {
  at: number;
  id: string;
}

/** A page of a poll's, newest first. */
export async function listObjections(
  pollId: string,
  limit: number,
  { isOpen, after }: { isOpen?: boolean | undefined; after?: ObjectionCursor | undefined } = {},
): Promise<Objection[]> {
  const conditions: object[] = [{ pollId }];
  if (isOpen !== undefined) {
    conditions.push({ state: isOpen ? command.in(openStates) : command.nin(openStates) });
  }
  if (after !== undefined) {
    conditions.push(command.or([{ at: command.lt(after.at) }, { at: after.at, _id: command.lt(after.id) }]));
  }
  const { data } = await attempt(() =>
    objections().where(command.and(conditions)).orderBy('at', 'desc').orderBy('_id', 'desc').limit(limit).get(),
  );
  return data.map(toObjection);
}

export async function countOpenObjections(pollId: string): Promise<number> {
  const { total } = await attempt(() =>
    objections()
      .where({ pollId, state: command.in(openStates) })
      .count(),
  );
  return total;
}

/** As the database has it at one moment: what the public list was made of. */
export interface Seen {
  objection: Objection;
  version: number;
  isUnpublished: boolean;
}

/** A poll's numbered ones, the newest number first. */
export async function listNumbered(pollId: string): Promise<Seen[]> {
  const { data } = await attempt(() =>
    objections().where({ pollId, isNumbered: true }).orderBy('n', 'desc').limit(mostOfPoll).get(),
  );
  return data.map((document) => {
    // As above.
    const { version, publishAt } = document as Document;
    return { objection: toObjection(document), version, isUnpublished: publishAt !== undefined };
  });
}

/** Those that wait for the team, numbered or not. */
export function listOpen(pollId: string): Promise<Objection[]> {
  return listObjections(pollId, mostOfPoll, { isOpen: true });
}

/** A step, and what it leaves behind. */
export interface ObjectionStep {
  state: ObjectionState;
  /** By when the next one is due; undefined where none is. */
  dueAt: number | undefined;
  accepted?: Signed & { reason: string };
  hearing?: Hearing;
  answer?: ObjectionAnswer;
  final?: ObjectionAnswer;
  appeal?: { at: number; text: string };
  closing?: { at: number; reason: string };
}

/**
 * Takes an objection a step on, from exactly the state it is in. Once it waits for nobody its author has the place back.
 * @param at when, epoch milliseconds: the public list has to say it from now on
 * @returns false when it is not in that state any more
 */
export async function moveObjection(
  { id, state: from, isNumbered }: Pick<Objection, 'id' | 'state' | 'isNumbered'>,
  { dueAt, ...step }: ObjectionStep,
  at: number,
): Promise<boolean> {
  const fields = Object.entries(step).map(([name, value]) => [name, command.set(value)]);
  const data = {
    ...(Object.fromEntries(fields) as object),
    dueAt: dueAt === undefined ? command.remove() : command.set(dueAt),
    ...(isOpenObjection(step.state) ? {} : { place: id }),
    ...(isNumbered ? { publishAt: at } : {}),
    version: command.inc(1),
  };
  const { stats } = await attempt(() => objections().where({ _id: id, state: from }).update({ data }));
  return stats.updated > 0;
}

/** When the public list of some poll lacks something, epoch milliseconds; null where none does. */
export async function nextUnpublishedAt(): Promise<number | null> {
  const [first] = await readUnpublished(1);
  return first?.publishAt ?? null;
}

/** Polls whose public list lacks something, at the most so many. */
export async function listUnpublished(limit: number): Promise<string[]> {
  return [...new Set((await readUnpublished(limit)).map(({ pollId }) => pollId))];
}

async function readUnpublished(limit: number): Promise<Document[]> {
  const { data } = await attempt(() =>
    objections()
      .where({ publishAt: command.gt(0) })
      .orderBy('publishAt', 'asc')
      .limit(limit)
      .get(),
  );
  // As above.
  return data as Document[];
}

/** Notes that the public list has one as it was seen; one that has gone on since stays to be published. */
export async function notePublished({ objection: { id }, version }: Seen): Promise<void> {
  await attempt(() =>
    objections()
      .where({ _id: id, version })
      .update({ data: { publishAt: command.remove() } }),
  );
}

/** When somebody is to be looked at again, epoch milliseconds; null where nobody is known any more. */
export async function nextForgettingAt(): Promise<number | null> {
  const [first] = await readKept(Number.MAX_SAFE_INTEGER, 1);
  return first?.forgetAt ?? null;
}

/** Polls some of whose authors are to be looked at by `until`. */
export async function listToForget(until: number, limit: number): Promise<string[]> {
  return [...new Set((await readKept(until, limit)).map(({ pollId }) => pollId))];
}

async function readKept(until: number, limit: number): Promise<Document[]> {
  const { data } = await attempt(() =>
    objections()
      .where({ forgetAt: command.gt(0).and(command.lte(until)) })
      .orderBy('forgetAt', 'asc')
      .limit(limit)
      .get(),
  );
  // As above.
  return data as Document[];
}

/** Looks at a poll's authors again at `at`. */
export async function forgetLater(pollId: string, at: number): Promise<void> {
  await attempt(() =>
    objections()
      .where({ pollId, forgetAt: command.gt(0) })
      .update({ data: { forgetAt: at } }),
  );
}

/** One with what is known of its author. */
export async function listKept(pollId: string): Promise<Objection[]> {
  const { data } = await attempt(() =>
    objections()
      .where({ pollId, forgetAt: command.gt(0) })
      .limit(mostOfPoll)
      .get(),
  );
  return data.map(toObjection);
}

/** Forgets who wrote it: name, contact, unit, whose it is, its pictures, what was said at the hearing. The text and what came of it stay. */
export async function forgetAuthor(id: string): Promise<void> {
  const gone = command.remove();
  const data = { signed: gone, person: gone, 'hearing.minutes': gone, forgetAt: gone, pictures: [], place: id };
  await attempt(() => objections().where({ _id: id }).update({ data }));
}
