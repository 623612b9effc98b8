import { refuse, type Refused } from '../../contract/answered';
import type { ActObstacle } from '../../universal/act-obstacle';
import type { Act, JuryAct } from '../../domain/acts/act';
import { obstacleToJury, type JuryBench } from '../../domain/acts/jury-obstacles';
import type { PublicChange } from '../../domain/editing/poll-content';
import { excludeOf, findTeamPoll, lockJuryOf, type TeamPoll } from '../../store/editing/team-polls';
import { listSheets, lockSheet, unlockSheets, type Sheet } from '../../store/jury/sheets';
import type { PlacedCandidate } from '../editing/describe-candidate';
import { commit } from '../jury/commit';
import { asJudged, recusedBy } from '../jury/sitting';

export function isOfJury(act: Act): act is JuryAct {
  return act.kind === 'lockJury' || act.kind === 'excludeJuror';
}

/** What only the sheets can tell. */
export async function juryObstacle(
  act: Act,
  poll: TeamPoll,
  candidates: readonly PlacedCandidate[],
): Promise<ActObstacle | null> {
  if (!isOfJury(act)) return null;
  return obstacleToJury(act, benchOf(poll, candidates, await listSheets(poll.id)));
}

function benchOf(poll: TeamPoll, candidates: readonly PlacedCandidate[], sheets: readonly Sheet[]): JuryBench {
  const { seats = [], openedAt, lockedAt, excluded = [] } = poll.jury ?? {};
  return {
    isOpen: openedAt !== undefined && poll.result.jury !== undefined,
    isLocked: lockedAt !== undefined,
    candidates: candidates.map(asJudged),
    seats: seats.map(({ memberId, label }) => {
      const sheet = sheets.find((each) => each.memberId === memberId);
      return {
        label,
        recused: recusedBy(sheet ?? { own: [], byTeam: [] }),
        isSubmitted: sheet?.state === 'submitted',
        isExcluded: excluded.includes(label),
      };
    }),
  };
}

export function performJuryAct(
  act: JuryAct,
  poll: TeamPoll,
  record: PublicChange & { id: string },
): Promise<Refused<'ACT_NOT_POSSIBLE'> | null> {
  return act.kind === 'lockJury' ? lockJury(poll, record) : excludeJuror(poll, act, record);
}

/** Whether an act that was cut short has had its effect. */
export function isJuryActDone(act: JuryAct, { jury }: TeamPoll): boolean {
  return act.kind === 'lockJury' ? jury?.lockedAt !== undefined : jury?.excluded?.includes(act.label) === true;
}

/**
 * Locks sheet by sheet, each where it is handed in at that moment, and the jury once all of them are: a juror who opens theirs again in
 * between is either ahead of it, and nothing is locked, or is told that it is too late. What binds each version is with the log before
 * the lock is, whoever died on the way.
 * @param record its id is the act's
 */
async function lockJury(
  { id, jury }: TeamPoll,
  record: PublicChange & { id: string },
): Promise<Refused<'ACT_NOT_POSSIBLE'> | null> {
  const { seats = [], excluded = [] } = jury ?? {};
  const missing: string[] = [];
  for (const { memberId, label } of seats) {
    const isLocked = await lockSheet(id, memberId, record.id);
    if (!isLocked && !excluded.includes(label)) missing.push(label);
  }
  if (missing.length > 0) {
    await unlockSheets(id, record.id);
    return refuse('ACT_NOT_POSSIBLE', 'not possible: sheetsMissing', { obstacle: 'sheetsMissing', labels: missing });
  }
  const sheets = await listSheets(id);
  for (const seat of seats) {
    const { submissions = [] } = sheets.find(({ memberId }) => memberId === seat.memberId) ?? {};
    for (const submission of submissions) await commit(id, seat, submission, record.at);
  }
  await lockJuryOf(id, record);
  return null;
}

async function excludeJuror(
  { id }: TeamPoll,
  { label }: Extract<JuryAct, { kind: 'excludeJuror' }>,
  record: PublicChange & { id: string },
): Promise<Refused<'ACT_NOT_POSSIBLE'> | null> {
  if (await excludeOf(id, label, record)) return null;
  const poll = await findTeamPoll(id);
  if (poll?.changes.some((change) => change.id === record.id) === true) return null;
  return refuse('ACT_NOT_POSSIBLE', 'not possible: alreadyExcluded', { obstacle: 'alreadyExcluded' });
}
