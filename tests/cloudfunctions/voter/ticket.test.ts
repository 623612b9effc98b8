import type { Trace } from '../../../cloudfunctions/shared/domain/fairplay/trace';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { usualFairPlay as fairPlay } from '../../../cloudfunctions/shared/domain/poll/usual-rules';
import { readAll } from '../../support/read-all';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { invoke, outcomes, VoterClient } from '../../support/voter-client';

const api = 'riskControl.getUserRiskRank';
const minute = 60_000;
const day = 24 * 60 * minute;
const unknown = { rank: null, pace: null };

let cloud: TestCloud;
beforeEach(async () => {
  // One instance, so that it is certain which one has asked.
  cloud = await startTestCloud({ instancesPerFunction: 1 });
});
afterEach(() => cloud.close());

const person = (openid = 'oLi', address = '10.1.2.3'): VoterClient => new VoterClient(cloud.url, openid, address);

async function ticketOf(pollId: string, voter: VoterClient): Promise<string> {
  return (await voter.get('poll.get', { pollId })).me.ticket ?? '';
}

async function traceLeft(pollId: string): Promise<Trace | undefined> {
  const [ballot] = await readAll<{ _id: string; trace?: Trace }>(cloud.url, 'ballots');
  await cloud.emptyCollection('ballots');
  expect(pollId).not.toBe('');
  return ballot?.trace;
}

const asked = (): number => cloud.stats().calls[`openapi.${api}`] ?? 0;

describe('a cast', () => {
  it('with its ticket leaves the rank, the pace and the network of the day, and nothing that names anybody', async () => {
    const pollId = await publishPoll(cloud.url, { fairPlay });
    const voter = person('oLi-risk3');
    const ticket = await ticketOf(pollId, voter);
    expect(await voter.cast(pollId, ['c1'], { ticket })).toMatchObject({ ok: true });
    const [ballot] = await readAll<{ _id: string; trace: Trace }>(cloud.url, 'ballots');
    expect(ballot?.trace).toEqual({ rank: 3, pace: expect.any(Number), net: expect.stringMatching(/^[0-9a-f]{8}$/) });
    expect(JSON.stringify(ballot) + cloud.logs.join('\n')).not.toMatch(/oLi-risk3|10\.1\.2|address/);
    const [poll] = await readAll<{ _id: string; traceKey?: object }>(cloud.url, 'polls');
    expect(poll?.traceKey).toBeDefined();
    const errands = (await readAll(cloud.url, 'errands')).map(({ _id }) => _id).sort();
    expect(errands).toEqual([`fairPlay:${pollId}`, `forget:${pollId}`]);
  });

  it('is never refused for its ticket: another’s, another poll’s, an old, an altered, an endless one leaves none', async () => {
    const [pollId, other] = [await publishPoll(cloud.url, { fairPlay }), await publishPoll(cloud.url, { fairPlay })];
    const own = await ticketOf(pollId, person());
    const altered = `${own.slice(0, 20)}${own[20] === 'A' ? 'B' : 'A'}${own.slice(21)}`;
    const bad: unknown[] = [await ticketOf(pollId, person('oWang')), await ticketOf(other, person()), altered];
    bad.push('', 'x'.repeat(65_536), 7, null, { $set: 1 }, ['a']);
    for (const ticket of bad) {
      const input = { pollId, choices: ['c1'], castId: 'cast-0001', ticket };
      const headers = { 'x-wx-openid': 'oLi', 'x-wx-clientip': '10.1.2.3' };
      expect(await invoke(cloud.url, 'voter', { procedure: 'ballot.cast', input }, headers)).toMatchObject({
        ok: true,
      });
      expect(await traceLeft(pollId)).toMatchObject(unknown);
    }
    cloud.setClock(day - 2 * minute);
    const late = await publishPoll(cloud.url, { fairPlay, now: Date.now() + day });
    const old = await ticketOf(late, person());
    cloud.setClock(2 * day - 2 * minute);
    expect(await person().cast(late, ['c1'], { ticket: old })).toMatchObject({ ok: true });
    expect(await traceLeft(late)).toMatchObject(unknown);
  });

  it('leaves no trace where the rules declare nothing, and gets no ticket there', async () => {
    const pollId = await publishPoll(cloud.url);
    const voter = person();
    expect((await voter.get('poll.get', { pollId })).me).not.toHaveProperty('ticket');
    expect(await voter.cast(pollId, ['c1'], { ticket: 'A'.repeat(46) })).toMatchObject({ ok: true });
    expect(await traceLeft(pollId)).toBeUndefined();
    expect(asked()).toBe(0);
    expect(await readAll(cloud.url, 'errands')).toEqual([]);
  });

  it('in a network is named alike on a day, and otherwise on the next', async () => {
    const pollId = await publishPoll(cloud.url, {
      fairPlay,
      rules: { period: 'daily' },
      stages: { voting: Date.now() - minute, verifying: Date.now() + 3 * day },
    });
    const nets: (string | null | undefined)[] = [];
    for (const [clock, address] of [
      [0, '10.1.2.3'],
      [0, '10.1.2.200'],
      [0, '10.1.3.3'],
      [day, '10.1.2.3'],
      [day, ''],
    ] as const) {
      cloud.setClock(clock);
      await person(`o${nets.length}`, address).cast(pollId, ['c1']);
      nets.push((await traceLeft(pollId))?.net);
    }
    const [first, sameNet, otherNet, nextDay, nowhere] = nets;
    expect(sameNet).toBe(first);
    expect(new Set([first, otherNet, nextDay]).size).toBe(3);
    expect(nowhere).toBeNull();
  });
});

