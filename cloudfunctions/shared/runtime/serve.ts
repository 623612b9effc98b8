import * as z from 'zod';
import type { ErrorCode, Refusal, Reply } from '../contract/errors';
import { refuse, type Answered, type Refused } from '../contract/answered';
import { now } from '../platform/clock';
import { newRequestId } from '../platform/ids';
import { logFault } from '../platform/log';
import { DatabaseFault } from '../store/fault';

/** One procedure as the runtime needs it: how its input is parsed and who answers it. */
export interface Procedure<Context> {
  input: z.ZodType;
  answer: (input: never, context: Context) => Promise<Answered<unknown, ErrorCode>>;
}

/** The platform adds to an event what it likes (`userInfo`, `tcbContext`, and more one day); nothing of that is read. */
const eventShape = z.object({ procedure: z.string().max(64), input: z.unknown().optional() });

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
    const { procedure: name, input = {} } = parsed.data;
    const field = foreignIdentity(event, caller.openid);
    if (field !== undefined) {
      const expected = 'nothing: who calls is the platform’s to say';
      return reply(refuse('INVALID_INPUT', `${field}: ${expected}`, { field, expected }));
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

/** How many values of an event are looked at beside its input: the platform adds a handful. */
const mostLookedAt = 1000;

/**
 * The first place beside the input where an event names somebody else than the caller. It would change nothing, since nothing of it
 * is read; whoever writes it hopes so and is told.
 */
function foreignIdentity(event: unknown, openid: string): string | undefined {
  const waiting: { path: string; value: unknown }[] = [{ path: '', value: event }];
  for (let count = 0; count < mostLookedAt; count++) {
    const next = waiting.shift();
    if (next === undefined) return undefined;
    const { path, value } = next;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`;
      if (at === 'procedure' || at === 'input') continue;
      if (/open_?id/i.test(key) && inner !== openid) return at;
      waiting.push({ path: at, value: inner });
    }
  }
  return undefined;
}

function reply(answered: Answered<unknown, ErrorCode>): Reply<unknown> {
  return { ...answered, now: now() };
}

/** Of a database without room: how long a phone waits before its second try, milliseconds; before later ones it waits longer by itself. */
const retryAfter = 3_000;

function failure(where: string, fault: unknown): Refused<'BUSY' | 'INTERNAL'> {
  const requestId = newRequestId();
  logFault(requestId, where, fault);
  if (!(fault instanceof DatabaseFault)) return refuse('INTERNAL', 'a fault of ours', { requestId });
  return fault.isForRoom
    ? refuse('BUSY', 'the database has no room now: try again later with the same input', { requestId, retryAfter })
    : refuse('BUSY', 'the database did not answer: the outcome is unknown, try again with the same input', {
        requestId,
      });
}

/** Names the first field that is wrong and what would be right. @param whole what is wrong where no field is */
function invalid(whole: string, error: z.ZodError): Refused<'INVALID_INPUT'> {
  const [issue] = error.issues;
  const path = issue?.path.map(String) ?? [];
  const isUnknownKey = issue?.code === 'unrecognized_keys';
  const field = [...path, ...(isUnknownKey ? issue.keys.slice(0, 1) : [])].join('.') || whole;
  const expected = isUnknownKey ? 'no such field' : (issue?.message ?? 'something else');
  return refuse('INVALID_INPUT', `${field}: ${expected}`, { field, expected });
}
