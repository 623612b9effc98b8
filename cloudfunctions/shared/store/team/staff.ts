import type { Role } from '../../domain/team/access';
import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

/** A person's place in a poll's team. The identity stays in here: others know the `memberId`. */
export interface Staff {
  pollId: string;
  openid: string;
  /** Random, and of this poll alone. */
  memberId: string;
  name: string;
  role: Role;
  joinedAt: number;
  removedAt?: number;
}

const staff = () => database.collection('staff');
const { command } = database;

function staffId(pollId: string, openid: string): string {
  return `${pollId}:${openid}`;
}

/** What is in the collection was written by this project. */
const toStaff = (document: unknown): Staff => {
  const { _id: _, ...rest } = document as Staff & { _id: string };
  return rest;
};

/** One read by `_id`: it stands before every call about a poll. */
export async function findStaff(pollId: string, openid: string): Promise<Staff | null> {
  const { data } = await attempt(() =>
    staff()
      .where({ _id: staffId(pollId, openid) })
      .limit(1)
      .get(),
  );
  return data.length === 0 ? null : toStaff(data[0]);
}

/** Everybody who is or was of the team, in the order of joining. */
export async function listStaff(pollId: string): Promise<Staff[]> {
  const { data } = await attempt(() => staff().where({ pollId }).orderBy('joinedAt', 'asc').limit(1000).get());
  return data.map(toStaff);
}

/** Every team that a person is of now, the latest first. */
export async function listMemberships(openid: string, limit: number): Promise<Staff[]> {
  const { data } = await attempt(() => staff().where({ openid }).orderBy('joinedAt', 'desc').limit(limit).get());
  return data.map(toStaff).filter(({ removedAt }) => removedAt === undefined);
}

/** @returns false when this person is or was of the team */
export function insertStaff(member: Staff): Promise<boolean> {
  return insertOnce(staff(), { _id: staffId(member.pollId, member.openid), ...member });
}

/** Takes somebody back who had been removed. @returns false when they are of the team */
export async function readmit({ pollId, openid, name, role, joinedAt }: Staff): Promise<boolean> {
  const { stats } = await attempt(() =>
    staff()
      .where({ _id: staffId(pollId, openid), removedAt: command.exists(true) })
      .update({ data: { name, role, joinedAt, removedAt: command.remove() } }),
  );
  return stats.updated > 0;
}

/** @param from the role they have to have still @returns false when they have not, or are not of the team */
export async function changeRole(pollId: string, memberId: string, from: Role, role: Role): Promise<boolean> {
  const { stats } = await attempt(() =>
    staff()
      .where({ pollId, memberId, role: from, removedAt: command.exists(false) })
      .update({ data: { role } }),
  );
  return stats.updated > 0;
}

/** @returns false when they are not of the team any more */
export async function removeStaff(pollId: string, memberId: string, at: number): Promise<boolean> {
  const { stats } = await attempt(() =>
    staff()
      .where({ pollId, memberId, removedAt: command.exists(false) })
      .update({ data: { removedAt: at } }),
  );
  return stats.updated > 0;
}

/** Forgets a team, as when a draft is thrown away. */
export async function dissolveStaff(pollId: string): Promise<void> {
  await attempt(() => staff().where({ pollId }).remove());
}
