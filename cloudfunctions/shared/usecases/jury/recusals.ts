import { done, refuse, type Refused } from '../../contract/answered';
import { addRecusal, declareRecusals, findSheet, listSheets, removeRecusal } from '../../store/jury/sheets';
import type { TeamPoll } from '../../store/editing/team-polls';
import { addToTrail } from '../../store/team/trail';
import { loadTeamPoll } from '../editing/edit-conflict';
import { personOf, type Answer, type Input, type Member } from '../team/member';
import { tooFewFor } from '../../domain/jury/sheet';
import { judgedOf, locked, notAJuror, recusedBy, seatOf } from './sitting';

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
  if (poll.jury?.openedAt !== undefined) return refuse('JURY_STARTED', 'sheets are open');
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
  const alone = await leftWithNobody(loaded.poll, memberId, candidateId);
  if (alone) return alone;
  if (!(await addRecusal(pollId, memberId, { candidateId, ground, at: now }))) {
    const sheet = await findSheet(pollId, memberId);
    return sheet?.state === 'submitted' ? locked('submitted') : done({});
  }
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
  if ((await findSheet(pollId, memberId))?.state === 'submitted') return locked('submitted');
  if (!(await removeRecusal(pollId, memberId, candidateId)))
    return refuse('RECUSAL_NOT_FOUND', 'the team did not recuse them', { field: 'candidateId' });
  const details = { memberId, candidateId };
  await addToTrail(pollId, { at: now, who: personOf(member), what: 'recusal.remove', subject: seat.label, details });
  return done({});
}

/** A candidate whom nobody may judge would end with no points at all: an open jury keeps one juror for each. */
async function leftWithNobody(
  poll: TeamPoll,
  memberId: string,
  candidateId: string,
): Promise<Refused<'JURY_INCOMPLETE'> | null> {
  if (poll.jury?.openedAt === undefined) return null;
  const [sheets, candidates] = await Promise.all([listSheets(poll.id), judgedOf(poll)]);
  const recusals = poll.jury.seats.map((seat) => {
    const recused = recusedBy(sheets.find((sheet) => sheet.memberId === seat.memberId) ?? { own: [], byTeam: [] });
    return seat.memberId === memberId ? recused.add(candidateId) : recused;
  });
  const alone = tooFewFor(candidates, recusals, 1).filter((id) => id === candidateId);
  if (alone.length === 0) return null;
  return refuse('JURY_INCOMPLETE', 'nobody would be left to judge it', { labels: [], candidates: alone });
}
