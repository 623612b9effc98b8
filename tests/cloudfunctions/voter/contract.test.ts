import * as z from 'zod';
import { voterContract, type InputOf, type VoterProcedure } from '../../../cloudfunctions/shared/contract/voter';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { invoke, VoterClient } from '../../support/voter-client';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

const groups = [
  { id: 'p', name: 'Parks', min: 1, max: 2 },
  { id: 'q', name: 'Quays', min: 0, max: 1 },
];

describe('each procedure answers what the contract says', () => {
  const shapes = {
    plain: {},
    grouped: {
      rules: { choices: { min: 1, max: 2 }, groups },
      groupOf: { c1: 'p', c2: 'p', c3: 'p', c4: 'q', c5: 'q' },
      withdrawn: ['c3'],
    },
    hidden: { countPolicy: { kind: 'daily' as const, at: '18:00' } },
  };

  it.each(Object.entries(shapes))('for a %s poll', async (_, shape) => {
    const pollId = await publishPoll(cloud.url, shape);
    const voter = new VoterClient(cloud.url, 'oReader');
    await voter.cast(pollId, ['c1']);
    await cloud.fireTimer('scheduler');
    const inputs: { [P in VoterProcedure]: InputOf<P> } = {
      'poll.list': {},
      'poll.get': { pollId },
      'poll.changes': { pollId },
      'candidate.get': { pollId, candidateId: 'c1' },
      'ballot.cast': { pollId, choices: ['c1'], castId: 'cast-0001' },
      'ballot.mine': { pollId },
      'group.enter': { pollId, cloudId: 'made-up' },
      'ballot.locate': { pollId, period: 'once', nth: 1 },
      'standings.get': { pollId },
    };
    for (const [procedure, input] of Object.entries(inputs)) {
      const askedAt = Date.now();
      const reply = await invoke(cloud.url, 'voter', { procedure, input }, { 'x-wx-openid': 'oReader' });
      // The entries above are the contract's own keys.
      const { output, errors } = voterContract[procedure as VoterProcedure];
      if (reply.ok) expect(z.safeParse(output, reply.data).error).toBeUndefined();
      else expect(errors).toContain(reply.error.code);
      expect(reply.now).toBeGreaterThanOrEqual(askedAt);
      expect(reply.now).toBeLessThanOrEqual(Date.now());
    }
  });
});

describe('a poll', () => {
  it('tells a voter what is left to do', async () => {
    const pollId = await publishPoll(cloud.url, { rules: { ballotsPerPeriod: 2 } });
    const voter = new VoterClient(cloud.url, 'oTeller');
    expect(await voter.get('poll.get', { pollId })).toMatchObject({
      poll: { id: pollId, stage: 'voting', candidateCount: 5 },
      me: { ballotsLeft: 2, nth: 1, period: 'once', ballots: [], nextAt: null },
      can: { cast: true },
    });
    await voter.cast(pollId, ['c4']);
    expect(await voter.get('poll.get', { pollId })).toMatchObject({
      me: { ballotsLeft: 1, nth: 2, ballots: [{ nth: 1, choices: ['c4'] }] },
    });
    await voter.cast(pollId, ['c5'], { nth: 2 });
    expect(await voter.get('poll.get', { pollId })).toMatchObject({
      me: { ballotsLeft: 0, nth: null },
      can: { cast: false },
    });
  });

  it('shuffles alike for one voter and differently for another', async () => {
    const pollId = await publishPoll(cloud.url);
    const seedOf = async (openid: string): Promise<number> =>
      (await new VoterClient(cloud.url, openid).get('poll.get', { pollId })).me.shuffleSeed;
    expect(await seedOf('oA')).toBe(await seedOf('oA'));
    expect(await seedOf('oA')).not.toBe(await seedOf('oB'));
  });

  it('shows all of three hundred candidates, and counts the last of them', async () => {
    const pollId = await publishPoll(cloud.url, { candidates: 300, countPolicy: { kind: 'live', step: 1 } });
    const voter = new VoterClient(cloud.url, 'oMany');
    expect((await voter.get('poll.get', { pollId })).candidates).toHaveLength(300);
    expect(await voter.cast(pollId, ['c300'])).toMatchObject({ ok: true });
    await cloud.fireTimer('scheduler');
    const standings = await voter.get('standings.get', { pollId });
    expect(standings).toMatchObject({ ballots: 1, counts: { c1: 0, c300: 1 } });
    expect(standings.hidden ? 0 : Object.keys(standings.counts).length).toBe(300);
  });
});

describe('the list of polls', () => {
  it('goes page by page without a gap, those that end last first, and finds by title and id', async () => {
    const hour = 3600_000;
    const now = Date.now();
    const ids: string[] = [];
    for (let index = 0; index < 25; index++) {
      const end = now + 100 * hour - Math.floor(index / 2) * hour;
      const stages = { voting: now - hour, verifying: end };
      const id = `list${String(index).padStart(2, '0')}`;
      ids.push(await publishPoll(cloud.url, { id, stages, title: `列表 ${index}（一）` }));
    }
    await publishPoll(cloud.url, { id: 'unlisted', title: '列表 unlisted', listed: false });
    const voter = new VoterClient(cloud.url, 'oLister');
    const first = await voter.get('poll.list', { query: '列表' });
    const second = await voter.get('poll.list', { query: '列表', cursor: first.next });
    expect([...first.polls, ...second.polls].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeUndefined();
    expect((await voter.get('poll.list', { query: '7（一）' })).polls.map(({ id }) => id)).toEqual([
      'list07',
      'list17',
    ]);
    expect((await voter.get('poll.list', { query: '.*' })).polls).toEqual([]);
    expect((await voter.get('poll.list', { query: 'list03' })).polls.map(({ id }) => id)).toEqual(['list03']);
  });

  it('says how many ballots are left where a poll is open', async () => {
    const pollId = await publishPoll(cloud.url, {
      id: 'leftover',
      rules: { ballotsPerPeriod: 3 },
    });
    const voter = new VoterClient(cloud.url, 'oLeft');
    await voter.cast(pollId, ['c1']);
    expect((await voter.get('poll.list', { query: 'leftover' })).polls).toMatchObject([{ me: { ballotsLeft: 2 } }]);
  });
});
