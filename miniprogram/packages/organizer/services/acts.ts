import type { OrganizerOutput } from '../../../../cloudfunctions/shared/contract/organizer';
import type { Act as AnyAct, ProposedAct as Proposed } from '../../../../cloudfunctions/shared/contract/organizer/acts';
import { callOrganizer, type Answer } from '../../../services/cloud';

export type Act = AnyAct;
export type ProposedAct = Proposed;

/** Proposes an act that binds the public; done at once where nobody else has to approve it. A repeat answers the same. */
export function proposeAct(pollId: string, act: Act): Promise<Answer<OrganizerOutput<'act.propose'>>> {
  return callOrganizer('act.propose', { pollId, act });
}

/** Acts of a poll: those that wait first, then the newest. */
export function listActs(pollId: string): Promise<Answer<OrganizerOutput<'act.list'>>> {
  return callOrganizer('act.list', { pollId });
}

/** Turns an act down; the proposer takes it back by the same call. */
export function rejectAct(
  pollId: string,
  actId: string,
  reason: string,
): Promise<Answer<OrganizerOutput<'act.reject'>>> {
  return callOrganizer('act.reject', { pollId, actId, reason });
}
