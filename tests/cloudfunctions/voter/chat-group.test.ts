import { passLife } from '../../../cloudfunctions/shared/domain/voting/pass';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { readAll } from '../../support/read-all';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { outcomes, VoterClient } from '../../support/voter-client';

const hour = 60 * 60 * 1000;
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

const publish = (...chatGroups: string[]): Promise<string> => publishPoll(cloud.url, { chatGroups });

/** What wx.getGroupEnterInfo gives a page that was opened from a card in a group. */
async function cloudIdOf(openid: string, opengid: string): Promise<string> {
  const response = await fetch(`${cloud.url}/cloudids`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid, data: { opengid } }),
  });
  const { cloudID } = (await response.json()) as { cloudID: string };
  return cloudID;
}

async function passOf(pollId: string, openid: string, opengid: string): Promise<string> {
  const cloudId = await cloudIdOf(openid, opengid);
  return (await new VoterClient(cloud.url, openid).get('group.enter', { pollId, cloudId })).pass;
}

async function ballotsOf(pollId: string): Promise<{ chatGroup?: number }[]> {
  const ballots = await readAll<{ _id: string; chatGroup?: number }>(cloud.url, 'ballots');
  return ballots.filter(({ _id }) => _id.startsWith(`${pollId}:`));
}

describe('a poll of chat groups', () => {
  it('takes the ballot of a member for one insert, and keeps which group it was', async () => {
    const pollId = await publish('gStairs3', 'gStairs4');
    const pass = await passOf(pollId, 'oMember', 'gStairs4');
    cloud.resetStats();
    expect(await new VoterClient(cloud.url, 'oMember').cast(pollId, ['c1'], { pass })).toMatchObject({ ok: true });
    expect(cloud.stats().calls).toEqual({ 'database.insertDocument': 1 });
    expect(await ballotsOf(pollId)).toEqual([expect.objectContaining({ chatGroup: 1 })]);
  });

  it('says that it is one, to everyone', async () => {
    const pollId = await publish('gA');
    const { poll } = await new VoterClient(cloud.url, 'oAnyone').get('poll.get', { pollId });
    expect(poll.isForGroups).toBe(true);
  });

  it('gives no pass to whoever comes from another group, or from none', async () => {
    const pollId = await publish('gA');
    const voter = new VoterClient(cloud.url, 'oGuest');
    const other = await cloudIdOf('oGuest', 'gB');
    expect(await voter.ask('group.enter', { pollId, cloudId: other })).toMatchObject({
      error: { code: 'NOT_IN_GROUP' },
    });
    expect(await voter.ask('group.enter', { pollId, cloudId: 'gA' })).toMatchObject({
      error: { code: 'GROUP_NOT_VERIFIED' },
    });
    const open = await publishPoll(cloud.url);
    expect(await voter.ask('group.enter', { pollId: open, cloudId: other })).toMatchObject({
      error: { code: 'NOT_IN_GROUP' },
    });
  });

  it('gives no pass for somebody else’s card, or for one that was opened too long ago', async () => {
    const pollId = await publish('gA');
    const member = await cloudIdOf('oMember', 'gA');
    const thief = new VoterClient(cloud.url, 'oThief');
    expect(await thief.ask('group.enter', { pollId, cloudId: member })).toMatchObject({
      error: { code: 'GROUP_NOT_VERIFIED' },
    });
    cloud.setClock(6 * 60 * 1000);
    expect(await new VoterClient(cloud.url, 'oMember').ask('group.enter', { pollId, cloudId: member })).toMatchObject({
      error: { code: 'GROUP_NOT_VERIFIED' },
    });
  });

  it('refuses a cast without a good pass, and writes nothing', async () => {
    const pollId = await publish('gA', 'gB');
    const elsewhere = await publish('gA');
    const good = await passOf(pollId, 'oMember', 'gA');
    const [group = '', expiry = '', mac = ''] = good.split('.');
    const bad: Record<string, string | undefined> = {
      'none at all': undefined,
      'of another poll': await passOf(elsewhere, 'oMember', 'gA'),
      'of another person': await passOf(pollId, 'oOther', 'gA'),
      'of another group': `1.${expiry}.${mac}`,
      'with a later end': `${group}.${Number(expiry) + hour}.${mac}`,
      'with another mac': `${group}.${expiry}.${mac.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))}`,
      'that is a word': 'please',
      'with an object’s name': '__proto__',
    };
    const voter = new VoterClient(cloud.url, 'oMember');
    for (const pass of Object.values(bad)) {
      const reply = await voter.cast(pollId, ['c1'], pass === undefined ? {} : { pass });
      expect(reply).toMatchObject({ ok: false, error: { code: 'PASS_NEEDED', details: { field: 'pass' } } });
    }
    cloud.setClock(passLife + 1_000);
    expect(await voter.cast(pollId, ['c1'], { pass: good })).toMatchObject({ error: { code: 'PASS_EXPIRED' } });
    expect(await ballotsOf(pollId)).toEqual([]);
  });

  it('gives a retry its receipt again, though the pass is over by then', async () => {
    const pollId = await publish('gA');
    const voter = new VoterClient(cloud.url, 'oMember');
    const cast = { castId: 'cast-0001', pass: await passOf(pollId, 'oMember', 'gA') };
    const first = await voter.cast(pollId, ['c1'], cast);
    cloud.setClock(passLife + 1_000);
    const again = await voter.cast(pollId, ['c1'], cast);
    if (!first.ok || !again.ok) throw new Error('refused');
    expect(again.data).toEqual(first.data);
  });

  it('takes one ballot of a person who is in two of its groups, however many come at once', async () => {
    const pollId = await publish('gA', 'gB');
    const voter = new VoterClient(cloud.url, 'oBoth');
    const passes = await Promise.all(['gA', 'gB'].map((group) => passOf(pollId, 'oBoth', group)));
    const casts = Array.from({ length: 40 }, (_, index) =>
      voter.cast(pollId, ['c1'], { pass: passes[index % 2] ?? '' }),
    );
    expect(outcomes(await Promise.all(casts))).toEqual({ ok: 1, ALREADY_VOTED: 39 });
    expect(await ballotsOf(pollId)).toHaveLength(1);
  });
});
