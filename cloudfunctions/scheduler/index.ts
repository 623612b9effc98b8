import type { Reply } from '../shared/contract/errors';
import { answerTimer } from '../shared/runtime/scheduler';

/** The timer's door; it serves no client. */
export function main(): Promise<Reply<unknown>> {
  return answerTimer();
}
