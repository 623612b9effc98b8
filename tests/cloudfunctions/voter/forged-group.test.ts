import { passLife } from '../../../cloudfunctions/shared/domain/voting/pass';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { readAll } from '../../support/read-all';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { invoke, VoterClient } from '../../support/voter-client';

const minute = 60_000;
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

const member = (openid = 'oMember'): VoterClient => new VoterClient(cloud.url, openid);
const cardOf = (openid: string, opengid: string): string => cloud.issueCloudId(openid, { opengid });

async function passOf(pollId: string, openid: string, opengid: string): Promise<string> {
  return (await member(openid).get('group.enter', { pollId, cloudId: cardOf(openid, opengid) })).pass;
}

/** A poll that somebody has opened already: the first opening keeps the poll's key. */
async function publishFor(...chatGroups: string[]): Promise<string> {
  const pollId = await publishPoll(cloud.url, { chatGroups });
  await member('oReader').get('poll.get', { pollId });
  return pollId;
}

/** Somebody calls the function with whatever they like. */
const send = (procedure: string, input: unknown, openid = 'oMember'): ReturnType<typeof invoke> =>
  invoke(cloud.url, 'voter', { procedure, input }, { 'x-wx-openid': openid });

/** Nothing was written since the last reset: what the functions asked of the database was to read. */
async function expectNothingWritten(): Promise<void> {
  const asked = Object.keys(cloud.stats().calls).filter((action) => action.startsWith('database.'));
  expect(asked.filter((action) => !/^database\.(get|query|count|aggregate)/.test(action))).toEqual([]);
  expect(await readAll(cloud.url, 'ballots')).toEqual([]);
}

/** Another character of the same kind, so that only what the pass says changes and not its shape. */
function altered(pass: string, at: number): string {
  const was = pass.charAt(at);
  const is = was === '.' ? '0' : at > pass.lastIndexOf('.') ? (was === 'a' ? 'b' : 'a') : was === '1' ? '2' : '1';
  return pass.slice(0, at) + is + pass.slice(at + 1);
}

describe('a cast', () => {
  it('with a pass of which one character is another is refused, whichever it is, and nothing is written', async () => {
    const pollId = await publishFor('gA', 'gB', 'gC');
    const pass = await passOf(pollId, 'oMember', 'gA');
    cloud.resetStats();
    for (let at = 0; at < pass.length; at++) {
      expect(await member().cast(pollId, ['c1'], { pass: altered(pass, at) })).toMatchObject({
        error: { code: 'PASS_NEEDED', details: { field: 'pass' } },
      });
    }
    await expectNothingWritten();
  });

  it('with a pass of another person, poll or group is refused, and nothing is written', async () => {
    const pollId = await publishFor('gA', 'gB');
    const elsewhere = await publishFor('gA', 'gB');
    const turned = await publishFor('gB', 'gA');
    const own = await passOf(pollId, 'oMember', 'gA');
    const passes = [
      await passOf(pollId, 'oOther', 'gA'),
      await passOf(elsewhere, 'oMember', 'gA'),
      await passOf(turned, 'oMember', 'gA'),
      own.replace(/^0/, '1'),
      own.replace(/^0/, '2'),
    ];
    cloud.resetStats();
    for (const pass of passes) {
      expect(await member().cast(pollId, ['c1'], { pass })).toMatchObject({ error: { code: 'PASS_NEEDED' } });
    }
    await expectNothingWritten();
  });

  it('with a pass that is over is refused as such, and nothing is written', async () => {
    const pollId = await publishFor('gA');
    const pass = await passOf(pollId, 'oMember', 'gA');
    cloud.setClock(passLife);
    cloud.resetStats();
    expect(await member().cast(pollId, ['c1'], { pass })).toMatchObject({ error: { code: 'PASS_EXPIRED' } });
    await expectNothingWritten();
  });

  it('that says its group in words is refused, and nothing is written', async () => {
    const pollId = await publishFor('gA');
    const cast = { pollId, choices: ['c1'], castId: 'cast-0001' };
    cloud.resetStats();
    for (const pass of ['gA', '0', `0.${Date.now() + minute}.gA`]) {
      expect(await send('ballot.cast', { ...cast, pass })).toMatchObject({ error: { code: 'PASS_NEEDED' } });
    }
    for (const more of [{ chatGroup: 0 }, { opengid: 'gA' }, { pass: { opengid: 'gA' } }, { pass: 0 }]) {
      expect(await send('ballot.cast', { ...cast, ...more })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    }
    await expectNothingWritten();
  });
});

describe('entering by a group', () => {
  it('on another person’s opening, an old one, or one of another group is refused, and nothing is written', async () => {
    const pollId = await publishFor('gA');
    const others = cardOf('oOther', 'gA');
    const old = cardOf('oMember', 'gA');
    cloud.resetStats();
    const refusedBy = async (cloudId: string): Promise<unknown> => {
      const reply = await member().ask('group.enter', { pollId, cloudId });
      return reply.ok ? 'ok' : reply.error.code;
    };
    expect(await refusedBy(others)).toBe('GROUP_NOT_VERIFIED');
    expect(await refusedBy(cardOf('oMember', 'gB'))).toBe('NOT_IN_GROUP');
    cloud.setClock(5 * minute + 1_000);
    expect(await refusedBy(old)).toBe('GROUP_NOT_VERIFIED');
    await expectNothingWritten();
  });

  it('on the caller’s own word is refused, however it is put, and nothing is written', async () => {
    const pollId = await publishFor('gA');
    cloud.resetStats();
    expect(await send('group.enter', { pollId, cloudId: 'gA' })).toMatchObject({
      error: { code: 'GROUP_NOT_VERIFIED' },
    });
    // What the platform puts in the place of a cloudID that it resolves.
    const resolved = { cloudID: 'made-up', data: { opengid: 'gA' } };
    for (const input of [
      { pollId, cloudId: resolved },
      { pollId, cloudId: 'gA', opengid: 'gA' },
      { pollId, opengid: 'gA' },
    ]) {
      expect(await send('group.enter', input)).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    }
    await expectNothingWritten();
  });
});
