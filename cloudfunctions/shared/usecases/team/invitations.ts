import { done, refuse, type Refused } from '../../contract/answered';
import { newToken, randomId, tokenDigest } from '../../platform/ids';
import {
  findInvitation,
  insertInvitation,
  listOpenInvitations,
  revokeInvitation as revoke,
  takeInvitation,
  type Invitation,
} from '../../store/team/invitations';
import { findStaff, insertStaff, listStaff, readmit, type Staff } from '../../store/team/staff';
import { findTeamPoll } from '../../store/editing/team-polls';
import { addToTrail } from '../../store/team/trail';
import { checkTexts } from '../check-texts';
import { personOf, type Answer, type Input, type Member } from './member';

const hour = 60 * 60 * 1000;
/** Long enough to be seen after a weekend, short enough that a card found in an old chat is worth nothing. */
const life = 72 * hour;
const mostMembers = 30;

/** Offers one seat. Only the digest of the token is kept: who reads the database cannot take it. */
export async function createInvitation(
  { pollId, role }: Input<'invitation.create'>,
  member: Member,
  now: number,
): Answer<'invitation.create'> {
  const [staff, open] = await Promise.all([listStaff(pollId), listOpenInvitations(pollId, now)]);
  const seats = staff.filter(({ removedAt }) => removedAt === undefined).length + open.length;
  if (seats >= mostMembers) {
    return refuse('LIMIT_REACHED', 'as many as a team may have', { what: 'members', most: mostMembers });
  }
  const token = newToken();
  const id = randomId(8);
  const expiresAt = now + life;
  const offer = { id, pollId, role, by: personOf(member), createdAt: now, expiresAt };
  await insertInvitation({ digest: tokenDigest(token), ...offer });
  const details = { invitationId: id, role };
  await addToTrail(pollId, { at: now, who: personOf(member), what: 'invitation.create', details });
  return done({ id, token, expiresAt });
}

export async function revokeInvitation(
  { pollId, invitationId }: Input<'invitation.revoke'>,
  member: Member,
  now: number,
): Answer<'invitation.revoke'> {
  if (!(await revoke(pollId, invitationId, now))) return notFound('invitationId');
  const details = { invitationId };
  await addToTrail(pollId, { at: now, who: personOf(member), what: 'invitation.revoke', details });
  return done({});
}

export async function peekInvitation(
  { token }: Input<'invitation.peek'>,
  openid: string,
  now: number,
): Answer<'invitation.peek'> {
  const invitation = await findInvitation(tokenDigest(token));
  if (invitation === null) return notFound('token');
  const [poll, staff] = await Promise.all([findTeamPoll(invitation.pollId), findStaff(invitation.pollId, openid)]);
  if (poll === null) return notFound('token');
  const isMember = staff !== null && staff.removedAt === undefined;
  const refused = isMember ? null : refusalOf(invitation, openid, now);
  if (refused) return refused;
  const { role, by, expiresAt } = invitation;
  const { id: pollId, title, organiser } = poll;
  return done({ pollId, title, organiser, role, invitedBy: by.name, expiresAt, isMember });
}

/**
 * Takes a seat: first the invitation, which one person can take, then the place in the team. Who took the invitation and was
 * cut off in between gets the place by asking again.
 */
export async function acceptInvitation(
  { token, myName }: Input<'invitation.accept'>,
  openid: string,
  now: number,
): Answer<'invitation.accept'> {
  const digest = tokenDigest(token);
  const invitation = await findInvitation(digest);
  if (invitation === null) return notFound('token');
  const { pollId, role } = invitation;
  const [poll, staff] = await Promise.all([findTeamPoll(pollId), findStaff(pollId, openid)]);
  if (poll === null) return notFound('token');
  if (staff !== null && staff.removedAt === undefined) {
    if (invitation.usedBy === openid) return done({ pollId, role: staff.role });
    return refuse('ALREADY_MEMBER', 'of the team already', { role: staff.role });
  }
  // Who left or was removed does not come back by the card they once used.
  if (staff !== null && invitation.usedBy === openid) return used();
  const refused = refusalOf(invitation, openid, now) ?? (await checkTexts([{ field: 'myName', text: myName }], openid));
  if (refused) return refused;
  if (invitation.usedBy === undefined && !(await takeInvitation(digest, openid, now))) {
    const latest = await findInvitation(digest);
    return (latest && refusalOf(latest, openid, now)) ?? used();
  }
  const seat: Staff = { pollId, openid, memberId: staff?.memberId ?? randomId(8), name: myName, role, joinedAt: now };
  if (staff === null) await insertStaff(seat);
  else await readmit(seat);
  const details = { invitationId: invitation.id, by: invitation.by };
  await addToTrail(pollId, { at: now, who: personOf(seat), what: 'invitation.accept', details });
  return done({ pollId, role });
}

function refusalOf(
  { usedBy, revokedAt, expiresAt }: Invitation,
  openid: string,
  now: number,
): Refused<'INVITATION_NOT_FOUND' | 'INVITATION_EXPIRED' | 'INVITATION_USED'> | null {
  if (revokedAt !== undefined) return notFound('token');
  if (usedBy !== undefined && usedBy !== openid) return used();
  if (usedBy === undefined && expiresAt <= now) {
    return refuse('INVITATION_EXPIRED', 'the invitation has expired', { expiresAt });
  }
  return null;
}

function used(): Refused<'INVITATION_USED'> {
  return refuse('INVITATION_USED', 'somebody has taken this invitation');
}

function notFound(field: string): Refused<'INVITATION_NOT_FOUND'> {
  return refuse('INVITATION_NOT_FOUND', 'no such invitation', { field });
}
