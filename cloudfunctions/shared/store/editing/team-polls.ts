import type { Attachment } from '../../universal/attachments';
import type { Place } from '../../domain/editing/order';
import type { Signed } from '../../domain/team/person';
import type { PublicChange, TemplateId } from '../../domain/editing/poll-content';
import type { PollContent } from '../../universal/poll-fields';
import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';
import { formerName, withNamesOfToday } from '../former-names';
import type { Change } from './change';
import type { PollDocument, StoredPoll } from '../poll/polls';

export interface BoundGroup {
  /** As the platform verifies it. */
  groupId: string;
  /** As the organiser calls it. */
  name: string;
}

export interface Listing {
  state: 'unlisted' | 'requested' | 'listed' | 'refused';
  reason?: string;
  requestedAt?: number;
}

export interface JurySetUp {
  /** Labels are what the public reads beside points. */
  seats: { memberId: string; label: string }[];
  /** By when jurors are to be done, epoch milliseconds. */
  dueAt: number;
  /** Whether jurors see number and name of a candidate alone. */
  isBlind: boolean;
  /** Since when sheets are open: the seats stand from then on. */
  openedAt?: number;
  /** Since when no sheet changes any more. */
  lockedAt?: number;
  /** Labels of those whose sheets do not count. */
  excluded?: string[];
}

/** What a document of `polls` holds besides, once a team works on it. */
export interface Teamwork {
  template: TemplateId;
  /** Who is a candidate and where; the one place that decides it until publishing. */
  order: Place[];
  /** Grows with every change of `order`. */
  listVersion: number;
  /** Grows with every change of anything, candidates included: what is approved is what was proposed. */
  touched: number;
  /** The cover as chosen; `cover` is set once it is passed. */
  coverFile?: string;
  /** Documents as attached; `attachments` are those of them that are passed. */
  attachmentFiles?: Attachment[];
  opensAtOnce: boolean;
  criteria: PollContent['criteria'];
  secondPerson: boolean;
  nomination: PollContent['nomination'];
  /** Absent in polls that are older than group polls: everyone votes. */
  isForGroups?: boolean;
  /** Chat groups as the team bound them; `chatGroups` are their ids once the poll is published for groups. */
  boundGroups?: BoundGroup[];
  /** Who sits in the jury, and how it judges; absent where there is none. */
  jury?: JurySetUp;
  createdAt: number;
  publishedAt?: number;
  edited: Signed;
  /** The latest changes by version, to tell who was overtaken what has changed. */
  recent: { version: number; fields: string[] }[];
  listing: Listing;
  changes: PublicChange[];
}

export type TeamPoll = StoredPoll & Teamwork;

const polls = () => database.collection('polls');
const { command } = database;

function toPoll(document: unknown): TeamPoll {
  // What is in the collection was written by this project; a poll that has a team was made here.
  const { _id, ...rest } = withNamesOfToday(document as Omit<PollDocument, '_id'> & Teamwork & { _id: string });
  return { id: _id, ...rest };
}

/** @returns false when there is a poll of that id already */
export function insertPoll({ id, ...rest }: TeamPoll): Promise<boolean> {
  return insertOnce(polls(), { _id: id, ...rest });
}

export async function findTeamPoll(id: string): Promise<TeamPoll | null> {
  const { data } = await attempt(() => polls().where({ _id: id }).limit(1).get());
  return data.length === 0 ? null : toPoll(data[0]);
}

/** Those of these polls that are there, in no particular order. */
export async function findTeamPolls(ids: readonly string[]): Promise<TeamPoll[]> {
  if (ids.length === 0) return [];
  const { data } = await attempt(() =>
    polls()
      .where({ _id: command.in([...ids]) })
      .limit(1000)
      .get(),
  );
  return data.map(toPoll);
}

type Changeable = Omit<PollDocument & Teamwork, '_id' | 'key' | 'version' | 'listVersion' | 'touched' | 'changes'>;

/** Fields to set, as the document has them; null takes a field away that may be absent. */
export type PollChange = Change<Changeable>;

/** What a change is bound to: it is made to exactly this, or not at all. */
export type PollGuard = Partial<Pick<TeamPoll, 'version' | 'listVersion' | 'touched' | 'status'>>;

/**
 * Changes a poll, if it still is as the caller saw it.
 * @param grow counters to add 1 to
 * @param record an entry of the public record; one of an id that is in it is not entered again
 * @returns false when it is not
 */
export async function changePoll(
  id: string,
  guard: PollGuard,
  change: PollChange,
  grow: readonly ('version' | 'listVersion' | 'touched')[],
  record?: PublicChange,
): Promise<boolean> {
  const fields = Object.entries(change).map(([field, value]) => [
    field,
    // set() replaces a nested object; without it the SDK would merge into the old one.
    value === null ? command.remove() : command.set(value),
  ]);
  const former = Object.keys(change).flatMap((field) => formerName(field) ?? []);
  const gone = former.map((field) => [field, command.remove()]);
  const counters = grow.map((counter) => [counter, command.inc(1)]);
  const data = Object.fromEntries([...fields, ...gone, ...counters]) as Record<string, unknown>;
  if (record !== undefined) data['changes'] = command.push([record]);
  const isNew = record?.id === undefined ? {} : { 'changes.id': command.neq(record.id) };
  const { stats } = await attempt(() =>
    polls()
      .where({ _id: id, ...guard, ...isNew })
      .update({ data }),
  );
  return stats.updated > 0;
}

/**
 * Locks a jury, where it is not. @param record in the public record @returns false when it is locked already, or the poll is not public
 */
export function lockJuryOf(id: string, record: PublicChange & { id: string; at: number }): Promise<boolean> {
  return changeJury(id, { 'jury.lockedAt': command.exists(false) }, { 'jury.lockedAt': record.at }, record);
}

/** Takes a juror's sheet out of the count. @returns false when it is out already, or the poll is not public */
export function excludeOf(id: string, label: string, record: PublicChange & { id: string }): Promise<boolean> {
  return changeJury(id, { 'jury.excluded': command.neq(label) }, { 'jury.excluded': command.push([label]) }, record);
}

/** Whoever changes the jury as a whole is bound to `touched`, and so is told. */
async function changeJury(id: string, guard: object, change: object, record: PublicChange): Promise<boolean> {
  const changes = command.push([record]);
  const { stats } = await attempt(() =>
    polls()
      .where({ _id: id, status: 'published', 'jury.openedAt': command.exists(true), ...guard })
      .update({ data: { ...change, changes, touched: command.inc(1) } }),
  );
  return stats.updated > 0;
}

/** Takes an entry of the public record back whose change was not made. */
export async function withdrawRecord(id: string, changeId: string): Promise<void> {
  await attempt(() =>
    polls()
      .where({ _id: id })
      .update({ data: { changes: command.pull({ id: changeId }) } }),
  );
}

/** @returns false when it is not a draft of that version any more */
export async function removeDraft(id: string, version: number): Promise<boolean> {
  const { stats } = await attempt(() => polls().where({ _id: id, version, status: 'draft' }).remove());
  return stats.removed > 0;
}

/** Polls that wait to be listed, oldest request first. */
export async function listListingRequests(): Promise<TeamPoll[]> {
  const { data } = await attempt(() =>
    polls().where({ 'listing.state': 'requested' }).orderBy('listing.requestedAt', 'asc').limit(100).get(),
  );
  return data.map(toPoll);
}
