import type { Person } from '../../domain/team/person';
import type { TrailKind } from '../../domain/team/trail';
import { database } from '../../platform/database';
import { randomId } from '../../platform/ids';
import { attempt, insertOnce } from '../fault';
import { nameOfToday } from '../former-names';

/** Who did what in a poll's administration. Entries are added and never changed. */
export interface TrailEntry {
  at: number;
  who: Person;
  what: TrailKind;
  subject?: string;
  reason?: string;
  details?: Record<string, unknown>;
}

const trail = () => database.collection('trail');
const { command } = database;

function entryId(pollId: string, at: number, key: string): string {
  // Ids of a poll stand in the order of time: nine digits of base 36 reach the year 5188.
  return `${pollId}:${at.toString(36).padStart(9, '0')}${key}`;
}

/** Entries of one instance in the same millisecond keep their order. */
let serial = 0;

function nextKey(): string {
  serial = (serial + 1) % 36 ** 4;
  return serial.toString(36).padStart(4, '0') + randomId(4);
}

export async function addToTrail(pollId: string, entry: TrailEntry): Promise<void> {
  await attempt(() => trail().add({ data: { _id: entryId(pollId, entry.at, nextKey()), ...entry } }));
}

/** How long one and the same doing is one entry, milliseconds: a draft is saved as one types. */
const together = 5 * 60 * 1000;

/** The same, unless the trail has an entry of that key in this span of time. @param key letters and digits */
export async function addToTrailOnce(pollId: string, key: string, entry: TrailEntry): Promise<void> {
  const id = entryId(pollId, entry.at - (entry.at % together), key);
  await insertOnce(trail(), { _id: id, ...entry });
}

/** Newest first. @param before go on behind this id */
export async function listTrail(
  pollId: string,
  limit: number,
  before?: string,
): Promise<(TrailEntry & { id: string })[]> {
  const end = before === undefined ? `${pollId};` : `${pollId}:${before}`;
  const { data } = await attempt(() =>
    trail()
      .where({ _id: command.gt(`${pollId}:`).and(command.lt(end)) })
      .orderBy('_id', 'desc')
      .limit(limit)
      .get(),
  );
  return data.map((document) => {
    // What is in the collection was written by this project.
    const { _id, ...rest } = document as TrailEntry & { _id: string };
    const fields = rest.details?.['fields'];
    const details = Array.isArray(fields) ? { ...rest.details, fields: fields.map(nameOfToday) } : rest.details;
    return { ...rest, ...(details && { details }), id: _id.slice(pollId.length + 1) };
  });
}
