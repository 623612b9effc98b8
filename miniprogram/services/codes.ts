import type { ParticipantInput } from '../../cloudfunctions/shared/contract/participant';
import { callParticipant, type Answer } from './cloud';

/** A mini-program code of a published poll or one of its candidates: a picture in cloud storage. It is drawn once and kept. */
export function codeOf(wanted: ParticipantInput<'code.get'>): Promise<Answer<{ file: string }>> {
  return callParticipant('code.get', wanted);
}
