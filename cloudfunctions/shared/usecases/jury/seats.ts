import { done, refuse, type Refused } from '../../contract/answered';
import { scoredIn, type Judged } from '../../domain/jury/sheet';
import { derivedId } from '../../platform/ids';
import { changePoll, type JurySetUp } from '../../store/editing/team-polls';
import { findSheet, listSheets, type Sheet } from '../../store/jury/sheets';
import { listStaff } from '../../store/team/staff';
import { addToTrail } from '../../store/team/trail';
import { checkTexts } from '../check-texts';
import { loadCandidates } from '../editing/describe-candidate';
import { conflict, loadTeamPoll } from '../editing/edit-conflict';
import { personOf, type Answer, type Input, type Member } from '../team/member';
import { publishRoster } from './publish-roster';
import { judgedOf, notAJuror, recusedBy, scoresOf, seatOf, type Seat } from './sitting';

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
  const { version, touched, edited, jury } = loaded.poll;
  const isOpen = jury?.openedAt !== undefined;
  // The roster is public by then, and was whole before the first sheet: who is not to sit any more is excluded, for everybody to see.
  if (isOpen && !isSameRoster(jury, { seats, isBlind })) return refuse('JURY_STARTED', 'the seats stand');
  // Bound to what was read: of two who seat the jury at once, one has to look again.
  if (!(await changePoll(pollId, { touched }, { jury: { ...jury, seats, dueAt, isBlind } }, ['touched'])))
    return conflict(version, edited);
  await publishRoster({ id: pollId, jury: { ...jury, seats, dueAt, isBlind } });
  const details = { seats: seats.length };
  await addToTrail(pollId, { at: now, who: personOf(member), what: 'jury.setUp', details });
  return done({});
}

function isSameRoster(jury: JurySetUp, { seats, isBlind }: Pick<JurySetUp, 'seats' | 'isBlind'>): boolean {
  const isSame = (seat: Seat, at: number): boolean =>
    jury.seats[at]?.memberId === seat.memberId && jury.seats[at].label === seat.label;
  return jury.isBlind === isBlind && jury.seats.length === seats.length && seats.every(isSame);
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
  const candidates = await judgedOf(loaded.poll);
  if (jury === undefined) return done({ candidates: candidates.length, seats: [] });
  const { dueAt, isBlind, openedAt, lockedAt, seats } = jury;
  const described = seats.map(({ memberId, label }) => {
    const sheet = sheets.find((each) => each.memberId === memberId) ?? null;
    return { memberId, label, ...declared(sheet), ...comeSoFar(sheet, candidates) };
  });
  return done({ jury: { dueAt, isBlind, openedAt, lockedAt }, candidates: candidates.length, seats: described });
}

/** Nothing that depends on which points these are. */
function comeSoFar(
  sheet: Sheet | null,
  candidates: readonly Judged[],
): { scored: number; submittedAt?: number | undefined; versions: number } {
  if (sheet === null) return { scored: 0, versions: 0 };
  const { state, submissions = [] } = sheet;
  const submittedAt = state === 'submitted' ? submissions.at(-1)?.at : undefined;
  return {
    scored: scoredIn(scoresOf(sheet), recusedBy(sheet), candidates),
    submittedAt,
    versions: submissions.length,
  };
}

export async function readMySeat({ pollId }: Input<'jury.mine'>, { memberId }: Member): Answer<'jury.mine'> {
  const [loaded, sheet] = await Promise.all([loadTeamPoll(pollId), findSheet(pollId, memberId)]);
  if (!loaded.ok) return loaded;
  const { jury } = loaded.poll;
  const seat = seatOf(loaded.poll, memberId);
  if (jury === undefined || seat === undefined) return notAJuror('pollId');
  const { dueAt, isBlind, openedAt, lockedAt } = jury;
  const candidates = await loadCandidates(loaded.poll);
  // Whoever is judged last fares differently: each juror goes through them in another order, always in the same.
  const placed = candidates.map((candidate) => ({ candidate, key: derivedId(32, 'order', memberId, candidate.id) }));
  placed.sort((a, b) => (a.key < b.key ? -1 : 1));
  return done({
    label: seat.label,
    dueAt,
    isBlind,
    openedAt,
    lockedAt,
    rules: loaded.poll.result.jury,
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
