import type { OrganiserOutput } from '../../../../cloudfunctions/shared/contract/organiser';
import { callOrganiser, type Answer } from '../../../services/cloud';

/** Asks for the poll to be shown on the home page; links work without. */
export function requestListing(pollId: string): Promise<Answer<OrganiserOutput<'listing.request'>>> {
  return callOrganiser('listing.request', { pollId });
}
