import type { InputOf, OutputOf } from '../../cloudfunctions/shared/contract/voter';
import { call, type Answer, type Failure } from './cloud';

type Input = InputOf<'ballot.cast'>;
/** What not every cast carries. */
type Added = 'channel' | 'pass' | 'ticket';
/** All that a retry has to repeat. */
export type Cast = Required<Omit<Input, Added>> & Pick<Input, Added>;
export type MyBallots = OutputOf<'ballot.mine'>;
export type BallotPlace = OutputOf<'ballot.locate'>;

/** How a cast goes on while the voter waits; the page shows 正在提交 from the first of them on. */
export type CastProgress = { attempt: number };

/** How long one cast is tried, and how the pauses between tries grow; milliseconds. */
const budget = 30_000;
/** Without a network only the voter can help, so they are told sooner. */
const offlineBudget = 10_000;
const firstPause = 600;
const longestPause = 5_000;

/** Failures after which nobody knows whether the ballot was written. The same castId tells. */
const unknownOutcomes: ReadonlySet<Failure['code']> = new Set(['BUSY', 'OFFLINE', 'TIMEOUT', 'NO_ANSWER']);

/** Whether a failed cast may still have been written: the page keeps its castId for the next try. */
export function isOutcomeUnknown(failure: Failure): boolean {
  return unknownOutcomes.has(failure.code);
}

/**
 * Casts a ballot. While the outcome is unknown it is sent again, jittered, for up to 30 s (10 s without a network):
 * always the same castId, nth and period, by which the server recognises it, so it is counted once. Nothing is voted
 * without a receipt.
 */
export async function castBallot(
  cast: Cast,
  onProgress: (progress: CastProgress) => void = () => undefined,
): Promise<Answer<OutputOf<'ballot.cast'>>> {
  const startedAt = Date.now();
  for (let attempt = 1; ; attempt += 1) {
    onProgress({ attempt });
    const answer = await call('ballot.cast', cast);
    if (answer.ok || !isOutcomeUnknown(answer.error)) return answer;
    const pause = pauseAfter(attempt);
    const patience = answer.error.code === 'OFFLINE' ? offlineBudget : budget;
    if (Date.now() + pause >= startedAt + patience) return answer;
    await sleep(pause);
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
