import { refuse, type Refused } from '../../contract/answered';
import type { Judged, Scores } from '../../domain/jury/sheet';
import type { WholeJuryRules } from '../../universal/ledger/entries/whole-result';
import type { TeamPoll } from '../../store/editing/team-polls';
import { findSheet, type Sheet } from '../../store/jury/sheets';
import { loadCandidates, type PlacedCandidate } from '../editing/describe-candidate';
import { loadTeamPoll } from '../editing/edit-conflict';
import type { Member } from '../team/member';

export type Seat = NonNullable<TeamPoll['jury']>['seats'][number];

export function seatOf({ jury }: TeamPoll, memberId: string): Seat | undefined {
  return jury?.seats.find((seat) => seat.memberId === memberId);
}

/** @param field what of the input names who has no seat */
export function notAJuror(field: string): Refused<'NOT_A_JUROR'> {
  return refuse('NOT_A_JUROR', 'no seat in this jury', { field });
}

/** What a juror needs to score: the poll, the seat, the rules and one's own sheet. */
export interface Sitting {
  poll: TeamPoll;
  seat: Seat;
  rules: WholeJuryRules;
  sheet: Sheet;
}

/** A juror on the way to one's own sheet: seated, declared, and the jury is open. What is locked may still be read. */
export async function sit(
  pollId: string,
  { memberId }: Member,
): Promise<
  | { ok: true; sitting: Sitting }
  | Refused<'NOT_A_MEMBER'>
  | Refused<'NOT_A_JUROR'>
  | Refused<'RECUSAL_FIRST'>
  | Refused<'JURY_NOT_OPEN'>
> {
  const [loaded, sheet] = await Promise.all([loadTeamPoll(pollId), findSheet(pollId, memberId)]);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  const seat = seatOf(poll, memberId);
  if (seat === undefined) return notAJuror('pollId');
  if (sheet?.declaredAt === undefined) return refuse('RECUSAL_FIRST', 'a juror says first whom they may not judge');
  const rules = poll.result.jury;
  const isOpen = poll.status === 'published' && poll.callOff === undefined && poll.jury?.openedAt !== undefined;
  if (rules === undefined || !isOpen) return refuse('JURY_NOT_OPEN', 'sheets are not open');
  return { ok: true, sitting: { poll, seat, rules, sheet } };
}

/** The state that a juror's sheet is in. */
export function stateOf({
  poll,
  seat,
  sheet,
}: Pick<Sitting, 'poll' | 'seat' | 'sheet'>): 'draft' | 'submitted' | 'locked' {
  const { lockedAt, excluded = [] } = poll.jury ?? {};
  const isLocked = sheet.lockedBy !== undefined || lockedAt !== undefined || excluded.includes(seat.label);
  return isLocked ? 'locked' : sheet.state;
}

export function locked(state: 'submitted' | 'locked'): Refused<'SHEET_LOCKED'> {
  return refuse('SHEET_LOCKED', `the sheet is ${state}`, { state });
}

/** Whom a juror may not judge, by their own word and by the team's. */
export function recusedBy({ own, byTeam }: Pick<Sheet, 'own' | 'byTeam'>): Set<string> {
  return new Set([...own, ...byTeam].map(({ candidateId }) => candidateId));
}

/** The candidates as sheets have to have them, by number. */
export async function judgedOf(poll: TeamPoll): Promise<Judged[]> {
  return (await loadCandidates(poll)).map(asJudged);
}

export function asJudged({ id, standing }: Pick<PlacedCandidate, 'id' | 'standing'>): Judged {
  return { id, isWithdrawn: standing?.state === 'withdrawn' };
}

export function scoresOf({ scores = {} }: Pick<Sheet, 'scores'>): Scores {
  return new Map(Object.entries(scores).map(([candidateId, { points }]) => [candidateId, points]));
}
