import { publishPoll } from '../trial/publish-poll';
import { addWaitingBallots } from '../trial/waiting-ballots';
import type { BenchCloud } from './bench-cloud';
import { callFunction, fireTimer } from './call-function';
import { measureLoad } from './load';
import { median } from './statistics';

export interface ReadingFigures {
  sizes: readonly number[];
  /** Milliseconds to read the standings, median, at each size. */
  p50: number[];
  /** Ballots per second that the sequencer counted on the way to the last size. */
  countedPerSecond: number;
}

const sizes = [1_000, 200_000] as const;
const rounds = 5;

/** Reading the standings of a small poll and of a large one, in turns; and how fast the large one was counted. */
export async function measureReading(cloud: BenchCloud): Promise<ReadingFigures> {
  const polls: string[] = [];
  let countedPerSecond = 0;
  for (const size of sizes) {
    const pollId = await publishPoll(cloud.url, { id: `read${size}` });
    await addWaitingBallots(cloud.url, pollId, size);
    const startedAt = performance.now();
    while ((await ballotsCounted(cloud, pollId)) < size) await fireTimer(cloud.url, 'scheduler');
    countedPerSecond = size / ((performance.now() - startedAt) / 1000);
    polls.push(pollId);
  }
  const samples = polls.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, pollId] of polls.entries()) {
      const { p50 } = await measureLoad(300, 4, async () => {
        await ballotsCounted(cloud, pollId);
      });
      samples[index]?.push(p50);
    }
  }
  return { sizes, p50: samples.map(median), countedPerSecond };
}

async function ballotsCounted(cloud: BenchCloud, pollId: string): Promise<number> {
  const event = { procedure: 'standings.get', input: { pollId } };
  // The shape is the contract's.
  const reply = (await callFunction(cloud.url, 'voter', event, 'oReader')) as { data: { ballots: number } };
  return reply.data.ballots;
}
