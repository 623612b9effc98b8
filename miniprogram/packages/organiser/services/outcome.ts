import type { OrganiserOutput } from '../../../../cloudfunctions/shared/contract/organiser';
import { callOrganiser, type Answer } from '../../../services/cloud';

export type OutcomeSteps = OrganiserOutput<'outcome.steps'>;
export type OutcomeStep = OutcomeSteps['steps'][number];
export type TeamObjections = OrganiserOutput<'objection.list'>;
export type TeamObjection = TeamObjections['objections'][number];

/** Where a published poll stands between its close and its award, and what stands in the way of the next act. */
export function loadSteps(pollId: string): Promise<Answer<OutcomeSteps>> {
  return callOrganiser('outcome.steps', { pollId });
}

/** Newest first. @param cursor `next` of the page before */
export function listObjections(pollId: string, cursor?: string): Promise<Answer<TeamObjections>> {
  return callOrganiser('objection.list', cursor === undefined ? { pollId } : { pollId, cursor });
}

/** Takes one up, or does not. @param reason for everybody to read */
export function acceptObjection(
  pollId: string,
  objectionId: string,
  isAccepted: boolean,
  reason: string,
): Promise<Answer<OrganiserOutput<'objection.accept'>>> {
  return callOrganiser('objection.accept', { pollId, objectionId, isAccepted, reason });
}
