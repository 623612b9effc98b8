import type { InputOf, OutputOf } from '../../cloudfunctions/shared/contract/voter';
import { call, type Answer, type Failure } from './cloud';
import { queuePause, roomIn } from './queue';

type Input = InputOf<'ballot.cast'>;
/** What not every cast carries. */
type Added = 'channel' | 'pass' | 'ticket';
/** All that a retry has to repeat. */
export type Cast = Required<Omit<Input, Added>> & Pick<Input, Added>;
export type MyBallots = OutputOf<'ballot.mine'>;
export type BallotPlace = OutputOf<'ballot.locate'>;

/** Where a cast stands while the cloud has no room for it. */
export interface CastQueue {
  /** @returns after so many milliseconds; false where the voter waits no longer */
  wait(ms: number): Promise<boolean>;
}

const quietQueue: CastQueue = {
  wait: async (ms) => {
    await sleep(ms);
    return true;
  },
};

/** How long one cast is tried, and how the pauses between tries grow; milliseconds. */
const budget = 30_000;
/** Without a network only the voter can help, so they are told sooner. */
const offlineBudget = 10_000;
/** In the queue nobody has to do anything. */
const queueBudget = 30 * 60_000;
const firstPause = 600;
const longestPause = 5_000;

/** Failures after which nobody knows whether the ballot was written. The same castId tells. */
const unknownOutcomes: ReadonlySet<Failure['code']> = new Set(['BUSY', 'OFFLINE', 'TIMEOUT', 'NO_ANSWER']);

/** Whether a failed cast may still have been written: the page keeps its castId for the next try. */
export function isOutcomeUnknown(failure: Failure): boolean {
  return unknownOutcomes.has(failure.code);
}

/**
 * Casts a ballot. While the outcome is unknown it is sent again, jittered, for up to 30 s (10 s without a network), and where the cloud
 * says that it has no room as long as the voter waits, half an hour at most: always the same castId, nth and period, by which the server
 * recognises it, so it is counted once. Nothing is voted without a receipt.
 */
export async function castBallot(cast: Cast, queue: CastQueue = quietQueue): Promise<Answer<OutputOf<'ballot.cast'>>> {
  const calledAt = Date.now();
  // Whoever has queued has all the patience for a bad network still before them.
  let startedAt = calledAt;
  for (let attempt = 1, refusals = 0; ; attempt += 1) {
    const answer = await call('ballot.cast', cast);
    if (answer.ok || !isOutcomeUnknown(answer.error)) return answer;
    const least = roomIn(answer.error);
    if (least === undefined) {
      const pause = pauseAfter(attempt);
      const patience = answer.error.code === 'OFFLINE' ? offlineBudget : budget;
      if (Date.now() + pause >= startedAt + patience) return answer;
      await sleep(pause);
      continue;
    }
    refusals += 1;
    const wait = queuePause(least, refusals);
    if (Date.now() + wait >= calledAt + queueBudget || !(await queue.wait(wait))) return answer;
    attempt = 0;
    startedAt = Date.now();
  }
}

/** This voter's ballots in a poll, with their receipts, and whether each is counted yet. */
export function myBallots(pollId: string): Promise<Answer<MyBallots>> {
  return call('ballot.mine', { pollId });
}

/** Where this voter's own ballot stands in the log, and where the log lies. */
export function locateBallot(pollId: string, period: string, nth: number): Promise<Answer<BallotPlace>> {
  return call('ballot.locate', { pollId, period, nth });
}

/** Doubles up to a limit, and scatters over half of itself so that phones do not come back all at once. */
function pauseAfter(attempt: number): number {
  const pause = Math.min(longestPause, firstPause * 2 ** (attempt - 1));
  return pause * (0.5 + Math.random() / 2);
}

function sleep(duration: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, duration));
}

export type GroupPass = OutputOf<'group.enter'>;

/** The pass of somebody who opened a poll from a card in one of its groups. @param cloudId `groupCloudId`'s */
export function enterGroup(pollId: string, cloudId: string): Promise<Answer<GroupPass>> {
  return call('group.enter', { pollId, cloudId });
}
