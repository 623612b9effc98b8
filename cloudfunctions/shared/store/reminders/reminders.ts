import type { ChangeKind, ReminderKind } from '../../domain/reminders/due';
import type { Verdict } from '../../domain/reminders/message';
import { database } from '../../platform/database';
import { derivedId } from '../../platform/ids';
import { attempt, insertOnce } from '../fault';

/**
 * One consent of one person to one message. The identity in it is needed to send it; the document is gone before it is sent,
 * and no other collection leads to it.
 */
export interface Reminder {
  id: string;
  pollId: string;
  openid: string;
  kind: ReminderKind;
  /** When to send it, epoch milliseconds. */
  dueAt: number;
  /** How often it was tried. */
  attempts: number;
  /** Of a kind that tells of a change: what stood when it was set, see `markOf`. It is sent for what is more. */
  seen?: number;
  /** What the message tells, once it is known. */
  verdict?: Verdict;
}

const reminders = () => database.collection('reminders');
const { command } = database;

/** The same for the same wish: who sets it twice has set it once. */
export function reminderId(pollId: string, openid: string, kind: ReminderKind): string {
  return `${pollId}:${derivedId(26, 'reminder', pollId, openid, kind)}`;
}

function toReminder(document: unknown): Reminder {
  // What is in the collection was written by this project.
  const { _id, ...rest } = document as Omit<Reminder, 'id'> & { _id: string };
  return { id: _id, ...rest };
}

/** @returns false when it is set already */
export function insertReminder({ id, ...rest }: Reminder): Promise<boolean> {
  return insertOnce(reminders(), { _id: id, ...rest });
}

/** Which of these are set and still to be sent. */
export async function findReminders(ids: readonly string[]): Promise<Set<string>> {
  const { data } = await attempt(() =>
    reminders()
      .where({ _id: command.in([...ids]) })
      .field({ _id: true })
      .limit(ids.length)
      .get(),
  );
  // As above.
  return new Set((data as { _id: string }[]).map(({ _id }) => _id));
}

/** When the first is to be sent, epoch milliseconds; null when there is none. */
export async function nextReminderAt(): Promise<number | null> {
  const { data } = await attempt(() =>
    reminders().where({}).orderBy('dueAt', 'asc').field({ dueAt: true }).limit(1).get(),
  );
  // As above.
  return (data as Pick<Reminder, 'dueAt'>[])[0]?.dueAt ?? null;
}

/** Those that are to be sent by `until`, the longest due first. */
export async function listDueReminders(until: number, limit: number): Promise<Reminder[]> {
  const { data } = await attempt(() =>
    reminders()
      .where({ dueAt: command.lte(until) })
      .orderBy('dueAt', 'asc')
      .limit(limit)
      .get(),
  );
  return data.map(toReminder);
}

/**
 * Takes a reminder: of any number at once that want it one gets it, and it is gone.
 * @returns false when somebody else took it
 * @throws DatabaseFault when it may be gone or not; it is not to be sent then
 */
export async function takeReminder(id: string): Promise<boolean> {
  const { stats } = await attempt(() => reminders().where({ _id: id }).remove());
  return stats.removed > 0;
}

/** Takes many that nobody is told of. */
export async function dropReminders(ids: readonly string[]): Promise<void> {
  await attempt(() =>
    reminders()
      .where({ _id: command.in([...ids]) })
      .remove(),
  );
}

/** Moves what waits of a kind: the poll's times have moved. Those that are tried again keep their own. */
export async function moveReminders(pollId: string, kind: ReminderKind, dueAt: number): Promise<void> {
  await attempt(() =>
    reminders()
      .where({ pollId, kind, attempts: 0, verdict: command.exists(false) })
      .update({ data: { dueAt } }),
  );
}

/** Has those sent that a change is news to. Repeating changes nothing. @param mark how far it has come @param at an instant that is over */
export async function hastenReminders(pollId: string, kind: ChangeKind, mark: number, at: number): Promise<void> {
  await attempt(() =>
    reminders()
      .where({ pollId, kind, attempts: 0, seen: command.lt(mark) })
      .update({ data: { dueAt: at } }),
  );
}

/** Has those wait on to which there is no news. @param mark how far it has come */
export async function waitOn(pollId: string, kind: ChangeKind, mark: number, dueAt: number): Promise<void> {
  await attempt(() =>
    reminders()
      .where({ pollId, kind, attempts: 0, seen: command.gte(mark) })
      .update({ data: { dueAt } }),
  );
}

/** What somebody's nomination came to, if they asked to be told: due from `at` on. */
export async function tellVerdict(pollId: string, openid: string, verdict: Verdict, at: number): Promise<void> {
  const condition = { _id: reminderId(pollId, openid, 'verdict'), verdict: command.exists(false) };
  await attempt(() =>
    reminders()
      .where(condition)
      .update({ data: { verdict: command.set(verdict), dueAt: at } }),
  );
}

/** Nothing is told any more of a draft that is thrown away. */
export async function removeReminders(pollId: string): Promise<void> {
  await attempt(() => reminders().where({ pollId }).remove());
}
