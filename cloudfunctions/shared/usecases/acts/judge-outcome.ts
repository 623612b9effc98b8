import type { Refused } from '../../contract/answered';
import type { ActObstacle } from '../../universal/act-obstacle';
import type { Act } from '../../domain/acts/act';
import { obstacleToOutcome, type Judged } from '../../domain/acts/outcome-obstacles';
import type { CountedOutcome } from '../../domain/counting/counted-outcome';
import { closesAt } from '../../domain/counting/release';
import type { Signed } from '../../domain/team/person';
import type { Proposal } from '../../store/acts/proposals';
import { changePoll, type TeamPoll } from '../../store/editing/team-polls';
import { readCountedOutcome } from '../counting/counted-outcome';
import { findBlockingObjections } from '../outcome/open-objections';
import { conflict } from '../editing/edit-conflict';
import { workCalendar } from '../poll/work-calendar';

/** What only the log can tell of the way from the close to the award. */
export async function outcomeObstacle(
  act: Act,
  poll: TeamPoll,
  now: number,
  actId: string | undefined,
): Promise<ActObstacle | null> {
  if (!isJudgedByCount(act)) return null;
  const counted = await readCountedOutcome(poll.id, actId);
  if (counted === null) return { obstacle: 'stillOpen', earliest: closesAt(poll) };
  const { certified, noticeDays: days = 1 } = poll;
  const openObjections = act.kind === 'award' ? await blockingObjections(poll.id, counted) : [];
  return obstacleToOutcome(act, { counted, certified, days, openObjections }, await workCalendar(), now);
}

/** By their numbers, those that stand in the way of awarding whoever is to win by this count. */
export function blockingObjections(pollId: string, { winners }: CountedOutcome): Promise<string[]> {
  return findBlockingObjections(
    pollId,
    winners.map(({ candidate }) => candidate),
  );
}

function isJudgedByCount(act: Act): act is Judged {
  return ['certifyCount', 'putUpNotice', 'extendNotice', 'award', 'revokeAward'].includes(act.kind);
}

/** That the count holds: nothing of it is an entry, for whoever doubts it counts anew. */
export async function certify(
  { note, root }: Extract<Act, { kind: 'certifyCount' }>,
  { proposer }: Pick<Proposal, 'proposer'>,
  poll: TeamPoll,
  { at, ...approver }: Signed,
): Promise<Refused<'EDIT_CONFLICT'> | null> {
  const counted = await readCountedOutcome(poll.id);
  if (counted === null) throw new Error(`the log of ${poll.id} was closed a moment ago`);
  const isByHand = root !== undefined && counted.recount.state === 'missing';
  const certified = {
    at,
    note,
    size: counted.size,
    root: counted.root,
    ...(isByHand ? { isByHand: true as const } : {}),
    proposer: { memberId: proposer.memberId, name: proposer.name, role: proposer.role },
    approver: { memberId: approver.memberId, name: approver.name, role: approver.role },
  };
  const { version, edited } = poll;
  const guard = { version, status: 'published' as const };
  const isChanged = await changePoll(poll.id, guard, { certified, edited: { ...approver, at } }, ['version']);
  return isChanged ? null : conflict(version, edited);
}
