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

/** Looks one up page by page. @returns undefined in `data` where there is none */
export async function findObjection(pollId: string, id: string): Promise<Answer<TeamObjection | undefined>> {
  let cursor: string | undefined;
  for (;;) {
    const answer = await listObjections(pollId, cursor);
    if (!answer.ok) return answer;
    const data = answer.data.objections.find((each) => each.id === id);
    cursor = answer.data.next;
    if (data !== undefined || cursor === undefined) return { ...answer, data };
  }
}

/** Notes when and where the parties are heard; again with what was said. */
export function hearObjection(
  pollId: string,
  objectionId: string,
  hearing: { at: number; place: string; minutes?: string },
): Promise<Answer<OrganiserOutput<'objection.hear'>>> {
  return callOrganiser('objection.hear', { pollId, objectionId, ...hearing });
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
