import type { Reply } from '../shared/contract/errors';
import { answerFiring } from '../shared/runtime/scheduler';

/** The door for the timer, and for functions that wake the scheduler; it serves no client. */
export function main(event: unknown): Promise<Reply<unknown>> {
  return answerFiring(event);
}
