import type { PublicChange } from '../../domain/editing/poll-content';
import type { Attachment } from '../../universal/attachments';
import type { Measure, Poll, PublicRules, Reached } from '../../universal/poll';
import type { OutcomeInShort } from '../../universal/outcome';
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
  /** `frozen` is published, and stands still until whoever operates the installation lets it go on: see `npm run restore`. */
  status: 'draft' | 'published' | 'withdrawn' | 'frozen';
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
  /** Why and when it was ended before its award, by an entry of its log: nothing comes behind that. */
  callOff?: { reason: string; at: number };
  /** That its count was verified. */
  certified?: Certification;
  /** What became of it, and how many entries of its log say so. */
  outcome?: OutcomeInShort & { size: number };
  /** The ids of the chat groups whose members vote, as the platform verifies them; absent where everyone does. */
  chatGroups?: string[];
  /** Made by the `voter` function at the first use: nobody else holds the master key. */
  key?: WrappedKey;
  /** By which networks get names of a day, see domain/fairplay/trace: made while people vote, where the rules declare `fairPlay`. */
  traceKey?: WrappedKey;
  /** When its ballots were looked at, and how many inquiries came of it. */
  inquired?: { at: number; inquiries: number };
  /** The backup that it was restored from, and when that was made; absent where it was not. */
  restored?: { backup: string; madeAt: number };
  /** Since when nothing is left of its ballots' traces. */
  traces?: { forgottenAt: number };
}

/** A poll's secrets. */
export type KeyName = 'key' | 'traceKey';

/** Two persons have seen that the count holds, before anybody is told who is to be awarded. */
export interface Certification {
  at: number;
  note: string;
  /** Entries of the log, and its root, 64 hex digits. */
  size: number;
  root: string;
  /** The root was typed in, of a recount elsewhere. */
  isByHand?: true;
  proposer: Certifier;
  approver: Certifier;
}

/** Of the team, as others know them. */
interface Certifier {
  memberId: string;
  name: string;
  role: 'owner' | 'editor' | 'reviewer' | 'juror' | 'observer';
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
export async function givePollKey(id: string, name: KeyName, key: WrappedKey): Promise<boolean> {
  const { stats } = await attempt(() =>
    polls()
      .where({ _id: id, [name]: command.exists(false) })
      .update({ data: { [name]: command.set(key) } }),
  );
  return stats.updated > 0;
}

/** Deletes the secret by which a poll's networks were named. */
export async function deleteTraceKey(id: string): Promise<void> {
  await attempt(() =>
    polls()
      .where({ _id: id, traceKey: command.exists(true) })
      .update({ data: { traceKey: command.remove() } }),
  );
}

/** Notes that a poll's ballots were looked at; whoever noted it first is right. @param at epoch milliseconds */
export async function noteInquired(id: string, at: number, inquiries: number): Promise<void> {
  await attempt(() =>
    polls()
      .where({ _id: id, inquired: command.exists(false) })
      .update({ data: { inquired: { at, inquiries } } }),
  );
}

/** Notes that nothing is left of a poll's traces; whoever noted it first is right. @param at epoch milliseconds */
export async function noteTracesForgotten(id: string, at: number): Promise<void> {
  await attempt(() =>
    polls()
      .where({ _id: id, traces: command.exists(false) })
      .update({ data: { traces: { forgottenAt: at } } }),
  );
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

/**
 * Notes what became of a poll, and which stages were reached by it. What more of the log says is not replaced by what less of it does.
 * @returns false when more is noted
 */
export async function noteOutcome(
  id: string,
  outcome: NonNullable<PollDocument['outcome']>,
  reached: Reached,
): Promise<boolean> {
  const stages = Object.entries(reached).map(([stage, at]): [string, number] => [`reached.${stage}`, at]);
  // An update that changes nothing may count as none.
  const data: Record<string, unknown> = { ...Object.fromEntries(stages), looks: command.inc(1) };
  data['outcome'] = command.set(outcome);
  const isLess = command.or([{ outcome: command.exists(false) }, { 'outcome.size': command.lte(outcome.size) }]);
  const { stats } = await attempt(() =>
    polls()
      .where(command.and([{ _id: id }, isLess]))
      .update({ data }),
  );
  return stats.updated > 0;
}

/** A stage behind the award is reached, once. @returns false when it was before, or the award is not */
export async function reachArchived(id: string, at: number): Promise<boolean> {
  const { stats } = await attempt(() =>
    polls()
      .where({ _id: id, 'reached.awarded': command.exists(true), 'reached.archived': command.exists(false) })
      .update({ data: { 'reached.archived': at } }),
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
