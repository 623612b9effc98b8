import type { Reply } from '../shared/contract/errors';
import { answerVoter } from '../shared/runtime/voter';

/** The door for everyone who reads polls and casts ballots. */
export function main(event: unknown): Promise<Reply<unknown>> {
  return answerVoter(event);
}
