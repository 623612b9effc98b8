import type { OrganizerOutput } from '../../../../cloudfunctions/shared/contract/organizer';
import { callOrganizer, type Answer } from '../../../services/cloud';

/** Asks for the poll to be shown on the home page; links work without. */
export function requestListing(pollId: string): Promise<Answer<OrganizerOutput<'listing.request'>>> {
  return callOrganizer('listing.request', { pollId });
}
