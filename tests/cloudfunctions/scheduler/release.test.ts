import { closeDelay } from '../../../cloudfunctions/shared/domain/release';
import type { CountPolicy } from '../../../cloudfunctions/shared/domain/poll';
import { expectSoundLedger, readLedger } from '../../support/ledger';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterEach(() => cloud.close());

const observer = (): VoterClient => new VoterClient(cloud.url, 'oObserver');
const now = (): number => Date.now();

/** Fires a few times: what is due is looked up once in a while, not each time. */
async function fire(): Promise<void> {
  for (let firing = 0; firing < 8; firing++) await cloud.fireTimer('scheduler');
}

async function publish(countPolicy: CountPolicy, length: number): Promise<string> {
  const stages = { voting: now() - hour, verifying: now() + length };
  return publishPoll(cloud.url, { stages, countPolicy });
}

describe('counts', () => {
  it('that are live are there after the next firing', async () => {
    const pollId = await publish({ kind: 'live' }, day);
    await new VoterClient(cloud.url, 'oA').cast(pollId, ['c2']);
    await fire();
    expect(await observer().get('standings.get', { pollId })).toMatchObject({
      hidden: false,
      ballots: 1,
      counts: { c1: 0, c2: 1 },
      nextAt: null,
      final: false,
    });
  });

  it('published daily are nowhere in the standings until that time, and stay as they were until the next', async () => {
    const pollId = await publish({ kind: 'daily', at: '18:00' }, 5 * day);
    await new VoterClient(cloud.url, 'oA').cast(pollId, ['c2']);
    await fire();
    const hidden = await observer().get('standings.get', { pollId });
    expect(hidden).toMatchObject({ hidden: true, ballots: 1 });
    expect((await readLedger(cloud.url, pollId)).standings?.shown).toBeNull();

    cloud.setClock((hidden.nextAt ?? 0) - now() + 1_000);
    await fire();
    const first = await observer().get('standings.get', { pollId });
    expect(first).toMatchObject({ hidden: false, ballots: 1, counts: { c2: 1 }, nextAt: (hidden.nextAt ?? 0) + day });

    await new VoterClient(cloud.url, 'oB').cast(pollId, ['c3']);
    await fire();
    expect(await observer().get('standings.get', { pollId })).toMatchObject({ ballots: 1, counts: { c3: 0 } });

    cloud.setClock((first.nextAt ?? 0) - now() + 1_000);
    await fire();
    expect(await observer().get('standings.get', { pollId })).toMatchObject({ ballots: 2, counts: { c3: 1 } });
  });

  it('kept to the end come with the close, and the close waits for the last ballot', async () => {
    const pollId = await publish({ kind: 'afterClose' }, hour);
    await new VoterClient(cloud.url, 'oA').cast(pollId, ['c2']);
    await fire();
    const hidden = await observer().get('standings.get', { pollId });
    expect(hidden).toMatchObject({ hidden: true, ballots: 1 });

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
    cloud.setClock(hour + closeDelay / 2);
    await fire();
    expect(await observer().get('standings.get', { pollId })).toMatchObject({ hidden: true });
    arrive();
    expect(await late).toMatchObject({ ok: true });
    stop();

    cloud.setClock(hour + closeDelay + 1_000);
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
    cloud.setClock(hour + closeDelay + 1_000);
    await fire();
    expect(await observer().get('standings.get', { pollId })).toMatchObject({ hidden: false, final: true, ballots: 0 });
  });
});
