import type { Role } from '../../domain/team/access';
import type { Person } from '../../domain/team/person';
import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

/** A seat offered to whoever holds the token, of which only the digest is kept. */
export interface Invitation {
  /** SHA-256 of the token, 64 hex digits. */
  digest: string;
  /** How the team names it. */
  id: string;
  pollId: string;
  role: Role;
  by: Person;
  createdAt: number;
  expiresAt: number;
  /** The identity of who took it; nobody yet without. */
  usedBy?: string;
  revokedAt?: number;
}

const invitations = () => database.collection('invitations');
const { command } = database;

function toInvitation(document: unknown): Invitation {
  // What is in the collection was written by this project.
  const { _id, ...rest } = document as Omit<Invitation, 'digest'> & { _id: string };
  return { digest: _id, ...rest };
}

export async function insertInvitation({ digest, ...rest }: Invitation): Promise<void> {
  await insertOnce(invitations(), { _id: digest, ...rest });
}

export async function findInvitation(digest: string): Promise<Invitation | null> {
  const { data } = await attempt(() => invitations().where({ _id: digest }).limit(1).get());
  return data.length === 0 ? null : toInvitation(data[0]);
}

/** Those that can still be taken at `now`, epoch milliseconds. */
export async function listOpenInvitations(pollId: string, now: number): Promise<Invitation[]> {
  const { data } = await attempt(() =>
    invitations()
      .where({ pollId, expiresAt: command.gt(now), usedBy: command.exists(false), revokedAt: command.exists(false) })
      .orderBy('expiresAt', 'asc')
      .limit(100)
      .get(),
  );
  return data.map(toInvitation);
}

/** Of any number of people at once one takes it. @returns false when it cannot be taken (any more) */
export async function takeInvitation(digest: string, openid: string, now: number): Promise<boolean> {
  const { stats } = await attempt(() =>
    invitations()
      .where({
        _id: digest,
        expiresAt: command.gt(now),
        usedBy: command.exists(false),
        revokedAt: command.exists(false),
      })
      .update({ data: { usedBy: openid } }),
  );
  return stats.updated > 0;
}

/** @returns false when there is no such invitation that could still be taken */
export async function revokeInvitation(pollId: string, id: string, at: number): Promise<boolean> {
  const { stats } = await attempt(() =>
    invitations()
      .where({ pollId, id, usedBy: command.exists(false), revokedAt: command.exists(false) })
      .update({ data: { revokedAt: at } }),
  );
  return stats.updated > 0;
}

/** Nobody can come into the team of a draft that is thrown away. */
export async function removeInvitations(pollId: string): Promise<void> {
  await attempt(() => invitations().where({ pollId }).remove());
}