describe('what a ticket costs', () => {
  it('a ballot with a ticket is one insert, 500 at once still one ballot; a poll’s page asks the database no more', async () => {
    const pollId = await publishPoll(cloud.url, { fairPlay });
    const voter = person();
    const ticket = await ticketOf(pollId, voter);
    cloud.resetStats();
    await voter.get('poll.get', { pollId });
    expect(cloud.stats().byFunction['voter']).toEqual({ 'database.getDocument': 1 });
    cloud.resetStats();
    await voter.cast(pollId, ['c1'], { ticket });
    expect(cloud.stats().byFunction['voter']).toEqual({ 'database.insertDocument': 1 });

    const racer = person('oRacer');
    const own = await ticketOf(pollId, racer);
    const calls: string[] = [];
    const stop = cloud.onDatabaseCall({
      before: ({ action, collection, functionName }) => {
        // The scheduler that ballots wake has its own account.
        if (collection === 'ballots' && functionName === 'voter') calls.push(action);
        return undefined;
      },
    });
    const replies = await Promise.all(Array.from({ length: 500 }, () => racer.cast(pollId, ['c2'], { ticket: own })));
    stop();
    expect(outcomes(replies)).toEqual({ ok: 1, ALREADY_VOTED: 499 });
    expect(calls.filter((action) => action === 'database.insertDocument')).toHaveLength(500);
    // One a loser, by which it is told from a retry.
    expect(calls).toHaveLength(500 + 499);
  });
});

describe('WeChat', () => {
  it('is asked about an account once an hour, while people vote, with the scene of campaigns', async () => {
    const pollId = await publishPoll(cloud.url, { fairPlay });
    for (let visit = 0; visit < 3; visit++) await ticketOf(pollId, person());
    expect(asked()).toBe(1);
    await ticketOf(pollId, person('oWang'));
    expect(asked()).toBe(2);
    await ticketOf(pollId, person('oNowhere', ''));
    const early = await publishPoll(cloud.url, {
      fairPlay,
      stages: { voting: Date.now() + 60 * minute, verifying: Date.now() + day },
    });
    expect(await ticketOf(early, person('oEarly'))).toHaveLength(46);
    expect(asked()).toBe(2);
    const closed = await publishPoll(cloud.url, {
      fairPlay,
      stages: { voting: Date.now() - day, verifying: Date.now() - 1 },
    });
    expect(await ticketOf(closed, person('oLate'))).toBe('');
    expect(asked()).toBe(2);
  });

  it('hanging makes one visit of an instance wait, and then none for five minutes', async () => {
    const pollId = await publishPoll(cloud.url, { fairPlay });
    cloud.delayOpenApi(api, 5_000);
    for (let visitor = 0; visitor < 5; visitor++)
      expect(await ticketOf(pollId, person(`o${visitor}`))).toHaveLength(46);
    expect(asked()).toBe(1);
  });

  it.each([-1, 48001])('that answers %i is left alone for five minutes, and then asked again', async (errcode) => {
    const pollId = await publishPoll(cloud.url, { fairPlay });
    const end = cloud.refuseOpenApi(api, errcode);
    for (let visitor = 0; visitor < 5; visitor++)
      expect(await ticketOf(pollId, person(`o${visitor}`))).toHaveLength(46);
    expect(asked()).toBe(1);
    end();
    cloud.setClock(5 * minute);
    const voter = person('oLi-risk4');
    await voter.cast(pollId, ['c1'], { ticket: await ticketOf(pollId, voter) });
    expect(await traceLeft(pollId)).toMatchObject({ rank: 4 });
  });

  it.each([61010, 9410009])(
    'that answers %i of somebody knows nothing of them, and is asked about the next',
    async (errcode) => {
      const pollId = await publishPoll(cloud.url, { fairPlay });
      const end = cloud.refuseOpenApi(api, errcode);
      const voter = person('oLi-risk4');
      await ticketOf(pollId, voter);
      end();
      await voter.cast(pollId, ['c1'], { ticket: await ticketOf(pollId, voter) });
      expect(await traceLeft(pollId)).toMatchObject({ rank: null, pace: expect.any(Number) });
      expect(asked()).toBe(1);
      await ticketOf(pollId, person('oWang'));
      expect(asked()).toBe(2);
    },
  );
});
