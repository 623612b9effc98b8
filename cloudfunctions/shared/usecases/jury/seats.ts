import { done, refuse, type Refused } from '../../contract/answered';
import { derivedId } from '../../platform/ids';
import { changePoll, type TeamPoll } from '../../store/editing/team-polls';
import { findSheet, listSheets, type Sheet } from '../../store/jury/sheets';
import { listStaff } from '../../store/team/staff';
import { addToTrail } from '../../store/team/trail';
import { checkTexts } from '../check-texts';
import { loadCandidates } from '../editing/describe-candidate';
import { conflict, loadTeamPoll } from '../editing/edit-conflict';
import { personOf, type Answer, type Input, type Member } from '../team/member';

type Seat = NonNullable<TeamPoll['jury']>['seats'][number];
type SetUp = Input<'jury.setUp'>;

export async function setUpJury(
  { pollId, seats, dueAt, isBlind }: SetUp,
  member: Member,
  now: number,
): Answer<'jury.setUp'> {
  const twice = secondOf(seats, 'memberId') ?? secondOf(seats, 'label');
  if (twice) return twice;
  const [loaded, staff] = await Promise.all([loadTeamPoll(pollId), listStaff(pollId)]);
  if (!loaded.ok) return loaded;
  const jurors = staff.filter(({ role, removedAt }) => role === 'juror' && removedAt === undefined);
  const stranger = seats.findIndex(({ memberId }) => jurors.every((juror) => juror.memberId !== memberId));
  if (stranger >= 0) return refuse('MEMBER_NOT_FOUND', 'no juror of the team', { field: `seats.${stranger}.memberId` });
  const texts = seats.map(({ label }, at) => ({ field: `seats.${at}.label`, text: label }));
  const refused = await checkTexts(texts, member.openid);
  if (refused) return refused;
  const { version, touched, edited } = loaded.poll;
  // Bound to what was read: of two who seat the jury at once, one has to look again.
  if (!(await changePoll(pollId, { touched }, { jury: { seats, dueAt, isBlind } }, ['touched'])))
    return conflict(version, edited);
  const details = { seats: seats.length };
  await addToTrail(pollId, { at: now, who: personOf(member), what: 'jury.setUp', details });
  return done({});
}

/** A label or a member that stands there before. */
function secondOf(seats: SetUp['seats'], field: keyof SetUp['seats'][number]): Refused<'INVALID_INPUT'> | null {
  const at = seats.findIndex((seat, place) => seats.slice(0, place).some((other) => other[field] === seat[field]));
  if (at < 0) return null;
  const expected = 'each once';
  return refuse('INVALID_INPUT', `seats.${at}.${field}: ${expected}`, { field: `seats.${at}.${field}`, expected });
}

export async function readJuryProgress({ pollId }: Input<'jury.progress'>): Answer<'jury.progress'> {
  const [loaded, sheets] = await Promise.all([loadTeamPoll(pollId), listSheets(pollId)]);
  if (!loaded.ok) return loaded;
  const { jury } = loaded.poll;
  if (jury === undefined) return done({ seats: [] });
  const { dueAt, isBlind, seats } = jury;
  const described = seats.map(({ memberId, label }) => {
    return { memberId, label, ...declared(sheets.find((sheet) => sheet.memberId === memberId) ?? null) };
  });
  return done({ jury: { dueAt, isBlind }, seats: described });
}

export async function readMySeat({ pollId }: Input<'jury.mine'>, { memberId }: Member): Answer<'jury.mine'> {
  const [loaded, sheet] = await Promise.all([loadTeamPoll(pollId), findSheet(pollId, memberId)]);
  if (!loaded.ok) return loaded;
  const { jury } = loaded.poll;
  const seat = seatOf(loaded.poll, memberId);
  if (jury === undefined || seat === undefined) return notAJuror('pollId');
  const { dueAt, isBlind } = jury;
  const candidates = await loadCandidates(loaded.poll);
  // Whoever is judged last fares differently: each juror goes through them in another order, always in the same.
  const placed = candidates.map((candidate) => ({ candidate, key: derivedId(32, 'order', memberId, candidate.id) }));
  placed.sort((a, b) => (a.key < b.key ? -1 : 1));
  return done({
    label: seat.label,
    dueAt,
    isBlind,
    ...declared(sheet),
    candidates: placed.map(({ candidate: { id, number, name, unit } }) => {
      return { id, number, name, unit: isBlind ? '' : unit };
    }),
  });
}

function declared(sheet: Sheet | null) {
  const { declaredAt, own = [], byTeam = [] } = sheet ?? {};
  const recusals = [
    ...own.map((recusal) => ({ ...recusal, by: 'self' as const })),
    ...byTeam.map((recusal) => ({ ...recusal, by: 'team' as const })),
  ];
  return { ...(declaredAt === undefined ? {} : { declaredAt }), recusals };
}

export function seatOf({ jury }: TeamPoll, memberId: string): Seat | undefined {
  return jury?.seats.find((seat) => seat.memberId === memberId);
}

/** @param field what of the input names who has no seat */
export function notAJuror(field: string): Refused<'NOT_A_JUROR'> {
  return refuse('NOT_A_JUROR', 'no seat in this jury', { field });
}
