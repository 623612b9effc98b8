import type { OrganizerOutput } from '../../../../cloudfunctions/shared/contract/organizer';
import { callOrganizer, type Answer } from '../../../services/cloud';

export type Trail = OrganizerOutput<'trail.list'>;
export type TrailEntry = Trail['entries'][number];

/** Who did what, newest first. @param cursor `next` of the page before */
export function listTrail(pollId: string, cursor?: string): Promise<Answer<Trail>> {
  return callOrganizer('trail.list', cursor === undefined ? { pollId } : { pollId, cursor });
}
