import type { Reply } from '../shared/contract/errors';
import { answerOrganiser } from '../shared/runtime/organiser';

/** The door for those who run polls. */
export function main(event: unknown): Promise<Reply<unknown>> {
  return answerOrganiser(event);
}
