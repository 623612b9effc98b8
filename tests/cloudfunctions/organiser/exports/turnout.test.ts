import { OrganiserClient, readyPoll } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';

const minute = 60_000;
let cloud: TestCloud;
let owner: OrganiserClient;
beforeAll(async () => {
  // Each instance gathers visits of its own: with one, the numbers are exact.
  cloud = await startTestCloud({ instancesPerFunction: 1 });
  owner = new OrganiserClient(cloud.url, 'oOwner');
});
afterAll(() => cloud.close());

/** What wx.getGroupEnterInfo gives a page that was opened from a card in a group. */
const enter = (openid: string, opengid: string): string => cloud.issueCloudId(openid, { opengid });

describe('a poll for groups', () => {
  it('shows its organisers the turnout by group, and no number that could point to a person', async () => {
    const pollId = await readyPoll(owner, { isForGroups: true });
    const turnout = { gA: 12, gB: 11, gC: 3 };
    for (const group of Object.keys(turnout)) {
      await owner.get('group.bind', { pollId, cloudId: enter('oOwner', group), name: group });
    }
    await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
    cloud.setClock(2 * minute);
    // Who looks and does not vote is a visitor of the group all the same; who comes from another group is none.
    for (let person = 0; person < 8; person++) {
      const openid = `oReader${person}`;
      const reader = new VoterClient(cloud.url, openid);
      await reader.get('group.enter', { pollId, cloudId: enter(openid, 'gC') });
      await reader.ask('group.enter', { pollId, cloudId: enter(openid, 'gElsewhere') });
    }
    for (const [group, people] of Object.entries(turnout)) {
      for (let person = 0; person < people; person++) {
        const openid = `oMember${group}${person}`;
        const voter = new VoterClient(cloud.url, openid);
        const { pass } = await voter.get('group.enter', { pollId, cloudId: enter(openid, group) });
        const { candidates } = await voter.get('poll.get', { pollId });
        expect(await voter.cast(pollId, [candidates[0]?.id ?? ''], { pass })).toMatchObject({ ok: true });
      }
    }
    await cloud.fireTimer('scheduler');
    await cloud.fireTimer('scheduler');
    // An instance writes what it gathered when somebody comes later.
    cloud.setClock(3 * minute);
    await new VoterClient(cloud.url, 'oLate').get('poll.get', { pollId });
    const dashboard = await owner.get('dashboard.get', { pollId });
    // Of three groups one is small; with the total known the next smallest would give it away.
    expect(dashboard.turnout).toMatchObject([
      { name: 'gA', ballots: 12, visits: 12 },
      { name: 'gB', ballots: 'withheld', visits: 11 },
      { name: 'gC', ballots: 'few', visits: 11 },
    ]);
    expect(dashboard.ballots.total).toBe(26);
    // By channels everyone who opened the poll counts once, whatever their group.
    expect(dashboard.visits.total).toBe(26 + 1);
    expect(JSON.stringify(dashboard)).not.toMatch(/oMember|oReader/);
    for (const visit of await readAll<{ _id: string; channel?: string; chatGroup?: number }>(cloud.url, 'visits')) {
      const way = visit.channel === undefined ? 'chatGroup' : 'channel';
      expect(Object.keys(visit).sort()).toEqual(['_id', way, 'count', 'hour', 'pollId'].sort());
    }
    expect(await readAll(cloud.url, 'ballots')).toHaveLength(26);
  });

  it('says nothing of groups where it has none', async () => {
    const pollId = await readyPoll(owner);
    expect(await owner.get('dashboard.get', { pollId })).not.toHaveProperty('turnout');
  });
});
