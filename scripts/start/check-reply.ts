import type * as z from 'zod';
import type { ErrorCode, Reply } from '../../cloudfunctions/shared/contract/errors';

/** A procedure as its contract declares it. */
interface Declared {
  output: z.ZodType;
  errors: readonly ErrorCode[];
}

/** What any procedure may answer, whatever it declares. */
const general: readonly ErrorCode[] = ['INVALID_INPUT', 'UNKNOWN_PROCEDURE', 'FORBIDDEN_SOURCE', 'BUSY', 'INTERNAL'];

/**
 * Every reply is one that the contract declares: an output by its schema, or a refusal that it lists. What the platform answers in
 * place of a function that died (`errCode`) is nobody's reply, and left to the caller.
 * @throws when it is not
 */
export function checkReply(procedure: string, { output, errors }: Declared, reply: Reply<unknown>): void {
  if (!('ok' in reply) && 'errCode' in reply) return;
  if (!('ok' in reply)) throw new Error(`${procedure} answered no reply: ${JSON.stringify(reply)}`);
  if (reply.ok) {
    const { error } = output.safeParse(reply.data);
    if (error) throw new Error(`${procedure} answers what its contract does not say: ${error.message}`);
  } else if (![...errors, ...general].includes(reply.error.code)) {
    throw new Error(`${procedure} refuses by ${reply.error.code}, which its contract does not say`);
  }
}
