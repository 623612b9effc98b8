import type { OrganizerInput, OrganizerOutput } from '../../../../cloudfunctions/shared/contract/organizer';
import { callOrganizer, type Answer } from '../../../services/cloud';

export type Me = OrganizerOutput<'me.get'>;
export type Claim = OrganizerOutput<'me.claim'>;
export type ListingQueue = OrganizerOutput<'listing.queue'>;
export type ListingDecision = OrganizerInput<'listing.decide'>['decision'];

/** A code that stands for the caller for a quarter of an hour. */
export function claim(): Promise<Answer<Claim>> {
  return callOrganizer('me.claim', {});
}

/** Polls that wait to be listed on the home page, oldest request first. */
export function listingQueue(): Promise<Answer<ListingQueue>> {
  return callOrganizer('listing.queue', {});
}

/** @param reason the team sees it */
export function decideListing(pollId: string, decision: ListingDecision, reason?: string): Promise<Answer<unknown>> {
  return callOrganizer('listing.decide', { pollId, decision, ...(reason === undefined ? {} : { reason }) });
}
