import type { Keys } from '../keys/installation-keys';
import { calendarAt } from './calendar';
import { CloudClient } from './cloud-client';
import { demoPolls } from './demo/polls';
import { seedPoll } from './seed-poll';

/** How long counting may take, milliseconds; it takes seconds. */
const countingTime = 60_000;

/**
 * Fills the demonstration's polls into a local cloud, their ballots counted. Polls that are there are left as they
 * are; a run that broke off is completed by the next.
 * @param options.url of the cloud
 * @param options.now what the dates are relative to, epoch milliseconds; the machine's clock unless told
 * @returns what this run put in: `seeded` is false when everything was there
 */
export async function seedDemo(options: {
  url: string;
  keys: Keys;
  logName: string;
  now?: number;
}): Promise<{ seeded: boolean; polls: number; ballots: number }> {
  const now = options.now ?? Date.now();
  const cloud = new CloudClient(options.url);
  const all = demoPolls(calendarAt(now));
  let polls = 0;
  let ballots = 0;
  for (const demo of all) {
    if (await cloud.exists('polls', demo.poll._id)) continue;
    ballots += await seedPoll(cloud, demo, options, now);
    polls += 1;
  }
  await countAll(
    cloud,
    all.map(({ poll }) => poll._id),
  );
  return { seeded: polls > 0, polls, ballots };
}

/** Fires the scheduler until no ballot of these polls waits. */
async function countAll(cloud: CloudClient, pollIds: readonly string[]): Promise<void> {
  const deadline = Date.now() + countingTime;
  while ((await Promise.all(pollIds.map((id) => cloud.isBallotWaiting(id)))).includes(true)) {
    if (Date.now() > deadline) throw new Error('the scheduler has not counted the demonstration ballots in time');
    await cloud.fireTimer('scheduler');
  }
}
