import type { Reply } from '../contract/errors';
import { refuse } from '../contract/outcome';
import { currentCaller } from '../platform/caller';
import { now } from '../platform/clock';
import { newRequestId } from '../platform/ids';
import { logFault } from '../platform/log';
import { Ticker } from '../usecases/sequencer/tick';

const ticker = new Ticker(now);

/**
 * One firing of the timer. The event is not looked at: anyone can call a function with an event that says
 * `{Type: 'Timer'}`, but only the platform's trigger comes from this source and without a person.
 */
export async function answerTimer(): Promise<Reply<{ batches: number; ballots: number; faults: number }>> {
  const { openid, source } = currentCaller();
  if (source !== 'wx_trigger' || openid !== '') {
    return { ...refuse('FORBIDDEN_SOURCE', 'only the timer is served', { field: 'source' }), now: now() };
  }
  try {
    const { batches, ballots, faults, errands } = await ticker.fire();
    for (const { pollId, fault } of faults) logFault(newRequestId(), `sequencer ${pollId}`, fault);
    for (const { errand, fault } of errands) logFault(newRequestId(), `errand ${errand}`, fault);
    return { ok: true, data: { batches, ballots, faults: faults.length + errands.length }, now: now() };
  } catch (fault) {
    const requestId = newRequestId();
    logFault(requestId, 'sequencer', fault);
    return { ...refuse('BUSY', 'the database did not answer: the next firing goes on', { requestId }), now: now() };
  }
}
