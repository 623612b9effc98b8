import { closeDelay } from '../../../../cloudfunctions/shared/domain/counting/release';
import { timeOfDay } from '../../../../cloudfunctions/shared/universal/day';
import type { CountPolicy } from '../../../../cloudfunctions/shared/universal/poll';
import { connect } from '../../../../scripts/connect';
import { publishPoll } from '../../../../scripts/trial/publish-poll';
import { addWaitingBallots } from '../../../../scripts/trial/waiting-ballots';
import { expectSoundLedger, readLedger } from '../../../support/ledger';
import { PollClock } from '../../../support/poll-clock';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { eventually } from '../../../support/eventually';
import { VoterClient } from '../../../support/voter-client';

const minute = 60 * 1000;
const hour = 60 * minute;
const day = 24 * hour;
let cloud: TestCloud;
let clock: PollClock;
beforeEach(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
  clock = new PollClock(cloud);
});
afterEach(() => cloud.close());

const observer = (): VoterClient => new VoterClient(cloud.url, 'oObserver');

async function fire(): Promise<void> {
  for (let firing = 0; firing < 4; firing++) await cloud.fireTimer('scheduler');
}

async function publish(countPolicy: CountPolicy, length: number): Promise<string> {
  const stages = { voting: clock.now - hour, verifying: clock.now + length };
  return publishPoll(cloud.url, { now: clock.now, stages, countPolicy });
}

describe('counts', () => {
  it('that move with each ballot are there after the next firing, and say so', async () => {
    const pollId = await publish({ kind: 'live', step: 1 }, day);
    await fire();
    await new VoterClient(cloud.url, 'oA').cast(pollId, ['c2']);
    await eventually(async () => {
      await fire();
      expect(await observer().get('standings.get', { pollId })).toMatchObject({
        hidden: false,
        ballots: 1,
        counts: { c1: 0, c2: 1 },
        nextAt: null,
        final: false,
        step: 1,
      });
    });
    expect(await observer().get('poll.get', { pollId })).toMatchObject({ poll: { step: 1 } });
  });

  it('published daily are nowhere in the standings until that time, and stay as they were until the next', async () => {
    // A time that does not come in the two hours, whenever the test runs.
    const pollId = await publish({ kind: 'daily', at: timeOfDay(clock.now + 8 * hour) }, 5 * day);
    await new VoterClient(cloud.url, 'oA').cast(pollId, ['c2']);
    await clock.run(clock.now + 2 * hour);
    const hidden = await observer().get('standings.get', { pollId });
    expect(hidden).toMatchObject({ hidden: true, ballots: 1, asOf: clock.now - 80 * minute });
    expect((await readLedger(cloud.url, pollId)).standings?.shown).toBeNull();

    const nextAt = hidden.nextAt ?? 0;
    clock.to(nextAt + 1_000);
    await fire();
    const first = await observer().get('standings.get', { pollId });
    expect(first).toMatchObject({ hidden: false, ballots: 1, counts: { c2: 1 }, nextAt: nextAt + day });

    await new VoterClient(cloud.url, 'oB').cast(pollId, ['c3']);
    await clock.run(clock.now + 3 * hour);
    expect((await readLedger(cloud.url, pollId)).standings?.ballots).toBe(2);
    expect(await observer().get('standings.get', { pollId })).toMatchObject({ ballots: 1, counts: { c3: 0 } });

    clock.to(nextAt + day + 1_000);
    await fire();
    expect(await observer().get('standings.get', { pollId })).toMatchObject({ ballots: 2, counts: { c3: 1 } });
  });

  it('of a day hold what the hour before brought, and a wake ahead of the timer does not take that away', async () => {
    const pollId = await publish({ kind: 'daily', at: '18:00' }, 5 * day);
    await fire();
    const { nextAt } = await observer().get('standings.get', { pollId });
    clock.to((nextAt ?? 0) - 10 * minute);
    await new VoterClient(cloud.url, 'oA').cast(pollId, ['c2']);
    clock.to((nextAt ?? 0) + 5_000);
    await cloud.invoke('scheduler', { wake: true }, { source: 'wx_client,scf', openid: 'oB' });
    expect(await observer().get('standings.get', { pollId })).toMatchObject({ hidden: true });
    clock.to((nextAt ?? 0) + 35_000);
    await cloud.fireTimer('scheduler');
    expect(await observer().get('standings.get', { pollId })).toMatchObject({ hidden: false, ballots: 1 });
  });

  it('kept to the end come with the close, and the close waits for the last ballot', async () => {
    const pollId = await publish({ kind: 'afterClose' }, hour);
    await new VoterClient(cloud.url, 'oA').cast(pollId, ['c2']);
    await fire();
    expect(await observer().get('standings.get', { pollId })).toMatchObject({ hidden: true, ballots: 0 });

    // This one is cast in time, and reaches the database only well after the end.
    let [arrive, leave] = [(): void => undefined, (): void => undefined];
    const held = new Promise<void>((resolve) => (arrive = resolve));
    const onItsWay = new Promise<void>((resolve) => (leave = resolve));
    const stop = cloud.onDatabaseCall({
      before: async ({ functionName, action }) => {
        if (functionName === 'voter' && action === 'database.insertDocument') {
          leave();
          await held;
        }
      },
    });
    const late = new VoterClient(cloud.url, 'oLate').cast(pollId, ['c3'], { castId: 'cast-at-the-end' });
    await onItsWay;
    clock.later(hour + closeDelay / 2);
    await fire();
    expect(await observer().get('standings.get', { pollId })).toMatchObject({ hidden: true, ballots: 0 });
    arrive();
    expect(await late).toMatchObject({ ok: true });
    stop();

    clock.later(closeDelay / 2 + 1_000);
    await fire();
    expect(await observer().get('standings.get', { pollId })).toMatchObject({
      hidden: false,
      final: true,
      ballots: 2,
      counts: { c2: 1, c3: 1 },
      nextAt: null,
    });
    const state = await expectSoundLedger(cloud.url, pollId, 2);
    expect(state.isClosed).toBe(true);
  });

  it('of a poll nobody voted in are final all the same', async () => {
    const pollId = await publish({ kind: 'live' }, hour);
    await fire();
    clock.later(hour + closeDelay + 1_000);
    await fire();
    expect(await observer().get('standings.get', { pollId })).toMatchObject({ hidden: false, final: true, ballots: 0 });
  });
});

describe('an end that has moved', () => {
  it('is the one at which the log is closed, whatever was planned', async () => {
    const pollId = await publish({ kind: 'live' }, hour);
    await fire();
    const polls = connect(cloud.url).database().collection('polls');
    await polls.doc(pollId).update({ 'stages.verifying': clock.now + 3 * hour });
    clock.later(hour + closeDelay + 1_000);
    await fire();
    expect((await readLedger(cloud.url, pollId)).standings?.final).toBe(false);
    await addWaitingBallots(cloud.url, pollId, 20);
    await clock.run(clock.now + 10 * minute);
    expect(await observer().get('standings.get', { pollId })).toMatchObject({ ballots: 20, final: false });
    clock.later(2 * hour);
    await fire();
    expect(await observer().get('standings.get', { pollId })).toMatchObject({ ballots: 20, final: true });
  });
});
