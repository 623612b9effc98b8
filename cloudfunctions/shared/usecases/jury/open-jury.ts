import { done, refuse } from '../../contract/answered';
import { tooFewFor } from '../../domain/jury/sheet';
import { stageAt } from '../../universal/stage';
import { changePoll } from '../../store/editing/team-polls';
import { listSheets } from '../../store/jury/sheets';
import { listStaff } from '../../store/team/staff';
import { addToTrail } from '../../store/team/trail';
import { conflict, loadTeamPoll } from '../editing/edit-conflict';
import { personOf, type Answer, type Input, type Member } from '../team/member';
import { publishRoster } from './publish-roster';
import { judgedOf, recusedBy } from './sitting';

/** Opens the sheets: who sits stands from then on, and everybody can read it before the first sheet is handed in. */
export async function openJury({ pollId }: Input<'jury.open'>, member: Member, now: number): Answer<'jury.open'> {
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  const { jury, result, status, stages, callOff, version, touched, edited } = poll;
  if (status !== 'published') return refuse('NOT_PUBLISHED', 'it is not public');
  if (now < stages.voting || callOff !== undefined) {
    const details = { stage: stageAt(poll, now), votingStartAt: stages.voting, votingEndAt: stages.verifying };
    return refuse('POLL_NOT_OPEN', 'sheets open with the vote', details);
  }
  if (jury === undefined || result.jury === undefined) return refuse('NO_JURY', 'nobody judges this poll');
  if (jury.openedAt !== undefined) {
    // Whoever opened it may have died before everybody could read who sits.
    await publishRoster(poll);
    return done({ openedAt: jury.openedAt });
  }
  const [sheets, staff, candidates] = await Promise.all([listSheets(pollId), listStaff(pollId), judgedOf(poll)]);
  const sitting = jury.seats.map((seat) => {
    const sheet = sheets.find(({ memberId }) => memberId === seat.memberId);
    const isThere = staff.some(
      ({ memberId, role, removedAt }) => memberId === seat.memberId && role === 'juror' && removedAt === undefined,
    );
    return { label: seat.label, sheet, isReady: isThere && sheet?.declaredAt !== undefined };
  });
  const labels = sitting.filter(({ isReady }) => !isReady).map(({ label }) => label);
  const recusals = sitting.map(({ sheet }) => recusedBy(sheet ?? { own: [], byTeam: [] }));
  const tooFew = tooFewFor(candidates, recusals, result.jury.least);
  if (labels.length > 0 || tooFew.length > 0)
    return refuse('JURY_INCOMPLETE', 'not everybody can begin', { labels, candidates: tooFew });
  const opened = { ...jury, openedAt: now };
  if (!(await changePoll(pollId, { touched, status }, { jury: opened }, ['touched']))) return conflict(version, edited);
  await publishRoster({ ...poll, jury: opened });
  const details = { seats: jury.seats.length };
  await addToTrail(pollId, { at: now, who: personOf(member), what: 'jury.open', details });
  return done({ openedAt: now });
}
