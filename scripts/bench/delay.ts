import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import database from '../../cloudfunctions/database.json';
import { stepOf } from '../../cloudfunctions/shared/universal/public-count';
import type { CountPolicy } from '../../cloudfunctions/shared/universal/poll';
import { functionEnvironment, loadOrCreateKeys } from '../keys/installation-keys';
import { startLocalCloud, type LocalCloud } from '../local-cloud/start';
import { publishPoll } from '../trial/publish-poll';
import { quantile } from './statistics';

/** How often it is looked at what is public, milliseconds. */
const lookEvery = 100;
/** The timer's minute, and what a release itself takes, with room: so long the last ones are waited for. */
const longestWait = 80_000;

export interface Stream {
  perSecond: number;
  seconds: number;
  countPolicy: CountPolicy;
}

export interface Delay {
  releases: number;
  /** From the ballot that makes a release due to its being public, seconds. */
  p50: number;
  p95: number;
}

/** How long after it became due a release is public, with the real timer, wakes and files. Takes as long as the stream, and a minute. */
export async function measureDelay(functionsDir: string, stream: Stream): Promise<Delay> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'gongping-delay-'));
  const functionEnv = functionEnvironment(loadOrCreateKeys(dataDir), 'gongping.bench', {});
  const cloud = await startLocalCloud({ port: 0, dataDir, functionsDir, database, functionEnv });
  try {
    return await watch(cloud, stream);
  } finally {
    await cloud.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function watch(cloud: LocalCloud, { perSecond, seconds, countPolicy }: Stream): Promise<Delay> {
  const pollId = await publishPoll(cloud.url, { countPolicy });
  await cloud.fireTimer('scheduler');
  const step = stepOf({ countPolicy });
  /** When each ballot was acknowledged, in that order. */
  const castAt: number[] = [];
  const cast = async (number: number): Promise<void> => {
    const input = { pollId, choices: [`c${1 + (number % 5)}`], castId: `bench-cast-${number}` };
    const reply = await cloud.invoke('voter', { procedure: 'ballot.cast', input }, { openid: `o${number}` });
    // What the procedure answers is its contract’s.
    if (!(reply as { ok: boolean }).ok) throw new Error(`a ballot was refused: ${JSON.stringify(reply)}`);
    castAt.push(performance.now());
  };
  const casting = (async () => {
    const under: Promise<void>[] = [];
    for (let number = 0; number < perSecond * seconds; number++) {
      under.push(cast(number));
      await pause(1000 / perSecond);
    }
    await Promise.all(under);
  })();

  const delays: number[] = [];
  let seen = 0;
  let isCast = false;
  void casting.then(() => (isCast = true));
  const idleSince = (): number => performance.now() - (castAt.at(-1) ?? performance.now());
  while (!isCast || (castAt.length - seen >= step && idleSince() < longestWait)) {
    const now = await ballotsInPublic(cloud, pollId);
    const due = castAt[seen + step - 1];
    if (now > seen && due !== undefined) delays.push(Math.max(0, performance.now() - due) / 1000);
    seen = Math.max(seen, now);
    await pause(lookEvery);
  }
  await casting;
  return { releases: delays.length, p50: quantile(delays, 0.5), p95: quantile(delays, 0.95) };
}

async function ballotsInPublic(cloud: LocalCloud, pollId: string): Promise<number> {
  const reply = await cloud.invoke('voter', { procedure: 'standings.get', input: { pollId } }, { openid: 'owatcher' });
  // What the procedure answers is its contract's.
  return (reply as { data: { ballots: number } }).data.ballots;
}
