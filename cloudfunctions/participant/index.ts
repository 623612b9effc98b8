import type { Reply } from '../shared/contract/errors';
import { answerParticipant } from '../shared/runtime/participant';

/** The door for what residents send besides ballots. */
export function main(event: unknown): Promise<Reply<unknown>> {
  return answerParticipant(event);
}
