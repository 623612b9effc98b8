import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import database from '../../cloudfunctions/database.json';
import { functionEnvironment, loadOrCreateKeys } from '../keys/installation-keys';
import { startLocalCloud, type LocalCloud } from '../local-cloud/start';
import { seededRandom } from '../random/random';
import { publishPoll } from '../trial/publish-poll';

const minute = 60 * 1000;
const day = 24 * 60 * minute;
/** When in a minute the scheduler's timer fires, milliseconds. */
const firesAt = 35 * 1000;

export interface PollCost {
  /** Points of thirty days in which nothing happens: with one poll open, and with none. */
  idle: { open: number; none: number };
  /** A poll of a week. */
  poll: { ballots: number; points: number; byFunction: Record<string, number>; firings: number };
}

/** What an idle month and a poll of a week cost, on a clock that is moved by hand: every minute the timer fires. */
export async function measurePollCost(functionsDir: string, ballots: number): Promise<PollCost> {
  const none = await onCloud(functionsDir, (cloud, clock) => idleMonth(cloud, clock, 40 * day));
  const open = await onCloud(functionsDir, (cloud, clock) => idleMonth(cloud, clock, -day));
  const poll = await onCloud(functionsDir, (cloud, clock) => pollOfAWeek(cloud, clock, ballots));
  return { idle: { open, none }, poll };
}

interface Clock {
  now: number;
}

async function onCloud<Result>(
  functionsDir: string,
  measure: (cloud: LocalCloud, clock: Clock) => Promise<Result>,
): Promise<Result> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'gongping-cost-'));
  const functionEnv = functionEnvironment(loadOrCreateKeys(dataDir), 'gongping.bench', {});
  const cloud = await startLocalCloud({ port: 0, dataDir, functionsDir, database, functionEnv, timers: false });
  const clock: Clock = { now: Date.now() - (Date.now() % minute) };
  cloud.setClock(() => clock.now);
  try {
    return await measure(cloud, clock);
  } finally {
    await cloud.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** One day, thirty times. @param opensIn milliseconds */
async function idleMonth(cloud: LocalCloud, clock: Clock, opensIn: number): Promise<number> {
  const voting = clock.now + opensIn;
  await publishPoll(cloud.url, { now: clock.now, stages: { voting, verifying: voting + 60 * day } });
  for (let firing = 0; firing < 10; firing++) await fireNext(cloud, clock);
  cloud.resetStats();
  for (let firing = 0; firing < day / minute; firing++) await fireNext(cloud, clock);
  return cloud.stats().points.total * 30;
}

/** Most come by day, and each at a moment of its own. */
async function pollOfAWeek(cloud: LocalCloud, clock: Clock, ballots: number): Promise<PollCost['poll']> {
  const stages = { voting: clock.now, verifying: clock.now + 7 * day };
  const pollId = await publishPoll(cloud.url, { now: clock.now, stages });
  const random = seededRandom('a poll of a week');
  const casts = Array.from({ length: ballots }, () => {
    const [a, b] = [random(), random()];
    return stages.voting + Math.floor(random() * 7) * day + ((a + b) / 2) * day;
  }).sort((a, b) => a - b);
  await fireNext(cloud, clock);
  cloud.resetStats();
  for (const [number, at] of casts.entries()) {
    while (nextFiring(clock) <= at) await fireNext(cloud, clock);
    clock.now = Math.max(clock.now, at);
    const input = { pollId, choices: [`c${1 + (number % 5)}`], castId: `bench-cast-${number}` };
    const reply = await cloud.invoke('voter', { procedure: 'ballot.cast', input }, { openid: `o${number}` });
    // What the procedure answers is its contract's.
    if (!(reply as { ok: boolean }).ok) throw new Error(`a ballot was refused: ${JSON.stringify(reply)}`);
  }
  while (clock.now < stages.verifying + 10 * minute) await fireNext(cloud, clock);
  const { points, invocations } = cloud.stats();
  return { ballots, points: points.total, byFunction: points.byFunction, firings: invocations['scheduler'] ?? 0 };
}

function nextFiring({ now }: Clock): number {
  const thisMinute = now - (now % minute) + firesAt;
  return thisMinute > now ? thisMinute : thisMinute + minute;
}

async function fireNext(cloud: LocalCloud, clock: Clock): Promise<void> {
  clock.now = nextFiring(clock);
  await cloud.fireTimer('scheduler');
}
