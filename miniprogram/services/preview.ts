import type { OrganiserOutput } from '../../cloudfunctions/shared/contract/organiser';
import { callOrganiser, type Answer } from './cloud';

export type PollPreview = OrganiserOutput<'poll.preview'>;

/** A poll of one's own as voters would see it. It is shown by the voter's own components, so their package asks for it. */
export function previewPoll(pollId: string): Promise<Answer<PollPreview>> {
  return callOrganiser('poll.preview', { pollId });
}
