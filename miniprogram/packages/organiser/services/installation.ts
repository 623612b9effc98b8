import type { OrganiserInput, OrganiserOutput } from '../../../../cloudfunctions/shared/contract/organiser';
import { callOrganiser, type Answer } from '../../../services/cloud';

export type Me = OrganiserOutput<'me.get'>;
export type Claim = OrganiserOutput<'me.claim'>;
export type ListingQueue = OrganiserOutput<'listing.queue'>;
export type ListingDecision = OrganiserInput<'listing.decide'>['decision'];

/** A code that stands for the caller for a quarter of an hour. */
export function claim(): Promise<Answer<Claim>> {
  return callOrganiser('me.claim', {});
}

/** Polls that wait to be listed on the home page, oldest request first. */
export function listingQueue(): Promise<Answer<ListingQueue>> {
  return callOrganiser('listing.queue', {});
}

/** @param reason the team sees it */
export function decideListing(pollId: string, decision: ListingDecision, reason?: string): Promise<Answer<unknown>> {
  return callOrganiser('listing.decide', { pollId, decision, ...(reason === undefined ? {} : { reason }) });
}

/** Asks for the poll to be shown on the home page; links work without. */
export function requestListing(pollId: string): Promise<Answer<OrganiserOutput<'listing.request'>>> {
  return callOrganiser('listing.request', { pollId });
}
