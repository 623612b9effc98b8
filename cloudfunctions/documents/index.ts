import type { Reply } from '../shared/contract/errors';
import { answerDocuments } from '../shared/runtime/documents';

/** The door for what is printed and exported. */
export function main(event: unknown): Promise<Reply<unknown>> {
  return answerDocuments(event);
}
