import type { Keys } from '../keys/installation-keys';
import { calendarAt } from './calendar';
import { CloudClient } from './cloud-client';
import { openidOf } from '../preview/identities';
import { gongping } from '../start/program';
import { ownPolls } from './demo/own-polls';
import { demoPolls } from './demo/polls';
import { seedPoll } from './seed-poll';
import { seedDrafts, type Members } from './seed-team';

/** The preview's people who hold the demonstration's polls, so that whoever looks finds one in each stage. */
const members: Members = [
  { openid: openidOf(gongping, '韩科长'), name: '韩科长', role: 'owner' },
  { openid: openidOf(gongping, '小赵'), name: '小赵', role: 'reviewer' },
];

/** How many firings may count nothing before what still waits is taken to wait for its release: some only ask for their plan. */
const idleFirings = 4;

/**
 * Fills the demonstration's polls into a local cloud, their ballots counted as far as they are due. Polls that are there are left as they
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
  const calendar = calendarAt(now);
  const all = [...demoPolls(calendar), ...ownPolls(calendar)];
  let polls = 0;
  let ballots = 0;
  for (const demo of all) {
    if (await cloud.exists('polls', demo.poll._id)) continue;
    ballots += await seedPoll(cloud, demo, options, members, now);
    polls += 1;
  }
  await seedDrafts(cloud, members, now);
  await countAll(
    cloud,
    all.map(({ poll }) => poll._id),
  );
  return { seeded: polls > 0, polls, ballots };
}

/** Fires the scheduler until no ballot of these polls waits, or none that is due: late in the evening some wait for the day's end. */
async function countAll(cloud: CloudClient, pollIds: readonly string[]): Promise<void> {
  const countWaiting = async (): Promise<number> => {
    const counts = await Promise.all(pollIds.map((id) => cloud.countWaiting(id)));
    return counts.reduce((sum, count) => sum + count, 0);
  };
  let waiting = await countWaiting();
  for (let idle = 0; waiting > 0 && idle < idleFirings;) {
    await cloud.fireTimer('scheduler');
    const left = await countWaiting();
    idle = left < waiting ? 0 : idle + 1;
    waiting = left;
  }
}
