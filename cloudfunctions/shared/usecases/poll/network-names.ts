import { masterKeys } from '../../platform/environment';
import { networkMac, unwrapPollKey } from '../../platform/keys';
import { planErrand } from '../../store/scheduling/errands';
import type { StoredPoll } from '../../store/poll/polls';
import { stageAt } from '../../universal/stage';
import { makeKey } from './poll-secret';

/** @param day as universal/day writes it @returns 8 hex digits */
export type NetworkName = (day: string, network: string) => string;

/**
 * How a poll that is open names its voters' networks, where its rules declare `fairPlay`. Whoever is first makes the secret for it, and
 * before that has the scheduler look after its end: no trace is written that nobody would look at, and forget.
 * @param now epoch milliseconds
 */
export async function networkNames(poll: StoredPoll, now: number): Promise<NetworkName | undefined> {
  if (poll.fairPlay === undefined || stageAt(poll, now) !== 'voting') return undefined;
  return networkMac(unwrapPollKey(poll.traceKey ?? (await makeTraceKey(poll)), masterKeys()));
}

async function makeTraceKey({ id, stages }: StoredPoll): ReturnType<typeof makeKey> {
  await planErrand('forget', id, stages.verifying);
  await planErrand('fairPlay', id, stages.verifying);
  return makeKey(id, 'traceKey');
}
