import type { Reply } from '../shared/contract/errors';
import { answerOrganizer } from '../shared/runtime/organizer';

/** The door for those who run polls. */
export function main(event: unknown): Promise<Reply<unknown>> {
  return answerOrganizer(event);
}
