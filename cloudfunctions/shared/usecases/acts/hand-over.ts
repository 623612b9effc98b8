import type { Act } from '../../domain/acts/act';
import type { Person, Signed } from '../../domain/team/person';
import { findRuling, insertRuling, type Decision } from '../../store/counting/rulings';
import { callForPoll } from '../scheduling/call-scheduler';

/**
 * Hands an act that was done over to the log, if that has to know: the scheduler takes it in.
 * @param actId by which it is handed over once, however often this is repeated
 * @returns false when another act decided the same before: a poll has one draw
 */
export async function handOver(
  act: Act,
  pollId: string,
  actId: string,
  proposer: Person,
  approver: Signed,
): Promise<boolean> {
  const decision = decisionOf(act);
  if (decision === null) return true;
  const persons = { proposer: proposer.memberId, approver: approver.memberId };
  const _id = act.kind === 'enterDraw' ? drawRuling(pollId) : `${pollId}:${actId}`;
  const isNew = await insertRuling({ _id, pollId, actId, at: approver.at, ...decision, ...persons, batch: null });
  if (!isNew && (await findRuling(_id))?.actId !== actId) return false;
  await callForPoll(pollId, approver.at);
  return true;
}

/** The id of a poll's one draw: of two that are entered at once one is. */
export function drawRuling(pollId: string): string {
  return `${pollId}:draw`;
}

function decisionOf(act: Act): Decision | null {
  switch (act.kind) {
    case 'voidBallot':
    case 'restoreBallot': {
      const { index, reason, clause } = act;
      return { kind: act.kind === 'voidBallot' ? 'void' : 'restore', index, reason, clause };
    }
    case 'withdrawCandidate':
      return { kind: 'withdraw', candidate: act.candidateId, reason: act.reason };
    case 'enterDraw':
      return { kind: 'draw', draw: act.draw };
    default:
      return null;
  }
}
