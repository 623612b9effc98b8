import { refuse, type Refused } from '../../contract/answered';
import { opensAfterRecusal, type GuardedProcedure } from '../../domain/team/access';
import { findTeamPoll } from '../../store/editing/team-polls';
import { findSheet } from '../../store/jury/sheets';
import type { Member } from './member';

/**
 * Why a juror may not see what a procedure shows, if so. Where the poll has a jury each of its jurors says first whom they may not judge,
 * knowing names alone; one without a seat has nothing to read yet.
 */
export async function refuseUndeclared(
  { pollId, memberId, role }: Member,
  procedure: GuardedProcedure,
): Promise<Refused<'RECUSAL_FIRST'> | null> {
  if (role !== 'juror' || !opensAfterRecusal(procedure)) return null;
  const [poll, sheet] = await Promise.all([findTeamPoll(pollId), findSheet(pollId, memberId)]);
  const isDeclared = sheet?.declaredAt !== undefined && poll?.jury?.seats.some((seat) => seat.memberId === memberId);
  if (poll?.jury === undefined || isDeclared) return null;
  return refuse('RECUSAL_FIRST', 'a juror says first whom they may not judge');
}
