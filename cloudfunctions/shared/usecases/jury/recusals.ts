import { done, refuse } from '../../contract/answered';
import { addRecusal, declareRecusals, removeRecusal } from '../../store/jury/sheets';
import { addToTrail } from '../../store/team/trail';
import { loadTeamPoll } from '../editing/edit-conflict';
import { personOf, type Answer, type Input, type Member } from '../team/member';
import { notAJuror, seatOf } from './seats';

/** Before a juror has declared, nothing of the candidates but their names is open to them: whoever has read cannot unread. */
export async function declareMyRecusals(
  { pollId, recusals }: Input<'recusal.declare'>,
  member: Member,
  now: number,
): Answer<'recusal.declare'> {
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  if (seatOf(poll, member.memberId) === undefined) return notAJuror('pollId');
  for (const [at, { candidateId }] of recusals.entries()) {
    const field = `recusals.${at}.candidateId`;
    if (!poll.order.some(({ id }) => id === candidateId))
      return refuse('CANDIDATE_NOT_FOUND', 'no such candidate', { field, candidateId });
    if (recusals.findIndex((other) => other.candidateId === candidateId) < at)
      return refuse('INVALID_INPUT', `${field}: each once`, { field, expected: 'each once' });
  }
  const own = recusals.map(({ candidateId, ground }) => ({ candidateId, ground, at: now }));
  await declareRecusals(pollId, member.memberId, own, now);
  const details = { recusals: own.length };
  await addToTrail(pollId, { at: now, who: personOf(member), what: 'recusal.declare', details });
  return done({});
}

export async function recuseJuror(
  { pollId, memberId, candidateId, ground }: Input<'recusal.add'>,
  member: Member,
  now: number,
): Answer<'recusal.add'> {
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  const seat = seatOf(loaded.poll, memberId);
  if (seat === undefined) return notAJuror('memberId');
  if (!loaded.poll.order.some(({ id }) => id === candidateId))
    return refuse('CANDIDATE_NOT_FOUND', 'no such candidate', { field: 'candidateId', candidateId });
  if (!(await addRecusal(pollId, memberId, { candidateId, ground, at: now }))) return done({});
  const details = { memberId, candidateId, ground };
  await addToTrail(pollId, { at: now, who: personOf(member), what: 'recusal.add', subject: seat.label, details });
  return done({});
}

export async function takeRecusalBack(
  { pollId, memberId, candidateId }: Input<'recusal.remove'>,
  member: Member,
  now: number,
): Answer<'recusal.remove'> {
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  const seat = seatOf(loaded.poll, memberId);
  if (seat === undefined) return notAJuror('memberId');
  if (!(await removeRecusal(pollId, memberId, candidateId)))
    return refuse('RECUSAL_NOT_FOUND', 'the team did not recuse them', { field: 'candidateId' });
  const details = { memberId, candidateId };
  await addToTrail(pollId, { at: now, who: personOf(member), what: 'recusal.remove', subject: seat.label, details });
  return done({});
}
