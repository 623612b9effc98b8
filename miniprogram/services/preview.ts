import type { OrganizerOutput } from '../../cloudfunctions/shared/contract/organizer';
import { callOrganizer, type Answer } from './cloud';

export type PollPreview = OrganizerOutput<'poll.preview'>;

/** A poll of one's own as voters would see it. It is shown by the voter's own components, so their package asks for it. */
export function previewPoll(pollId: string): Promise<Answer<PollPreview>> {
  return callOrganizer('poll.preview', { pollId });
}
