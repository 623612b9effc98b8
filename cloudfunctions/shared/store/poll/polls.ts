import type { PublicChange } from '../../domain/editing/poll-content';
import type { Attachment } from '../../universal/attachments';
import type { Measure, Poll, PublicRules } from '../../universal/poll';
import type { WrittenTexts } from '../../universal/poll-fields';
import { database } from '../../platform/database';
import type { WrappedKey } from '../../platform/keys';
import { attempt } from '../fault';
import { withNamesOfToday } from '../former-names';

/** A document of `polls`. */
export interface PollDocument extends Omit<Poll, 'id'>, PublicRules, WrittenTexts {
  /** At most 12 characters, so that it fits a code's scene. */
  _id: string;
  version: number;
  /** Grows with whatever changes in the poll or its candidates, but for pictures that pass their check. */
  touched?: number;
  status: 'draft' | 'published' | 'withdrawn';
  /** Whether the home page shows it; links work at once. */
  listed: boolean;
  /** A cloud file id. */
  cover?: string;
  /** Documents that are passed, as everybody may read them; absent where there are none. */
  attachments?: Attachment[];
  candidateCount: number;
  /** How candidates are counted; absent in polls that are older than this: 项. */
  measure?: Measure;
  /** The public record of changes after publishing, oldest first. */
  changes?: PublicChange[];
  /** Every act that binds the public needs two persons. */
  secondPerson?: boolean;
  /** Why and when the organisers called it off. */
  withdrawal?: { reason: string; at: number; isAlone?: true };
  /** The ids of the chat groups whose members vote, as the platform verifies them; absent where everyone does. */
  chatGroups?: string[];
  /** Made by the `voter` function at the first use: nobody else holds the master key. */
  key?: WrappedKey;
}

export type StoredPoll = Poll & Omit<PollDocument, '_id'>;

const polls = () => database.collection('polls');
const { command, RegExp: pattern } = database;

function toPoll(document: unknown): StoredPoll {
  // What is in the collection was written by this project.
  const { _id, ...rest } = withNamesOfToday(document as PollDocument);
  return { id: _id, ...rest };
}

export async function findPoll(id: string): Promise<StoredPoll | null> {
  const { data } = await attempt(() => polls().where({ _id: id }).limit(1).get());
  return data.length === 0 ? null : toPoll(data[0]);
}

/** Those of these polls that are there, by id. */
export async function findPollsOf(ids: readonly string[]): Promise<Map<string, StoredPoll>> {
  if (ids.length === 0) return new Map();
  const { data } = await attempt(() =>
    polls()
      .where({ _id: command.in([...ids]) })
      .limit(ids.length)
      .get(),
  );
  return new Map(data.map(toPoll).map((poll) => [poll.id, poll]));
}

/** @returns false when it has one already, or is not there */
export async function givePollKey(id: string, key: WrappedKey): Promise<boolean> {
  const { stats } = await attempt(() =>
    polls()
      .where({ _id: id, key: command.exists(false) })
      .update({ data: { key: command.set(key) } }),
  );
  return stats.updated > 0;
}

/**
 * Whether the vote ended by then, as the database itself knows it at the moment of the call: an update is decided where the data
 * are, while a read may show an earlier state. @param endAt epoch milliseconds
 */
export async function hasEnded(id: string, endAt: number): Promise<boolean> {
  const { stats } = await attempt(() =>
    polls()
      .where({ _id: id, 'stages.verifying': command.lte(endAt) })
      .update({ data: { looks: command.inc(1) } }),
  );
  return stats.updated > 0;
}

/** Whether there is such a poll, as the database itself knows it. */
export async function isThere(id: string): Promise<boolean> {
  const { stats } = await attempt(() =>
    polls()
      .where({ _id: id })
      .update({ data: { looks: command.inc(1) } }),
  );
  return stats.updated > 0;
}

/** Where a page of the listing goes on: behind the poll that ended at `endAt` with this id. */
export interface ListingCursor {
  endAt: number;
  id: string;
}

/**
 * Published, listed polls, those that end last first.
 * @param query part of a title, or a whole id
 */
export async function listPolls(limit: number, after?: ListingCursor, query?: string): Promise<StoredPoll[]> {
  const conditions: object[] = [{ listed: true, status: 'published' }];
  if (query !== undefined) {
    const title = pattern({ regexp: query.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), options: 'i' });
    conditions.push(command.or([{ title }, { _id: query }]));
  }
  if (after !== undefined) {
    const end = 'stages.verifying';
    conditions.push(
      command.or([{ [end]: command.lt(after.endAt) }, { [end]: after.endAt, _id: command.gt(after.id) }]),
    );
  }
  const { data } = await attempt(() =>
    polls().where(command.and(conditions)).orderBy('stages.verifying', 'desc').orderBy('_id', 'asc').limit(limit).get(),
  );
  return data.map(toPoll);
}
