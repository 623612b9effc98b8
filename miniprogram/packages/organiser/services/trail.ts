import type { OrganiserOutput } from '../../../../cloudfunctions/shared/contract/organiser';
import { callOrganiser, type Answer } from '../../../services/cloud';

export type Trail = OrganiserOutput<'trail.list'>;
export type TrailEntry = Trail['entries'][number];

/** Who did what, newest first. @param cursor `next` of the page before */
export function listTrail(pollId: string, cursor?: string): Promise<Answer<Trail>> {
  return callOrganiser('trail.list', cursor === undefined ? { pollId } : { pollId, cursor });
}
