import type { Act } from '../../domain/organizing/act';
import type { Person, Signed } from '../../domain/organizing/person';
import { insertRuling, type Decision } from '../../store/rulings';
import { planNext } from '../../store/standings';

/**
 * Hands an act that was done over to the log, if that has to know: the scheduler takes it in.
 * @param actId by which it is handed over once, however often this is repeated
 */
export async function handOver(
  act: Act,
  pollId: string,
  actId: string,
  proposer: Person,
  approver: Signed,
): Promise<void> {
  const decision = decisionOf(act);
  if (decision === null) return;
  const persons = { proposer: proposer.memberId, approver: approver.memberId };
  await insertRuling({ _id: `${pollId}:${actId}`, pollId, ...decision, ...persons, batch: null });
  await planNext(pollId, approver.at);
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
    default:
      return null;
  }
}
