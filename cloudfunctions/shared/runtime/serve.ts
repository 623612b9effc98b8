import * as z from 'zod';
import type { Refusal, Reply } from '../contract/errors';
import { refuse, type Outcome } from '../contract/outcome';
import { now } from '../platform/clock';
import { newRequestId } from '../platform/ids';
import { logFault } from '../platform/log';
import { DatabaseFault } from '../store/fault';

/** One procedure as the runtime needs it: how its input is parsed and who answers it. */
export interface Procedure<Context> {
  input: z.ZodType;
  answer: (input: never, context: Context) => Promise<Outcome<unknown>>;
}

/** What the platform itself adds to an event; it must agree with what the platform says elsewhere. */
const eventShape = z.strictObject({
  procedure: z.string().max(64),
  input: z.unknown().optional(),
  userInfo: z.object({ openId: z.string().optional(), appId: z.string().optional() }).optional(),
  tcbContext: z.unknown().optional(),
});

/**
 * Answers one event: who calls, what is asked, the use case, the reply.
 * @param authorise the caller, or why they are not served
 * @returns a reply in any case; nothing is thrown
 */
export async function serve<Context extends { openid: string }>(
  event: unknown,
  procedures: Readonly<Record<string, Procedure<Context>>>,
  authorise: () => Context | Refusal,
): Promise<Reply<unknown>> {
  let where = 'event';
  try {
    const caller = authorise();
    if ('code' in caller) return reply({ ok: false, error: caller });

    const parsed = eventShape.safeParse(event);
    if (!parsed.success) return reply(invalid('event', parsed.error));
    const { procedure: name, input = {}, userInfo } = parsed.data;
    if (userInfo?.openId !== undefined && userInfo.openId !== caller.openid) {
      const expected = 'nothing: who calls is the platform’s to say';
      return reply(refuse('INVALID_INPUT', `userInfo.openId: ${expected}`, { field: 'userInfo.openId', expected }));
    }

    const procedure = Object.hasOwn(procedures, name) ? procedures[name] : undefined;
    if (procedure === undefined) {
      const expected = Object.keys(procedures);
      return reply(refuse('UNKNOWN_PROCEDURE', 'no such procedure', { field: 'procedure', expected }));
    }
    where = name;
    const wanted = procedure.input.safeParse(input);
    if (!wanted.success) return reply(invalid('input', wanted.error));
    // The schema that parsed it is the one the procedure declares for its answer.
    return reply(await procedure.answer(wanted.data as never, caller));
  } catch (fault) {
    return reply(failure(where, fault));
  }
}

function reply(outcome: Outcome<unknown>): Reply<unknown> {
  return { ...outcome, now: now() };
}

function failure(where: string, fault: unknown): Outcome<never> {
  const requestId = newRequestId();
  logFault(requestId, where, fault);
  return fault instanceof DatabaseFault
    ? refuse('BUSY', 'the database did not answer: the outcome is unknown, try again with the same input', {
        requestId,
      })
    : refuse('INTERNAL', 'a fault of ours', { requestId });
}

/** Names the first field that is wrong and what would be right. @param whole what is wrong where no field is */
function invalid(whole: string, error: z.ZodError): Outcome<never> {
  const [issue] = error.issues;
  const path = issue?.path.map(String) ?? [];
  const isUnknownKey = issue?.code === 'unrecognized_keys';
  const field = [...path, ...(isUnknownKey ? issue.keys.slice(0, 1) : [])].join('.') || whole;
  const expected = isUnknownKey ? 'no such field' : (issue?.message ?? 'something else');
  return refuse('INVALID_INPUT', `${field}: ${expected}`, { field, expected });
}
