import type { Act, ProposedAct } from '../../../../cloudfunctions/shared/contract/acts';
import type { OrganiserOutput } from '../../../../cloudfunctions/shared/contract/organiser';
import { callOrganiser, type Answer } from '../../../services/cloud';

export type { Act, ProposedAct };
export type ActList = OrganiserOutput<'act.list'>;
export type ActReply = OrganiserOutput<'act.propose'>;

/** Those that wait first, then the newest. @param cursor `next` of the page before */
export function listActs(pollId: string, cursor?: string): Promise<Answer<ActList>> {
  return callOrganiser('act.list', cursor === undefined ? { pollId } : { pollId, cursor });
}

/** Proposes an act; where nobody else has to approve, it is done by the answer. A repeat answers the act that waits. */
export function proposeAct(pollId: string, act: Act): Promise<Answer<ActReply>> {
  return callOrganiser('act.propose', { pollId, act });
}

export function approveAct(pollId: string, actId: string): Promise<Answer<ActReply>> {
  return callOrganiser('act.approve', { pollId, actId });
}

/** Turns an act down, or takes back one's own. */
export function rejectAct(pollId: string, actId: string, reason: string): Promise<Answer<ActReply>> {
  return callOrganiser('act.reject', { pollId, actId, reason });
}
