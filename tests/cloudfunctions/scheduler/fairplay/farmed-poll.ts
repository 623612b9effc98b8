import { createHash } from 'node:crypto';
import { usualFairPlay as fairPlay } from '../../../../cloudfunctions/shared/domain/poll/usual-rules';
import type { Trace } from '../../../../cloudfunctions/shared/domain/fairplay/trace';
import { connect, insertAll } from '../../../../scripts/connect';
import { publishPoll } from '../../../../scripts/trial/publish-poll';
import type { TestCloud } from '../../../support/test-cloud';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export interface Crowd {
  candidate: number;
  /** Hours since the vote opened. */
  at: number;
  n: number;
  /** How many of them no resident cast. */
  farmed?: number;
}

const resident: Trace = { rank: 0, pace: 4, net: 'feedc0de' };
const risky: Trace = { rank: 3, pace: 2, net: 'feedc0de' };
const program: Trace = { rank: null, pace: null, net: 'badc0ffe' };

/** Ten candidates, six hours, 30 ballots for each in each second hour, one of them of a risky account. */
export const residents: Crowd[] = Array.from({ length: 10 }, (_, place) =>
  [0, 2, 4].map((at) => ({ candidate: place + 1, at, n: 30 })),
).flat();

/** A poll whose vote began this morning ten hours ago and ends in five minutes, with crowds of ballots that wait. @returns its id */
export async function publishFarmed(cloud: TestCloud, crowds: readonly Crowd[], start: number): Promise<string> {
  const opening = Math.floor((start - 10 * hour) / hour) * hour;
  const stages = { voting: opening, verifying: start + 5 * minute, awarded: start + 90 * day };
  const pollId = await publishPoll(cloud.url, { fairPlay, candidates: 10, stages });
  const ballots = crowds.flatMap(({ candidate, at, n, farmed = 0 }, crowd) =>
    Array.from({ length: n }, (_, index) => {
      const name = createHash('sha256').update(`${pollId} ${crowd} ${index}`).digest('hex').slice(0, 32);
      const _id = `${pollId}:${name}`;
      const trace = index < farmed ? program : farmed === 0 && index === 0 ? risky : resident;
      const choices = [`c${candidate}`];
      return { _id, mark: _id, period: 'once', choices, castId: name, hour: opening + at * hour, batch: null, trace };
    }),
  );
  await insertAll(connect(cloud.url), 'ballots', ballots);
  const errands = ['forget', 'fairPlay'].map((kind) => ({ _id: `${kind}:${pollId}`, dueAt: stages.verifying }));
  await insertAll(connect(cloud.url), 'errands', errands);
  return pollId;
}

/** As many firings as an idle instance needs to close a log and to ask for every plan. */
export async function fireAt(cloud: TestCloud, at: number, times = 4): Promise<void> {
  cloud.setClock(at - Date.now());
  for (let firing = 0; firing < times; firing++) await cloud.fireTimer('scheduler').catch(() => undefined);
}

/** Closes the log and has its ballots looked at. */
export async function lookAt(cloud: TestCloud, start: number, times = 4): Promise<void> {
  await fireAt(cloud, start);
  await fireAt(cloud, start + 8 * minute);
  await fireAt(cloud, start + 40 * minute, times);
}
