import * as z from 'zod';
import type { Reply } from '../contract/errors';
import { refuse } from '../contract/answered';
import { currentCaller } from '../platform/caller';
import { now, pause } from '../platform/clock';
import { acceptsDevtools } from '../platform/environment';
import { newRequestId } from '../platform/ids';
import { logFault } from '../platform/log';
import { waitForRoom } from '../store/fault';
import type { Occasion } from '../usecases/counting/sequence-ballots';
import { Ticker } from '../usecases/scheduling/tick';

const ticker = new Ticker(now, pause);

// A release is a dozen calls, and where each is refused that comes while many vote, none would ever come through. Ten seconds are as
// long as the SDK itself waits for an answer.
waitForRoom(30);

/** What another function sends, and what the platform adds to it, which is not looked at. */
const wakeEvent = z.strictObject({
  wake: z.literal(true),
  userInfo: z.unknown().optional(),
  tcbContext: z.unknown().optional(),
});

/**
 * One firing: by the timer, or by a function that has something for the scheduler. Nobody can bring it about from outside: anyone can
 * call a function with an event that says `{Type: 'Timer'}`, but only the platform's trigger comes from its source and without a
 * person, and only a function's call from a chain of sources. Whom that function served is of no interest, and goes nowhere.
 */
export async function answerFiring(
  event: unknown,
): Promise<Reply<{ batches: number; ballots: number; faults: number }>> {
  const occasion = occasionOf(event);
  if (occasion === null)
    return { ...refuse('FORBIDDEN_SOURCE', 'only the timer is served', { field: 'source' }), now: now() };
  try {
    const { batches, ballots, faults, besides } = await ticker.fire(occasion);
    for (const { pollId, fault } of faults) logFault(newRequestId(), `sequencer ${pollId}`, fault);
    for (const { part, fault } of besides) logFault(newRequestId(), `scheduler ${part}`, fault);
    return { ok: true, data: { batches, ballots, faults: faults.length + besides.length }, now: now() };
  } catch (fault) {
    const requestId = newRequestId();
    logFault(requestId, 'scheduler', fault);
    return { ...refuse('BUSY', 'something failed: the next firing goes on', { requestId }), now: now() };
  }
}

function occasionOf(event: unknown): Occasion | null {
  const { openid, source } = currentCaller();
  if (source === 'wx_trigger' && openid === '') return 'timer';
  const isFunction = source === 'wx_client,scf' || (source === 'wx_devtools,scf' && acceptsDevtools());
  if (isFunction && wakeEvent.safeParse(event).success) return 'wake';
  // Whoever sets this up has to be able to find out what calls.
  logFault(newRequestId(), 'scheduler', `refused a call by source "${source}"`);
  return null;
}
