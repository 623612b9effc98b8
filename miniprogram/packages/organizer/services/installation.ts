import type { OrganizerOutput } from '../../../../cloudfunctions/shared/contract/organizer';
import { callOrganizer, type Answer } from '../../../services/cloud';

/** Whether the caller may make polls here, and how many more. */
export function getMe(): Promise<Answer<OrganizerOutput<'me.get'>>> {
  return callOrganizer('me.get', {});
}

/** A code that stands for the caller for a quarter of an hour, to be read out to whoever runs the installation. */
export function claimCode(): Promise<Answer<OrganizerOutput<'me.claim'>>> {
  return callOrganizer('me.claim', {});
}
