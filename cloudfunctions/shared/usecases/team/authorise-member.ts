import { refuse, type Refused } from '../../contract/answered';
import { access, mayCall, type GuardedProcedure } from '../../domain/team/access';
import { findStaff } from '../../store/team/staff';
import type { Member } from './member';

/**
 * Who the caller is in a poll's team, and whether the access table lets them: one read by `_id`, before anything else. Whether a
 * poll exists is not told to strangers.
 */
export async function authoriseMember(
  pollId: string,
  openid: string,
  procedure: GuardedProcedure,
): Promise<{ ok: true; member: Member } | Refused<'NOT_A_MEMBER' | 'MEMBER_REMOVED' | 'ROLE_NOT_ALLOWED'>> {
  // An id that no poll can have costs no read.
  const member = /^[A-Za-z0-9_-]{1,12}$/.test(pollId) ? await findStaff(pollId, openid) : null;
  if (member === null) return refuse('NOT_A_MEMBER', 'not of this poll’s team', { field: 'pollId' });
  const { removedAt, role } = member;
  if (removedAt !== undefined) return refuse('MEMBER_REMOVED', 'removed from the team', { removedAt });
  if (mayCall(role, procedure)) return { ok: true, member };
  return refuse('ROLE_NOT_ALLOWED', `${procedure} is not for a ${role}`, { role, needed: [...access[procedure]] });
}
