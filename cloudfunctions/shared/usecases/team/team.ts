import { done, refuse, type Answered, type Refused } from '../../contract/answered';
import { listOpenInvitations } from '../../store/team/invitations';
import { changeRole, listStaff, removeStaff, type Staff } from '../../store/team/staff';
import { addToTrail, listTrail } from '../../store/team/trail';
import { checkTexts } from '../check-texts';
import { personOf, type Answer, type Input, type Member } from './member';

const pageSize = 50;

export async function listTeam({ pollId }: Input<'team.list'>, me: Member, now: number): Answer<'team.list'> {
  const [staff, invitations] = await Promise.all([listStaff(pollId), listOpenInvitations(pollId, now)]);
  const members = present(staff).map((member) => ({
    ...personOf(member),
    joinedAt: member.joinedAt,
    isMe: member.memberId === me.memberId,
  }));
  return done({
    members,
    invitations: invitations.map(({ id, role, expiresAt, by }) => ({ id, role, expiresAt, by })),
  });
}

/** Gives a member another role. Whether an owner remains is looked at again afterwards: two may step down at once. */
export async function setRole(
  { pollId, memberId, role }: Input<'team.setRole'>,
  me: Member,
  now: number,
): Answer<'team.setRole'> {
  const found = await findPresent(pollId, memberId);
  if (!found.ok) return found;
  const { member, staff } = found.data;
  if (member.role === role) return done({});
  if (isLastOwner(member, staff)) return lastOwner();
  if (!(await changeRole(pollId, memberId, member.role, role))) return notFound();
  if (!hasOwner(await listStaff(pollId))) {
    await changeRole(pollId, memberId, role, member.role);
    return lastOwner();
  }
  const details = { memberId, from: member.role, to: role };
  await addToTrail(pollId, { at: now, who: personOf(me), what: 'team.setRole', subject: member.name, details });
  return done({});
}

export async function removeMember(
  { pollId, memberId, reason }: Input<'team.remove'>,
  me: Member,
  now: number,
): Answer<'team.remove'> {
  const found = await findPresent(pollId, memberId);
  if (!found.ok) return found;
  const { member, staff } = found.data;
  if (isLastOwner(member, staff)) return lastOwner();
  const refused = await checkTexts([{ field: 'reason', text: reason }], me.openid);
  if (refused) return refused;
  if (!(await removeStaff(pollId, memberId, now))) return notFound();
  const details = { memberId, role: member.role };
  await addToTrail(pollId, { at: now, who: personOf(me), what: 'team.remove', subject: member.name, reason, details });
  return done({});
}

export async function leaveTeam({ pollId }: Input<'team.leave'>, me: Member, now: number): Answer<'team.leave'> {
  if (isLastOwner(me, await listStaff(pollId))) return lastOwner();
  await removeStaff(pollId, me.memberId, now);
  await addToTrail(pollId, { at: now, who: personOf(me), what: 'team.leave' });
  return done({});
}

/** Who did what, newest first. */
export async function readTrail({ pollId, cursor }: Input<'trail.list'>): Answer<'trail.list'> {
  const found = await listTrail(pollId, pageSize + 1, cursor);
  const entries = found.slice(0, pageSize);
  return done({ entries, next: found.length > pageSize ? entries.at(-1)?.id : undefined });
}

function present(staff: readonly Staff[]): Staff[] {
  return staff.filter(({ removedAt }) => removedAt === undefined);
}

async function findPresent(
  pollId: string,
  memberId: string,
): Promise<Answered<{ member: Staff; staff: Staff[] }, 'MEMBER_NOT_FOUND'>> {
  const staff = present(await listStaff(pollId));
  const member = staff.find((each) => each.memberId === memberId);
  return member === undefined ? notFound() : done({ member, staff });
}

function hasOwner(staff: readonly Staff[]): boolean {
  return present(staff).some(({ role }) => role === 'owner');
}

function isLastOwner({ memberId, role }: Staff, staff: readonly Staff[]): boolean {
  return role === 'owner' && !hasOwner(staff.filter((each) => each.memberId !== memberId));
}

function lastOwner(): Refused<'LAST_OWNER'> {
  return refuse('LAST_OWNER', 'a team keeps at least one owner');
}

function notFound(): Refused<'MEMBER_NOT_FOUND'> {
  return refuse('MEMBER_NOT_FOUND', 'no such member', { field: 'memberId' });
}
