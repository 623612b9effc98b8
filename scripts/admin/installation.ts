import type tcb from '@cloudbase/node-sdk';
import { randomId } from '../../cloudfunctions/shared/platform/ids';
import type { Staff } from '../../cloudfunctions/shared/store/team/staff';
import type { Grant, Settings } from '../../cloudfunctions/shared/store/team/installation';
import { calendarFault, type CalendarYear } from '../../cloudfunctions/shared/universal/calendar';
import { expectDone } from '../connect';

/** Somebody who may do more than others, as `administrators` keeps them under their identity. */
export interface Granted {
  openid: string;
  grant: Grant;
  /** For whoever reads the list; nobody else sees it. */
  name: string;
  grantedAt: number;
}

/**
 * Finds out who reads out a code that the app shows. Each code is used up by this.
 * @param code as it was heard: in any case, with or without the hyphen
 * @throws a sentence when the code is nobody's, or has expired
 */
export async function takeClaim(app: tcb.CloudBase, code: string, now: number): Promise<string> {
  const letters = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const id = `${letters.slice(0, 4)}-${letters.slice(4)}`;
  const claims = app.database().collection('claims');
  // The organiser function wrote them.
  const [claim] = expectDone(await claims.where({ _id: id }).limit(1).get()).data as {
    openid: string;
    expiresAt: number;
  }[];
  if (claim === undefined) throw new Error(`the code ${id} is nobody’s: have them open the page again and read it out`);
  expectDone(await claims.doc(id).remove());
  if (claim.expiresAt <= now) throw new Error(`the code ${id} has expired: have them open the page again`);
  return claim.openid;
}

/** Gives somebody a grant, in place of one they have. */
export async function giveGrant(app: tcb.CloudBase, { openid, ...rest }: Granted): Promise<void> {
  expectDone(await app.database().collection('administrators').doc(openid).set(rest));
}

/** @returns false when there was none */
export async function revokeGrant(app: tcb.CloudBase, openid: string): Promise<boolean> {
  // The SDK types the answer as anything.
  const { deleted = 0 } = expectDone(await app.database().collection('administrators').doc(openid).remove()) as {
    deleted?: number;
  };
  return deleted > 0;
}

export async function listGrants(app: tcb.CloudBase): Promise<Granted[]> {
  const found = expectDone(await app.database().collection('administrators').limit(1000).get());
  // Written above.
  const documents = found.data as (Omit<Granted, 'openid'> & { _id: string })[];
  return documents.map(({ _id: openid, ...rest }) => ({ openid, ...rest }));
}

export async function readSettings(app: tcb.CloudBase): Promise<Partial<Settings>> {
  const found = expectDone(await app.database().collection('installation').where({ _id: 'settings' }).limit(1).get());
  // Written below.
  return (found.data as Partial<Settings>[])[0] ?? {};
}

/** Changes those settings that are given; the others stay. */
export async function writeSettings(app: tcb.CloudBase, change: Partial<Settings>): Promise<void> {
  const { creation, pollsPerPerson } = { ...(await readSettings(app)), ...change };
  const settings = {
    ...(creation === undefined ? {} : { creation }),
    ...(pollsPerPerson === undefined ? {} : { pollsPerPerson }),
  };
  expectDone(await app.database().collection('installation').doc('settings').set(settings));
}

/**
 * Adds a year of working days, or takes the place of what was added of it before. Deployed functions know it with their next question.
 * @param given as a file holds it
 * @throws a sentence when it is no such year
 */
export async function addCalendarYear(app: tcb.CloudBase, given: unknown): Promise<CalendarYear> {
  const added = readYear(given);
  const installation = app.database().collection('installation');
  const found = expectDone(await installation.where({ _id: 'calendar' }).limit(1).get());
  // Written below.
  const { years = [] } = (found.data as { years?: CalendarYear[] }[])[0] ?? {};
  const all = [...years.filter(({ year }) => year !== added.year), added].sort((a, b) => a.year - b.year);
  expectDone(await installation.doc('calendar').set({ years: all }));
  return added;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const areTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

function readYear(given: unknown): CalendarYear {
  const { year, notice, free, working } = (given ?? {}) as Partial<Record<keyof CalendarYear, unknown>>;
  const { number, day } = (notice ?? {}) as Record<string, unknown>;
  if (typeof year !== 'number' || !isText(number) || !isText(day) || !areTexts(free) || !areTexts(working)) {
    throw new Error('a year has year, notice {number, day}, free and working; see --help');
  }
  const read = { year, notice: { number, day }, free, working };
  const fault = calendarFault(read);
  if (fault) throw new Error(`${fault.field} is not right: ${fault.expected}`);
  return read;
}

/** Whom the trail names for what an administrator did from outside. */
const byAdministrator = { memberId: 'administrator', name: '平台管理员', role: 'owner' } as const;

/**
 * Seats an owner in a team that has none any more, or one that nobody reaches. It stands in the team's trail and in the public record.
 * @throws a sentence when there is no such poll, or they are an owner of it
 */
export async function seatOwner(
  app: tcb.CloudBase,
  { pollId, openid, name, reason, at }: { pollId: string; openid: string; name: string; reason: string; at: number },
): Promise<void> {
  const database = app.database();
  const { command } = database;
  const polls = database.collection('polls');
  // The organiser function wrote them, as all below.
  const [poll] = expectDone(await polls.where({ _id: pollId }).limit(1).get()).data as { status: string }[];
  if (poll === undefined) throw new Error(`there is no poll ${pollId}`);
  const staff = database.collection('staff');
  const _id = `${pollId}:${openid}`;
  const [member] = expectDone(await staff.where({ _id }).limit(1).get()).data as Partial<Staff>[];
  if (member?.role === 'owner' && member.removedAt === undefined) throw new Error(`${name} is an owner of it already`);
  const { memberId = randomId(8), joinedAt = at } = member ?? {};
  expectDone(await staff.doc(_id).set({ pollId, openid, memberId, name, role: 'owner', joinedAt }));
  const entry = `${pollId}:${at.toString(36).padStart(9, '0')}0000${randomId(4)}`;
  const told = { at, who: byAdministrator, what: 'team.seatOwner', subject: name, reason };
  expectDone(await database.collection('trail').doc(entry).set(told));
  if (poll.status === 'draft') return;
  const change = { id: randomId(12), at, what: 'seatOwner', reason };
  expectDone(await polls.doc(pollId).update({ changes: command.push([change]), touched: command.inc(1) }));
}
