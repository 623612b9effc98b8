import { schedulerOperations } from '../../../../scripts/cost/operations';
import { publishPoll, type PollShape } from '../../../../scripts/trial/publish-poll';
import { expectSoundLedger } from '../../../support/ledger';
import { PollClock } from '../../../support/poll-clock';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
let cloud: TestCloud;
let clock: PollClock;
beforeEach(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1 });
  clock = new PollClock(cloud);
});
afterEach(() => cloud.close());

const publish = (shape: PollShape = {}): Promise<string> => publishPoll(cloud.url, { now: clock.now, ...shape });
const databaseCalls = (): number =>
  Object.entries(cloud.stats().calls).reduce(
    (sum, [name, count]) => sum + (name.startsWith('database.') ? count : 0),
    0,
  );

/** What the scheduler costs in thirty days of which this much is like the time measured, in points. */
async function pointsOfMonth(span: number): Promise<number> {
  cloud.resetStats();
  await clock.run(clock.now + span);
  return (cloud.stats().points.byFunction['scheduler'] ?? 0) * ((30 * day) / span);
}

describe('a scheduler that has nothing to do', () => {
  it('costs at most 1,150 points a month with a poll open', async () => {
    await publish({ stages: { voting: clock.now - hour, verifying: clock.now + 60 * day } });
    await clock.run(clock.now + 10 * minute);
    expect(await pointsOfMonth(8 * hour)).toBeLessThanOrEqual(1_150);
  });

  it('costs at most 300 with none open, and does not ask for ballots', async () => {
    await publish({ stages: { voting: clock.now + 40 * day, verifying: clock.now + 60 * day } });
    await clock.run(clock.now + 10 * minute);
    const asked: string[] = [];
    cloud.onDatabaseCall({ before: ({ collection }) => void asked.push(collection) });
    expect(await pointsOfMonth(8 * hour)).toBeLessThanOrEqual(300);
    expect(asked).not.toContain('ballots');
    expect(asked).toContain('standings');
  });
});

describe('twenty ballots, two seconds apart', () => {
  it('cost at most forty database calls in all, and are public when the last is cast', async () => {
    const pollId = await publish();
    await clock.run(clock.now + 2 * minute);
    // Whoever comes first gives the poll its secret.
    await new VoterClient(cloud.url, 'oFirst').get('poll.get', { pollId });
    clock.later(5 * minute);
    cloud.resetStats();
    for (let person = 0; person < 20; person++) {
      const next = clock.now + 2 * second;
      await clock.run(next);
      expect(await new VoterClient(cloud.url, `oPerson${person}`).cast(pollId, ['c1'])).toMatchObject({ ok: true });
    }
    await clock.run(clock.now + minute);
    expect(databaseCalls()).toBeLessThanOrEqual(40);
    const { ballots } = await new VoterClient(cloud.url, 'oAnyone').get('standings.get', { pollId });
    expect(ballots).toBe(20);
    await expectSoundLedger(cloud.url, pollId, 20);
  });
});

describe('what the estimate of `npm run cost` adds up', () => {
  const ofScheduler = (): { database: number; invocations: number } => {
    const { byFunction, invocations } = cloud.stats();
    const calls = Object.entries(byFunction['scheduler'] ?? {});
    return {
      database: calls.reduce((sum, [name, count]) => sum + (name.startsWith('database.') ? count : 0), 0),
      invocations: invocations['scheduler'] ?? 0,
    };
  };

  it('is what an hour with a poll open costs', async () => {
    await publish({ stages: { voting: clock.now - hour, verifying: clock.now + 60 * day } });
    await clock.run(clock.now + 10 * minute);
    cloud.resetStats();
    await clock.run(clock.now + 8 * hour);
    const { database, invocations } = ofScheduler();
    expect(invocations).toBe(8 * schedulerOperations.idleHour.invocations);
    // What it looks after now and then has no beat of its own within an hour.
    expect(Math.abs(database / 8 / schedulerOperations.idleHour.database - 1)).toBeLessThan(0.05);
  });

  it('and what a release costs', async () => {
    const pollId = await publish();
    await clock.run(clock.now + 2 * minute);
    const rounds: number[] = [];
    for (let round = 0; round < 4; round++) {
      clock.later(3 * second);
      cloud.resetStats();
      for (let person = 0; person < 20; person++)
        await new VoterClient(cloud.url, `oRound${round}x${person}`).cast(pollId, ['c1']);
      await cloud.whenStill();
      rounds.push(ofScheduler().database);
      expect(ofScheduler().invocations).toBe(schedulerOperations.release.invocations);
    }
    // The plan is read with some of them, and one that looks ahead of its twentieth ballot looks twice.
    for (const calls of rounds) expect(Math.abs(calls - schedulerOperations.release.database)).toBeLessThanOrEqual(1);
  });
});

describe('firings that overlap, come late or twice', () => {
  it('change nothing', async () => {
    const pollId = await publish({ countPolicy: { kind: 'live', step: 1 } });
    await clock.run(clock.now + 2 * minute);
    for (let person = 0; person < 25; person++) await new VoterClient(cloud.url, `oP${person}`).cast(pollId, ['c2']);
    const wake = { source: 'wx_client,scf', openid: 'oAny' };
    await Promise.all([
      ...Array.from({ length: 3 }, () => cloud.fireTimer('scheduler')),
      ...Array.from({ length: 3 }, () => cloud.invoke('scheduler', { wake: true }, wake)),
    ]);
    await expectSoundLedger(cloud.url, pollId, 25);
  });
});
