import type { OrganiserInput, OrganiserOutput } from '../../../../cloudfunctions/shared/contract/organiser';
import { callOrganiser, type Answer } from '../../../services/cloud';

export type NominationState = NonNullable<OrganiserInput<'nomination.list'>['state']>;
export type NominationQueue = OrganiserOutput<'nomination.list'>;
export type ReviewedNomination = NominationQueue['nominations'][number];
export type MediaQueue = OrganiserOutput<'media.list'>;

/** Nominations in one state: those that wait oldest first, others newest first. @param cursor `next` of the page before */
export function listNominations(
  pollId: string,
  state: NominationState,
  cursor?: string,
): Promise<Answer<NominationQueue>> {
  return callOrganiser('nomination.list', cursor === undefined ? { pollId, state } : { pollId, state, cursor });
}

/** Makes a candidate of it. */
export function acceptNomination(pollId: string, nominationId: string): Promise<Answer<unknown>> {
  return callOrganiser('nomination.accept', { pollId, nominationId });
}

/** Gives it back. @param reason the proposer sees it */
export function returnNomination(pollId: string, nominationId: string, reason: string): Promise<Answer<unknown>> {
  return callOrganiser('nomination.return', { pollId, nominationId, reason });
}

/** Notes that it proposes what is a candidate already. */
export function mergeNomination(pollId: string, nominationId: string, candidateId: string): Promise<Answer<unknown>> {
  return callOrganiser('nomination.merge', { pollId, nominationId, candidateId });
}

/** Pictures and videos that are not passed, those that wait for a reviewer first. */
export function listMedia(pollId: string): Promise<Answer<MediaQueue>> {
  return callOrganiser('media.list', { pollId });
}

export function decideMedium(
  pollId: string,
  file: string,
  isPassed: boolean,
  reason?: string,
): Promise<Answer<unknown>> {
  return callOrganiser('media.decide', { pollId, file, isPassed, ...(reason === undefined ? {} : { reason }) });
}
