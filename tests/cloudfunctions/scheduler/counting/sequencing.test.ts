import { eventually } from '../../../support/eventually';
import { expectSoundLedger, readLedger } from '../../../support/ledger';
import { publishPoll, type PollShape } from '../../../../scripts/trial/publish-poll';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { invoke, VoterClient } from '../../../support/voter-client';
import { addWaitingBallots } from '../../../../scripts/trial/waiting-ballots';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());

/** Each firing takes whatever waits, so that little is enough to see that it is taken. */
const publish = (shape?: PollShape): Promise<string> =>
  publishPoll(cloud.url, { countPolicy: { kind: 'live', step: 1 }, ...shape });
const fire = (): Promise<unknown> => cloud.fireTimer('scheduler');
const callsIn = (stats: Record<string, number>): number => Object.values(stats).reduce((sum, n) => sum + n, 0);
const ofDatabase = (stats: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(stats).filter(([action]) => action.startsWith('database.')));

describe('the scheduler', () => {
  it.each(['wx_client', 'wx_devtools', 'wx_http', 'scf', 'wx_client,wx_trigger', 'wx_http,scf', 'wx_devtools,scf'])(
    'refuses source %s, and logs it without whom it came for',
    async (source) => {
      const timer = { Type: 'Timer', TriggerName: 'tick', Time: new Date().toISOString() };
      for (const event of [timer, { wake: true }]) {
        for (const headers of [{ 'x-wx-openid': 'oHostile' }, {}]) {
          const reply = await invoke(cloud.url, 'scheduler', event, { ...headers, 'x-wx-source': source });
          expect(reply).toMatchObject({ ok: false, error: { code: 'FORBIDDEN_SOURCE' } });
        }
      }
      await eventually(async () => expect(await Promise.resolve(cloud.logs.join())).toContain(`\\"${source}\\"`));
      expect(cloud.logs.join()).not.toContain('oHostile');
    },
  );

  it.each([
    ['a function', 'wx_client,scf', { wake: true }],
    [
      'a function, with what the platform adds',
      'wx_client,scf',
      { wake: true, userInfo: { openId: 'oAny', appId: 'a' } },
    ],
  ])('is woken by %s', async (_, source, event) => {
    const reply = await invoke(cloud.url, 'scheduler', event, { 'x-wx-openid': 'oAny', 'x-wx-source': source });
    expect(reply).toMatchObject({ ok: true });
    expect(cloud.logs.join()).not.toContain('oAny');
  });

  it.each([{}, { wake: false }, { wake: 'true' }, { wake: true, pollId: 'p1' }, { Type: 'Timer' }])(
    'does nothing for a function’s event %j',
    async (event) => {
      cloud.resetStats();
      const headers = { 'x-wx-openid': 'oAny', 'x-wx-source': 'wx_client,scf' };
      expect(await invoke(cloud.url, 'scheduler', event, headers)).toMatchObject({
        error: { code: 'FORBIDDEN_SOURCE' },
      });
      expect(ofDatabase(cloud.stats().calls)).toEqual({});
    },
  );

  it('refuses a person even with the timer’s source', async () => {
    const headers = { 'x-wx-openid': 'oHostile', 'x-wx-source': 'wx_trigger' };
    expect(await invoke(cloud.url, 'scheduler', {}, headers)).toMatchObject({ error: { code: 'FORBIDDEN_SOURCE' } });
  });
});

describe('sequencing', () => {
  it('takes at most twelve calls for five hundred ballots', async () => {
    const pollId = await publish();
    // A new poll also gets its log's first batch and its times into the plan.
    for (let ballot = 0; ballot < 3; ballot++) {
      await addWaitingBallots(cloud.url, pollId, 1, ballot);
      await fire();
    }
    await addWaitingBallots(cloud.url, pollId, 500, 3);
    cloud.resetStats();
    await fire();
    const { calls } = cloud.stats();
    // A page is full, so there is one more to ask for, and a batch more that ends the release.
    expect(callsIn(ofDatabase(calls))).toBeLessThanOrEqual(12);
    // Publishing: two tiles filled and two begun, the peaks, the checkpoint under two names, and the board's counts.
    expect(calls['storage.getUploadMetadata']).toBeLessThanOrEqual(8);
    await expectSoundLedger(cloud.url, pollId, 503);
  });

  it('costs an idle firing at most one call, however many polls there are', async () => {
    for (let index = 0; index < 30; index++) await publish();
    // The first firings meet the new polls and make their logs' first batches.
    for (let firing = 0; firing < 8; firing++) await fire();
    for (let firing = 0; firing < 20; firing++) {
      cloud.resetStats();
      await fire();
      expect(callsIn(cloud.stats().calls)).toBeLessThanOrEqual(1);
    }
  });

  it('gives every poll its turn', async () => {
    const big = await publish({ id: 'aaa' });
    const small = await publish({ id: 'zzz' });
    await addWaitingBallots(cloud.url, big, 3000);
    await addWaitingBallots(cloud.url, small, 1);
    const order: string[] = [];
    const stop = cloud.onDatabaseCall({
      after: ({ collection, action, body }) => {
        if (collection === 'batches' && action === 'database.insertDocument')
          order.push(JSON.stringify(body).includes('zzz:batch:1') ? small : big);
      },
    });
    await fire();
    stop();
    expect(order.indexOf(small)).toBeLessThan(4);
    await expectSoundLedger(cloud.url, big, 3000);
    await expectSoundLedger(cloud.url, small, 1);
  });

  it('is not held up by ballots of a poll that is gone', async () => {
    await addWaitingBallots(cloud.url, 'gone', 600);
    const pollId = await publish();
    await addWaitingBallots(cloud.url, pollId, 3);
    cloud.resetStats();
    await fire();
    const calls = callsIn(cloud.stats().calls);
    await expectSoundLedger(cloud.url, pollId, 3);
    // It does not go round and round until its time is up either.
    expect(calls).toBeLessThan(100);
    expect((await readLedger(cloud.url, 'gone')).ballots.every(({ batch }) => batch === null)).toBe(true);
    await cloud.emptyCollection('ballots');
  });

  it('by many at once while people vote counts each ballot once', async () => {
    const pollId = await publish();
    const casts = Array.from({ length: 300 }, (_, index) =>
      new VoterClient(cloud.url, `oBusy${index}`).cast(pollId, [`c${(index % 5) + 1}`]),
    );
    const firings = Array.from({ length: 12 }, fire);
    expect((await Promise.all(casts)).filter((reply) => !reply.ok)).toEqual([]);
    await Promise.all(firings);
    await fire();
    await expectSoundLedger(cloud.url, pollId, 300);
  });
});
