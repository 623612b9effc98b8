import { OrganiserClient, readyPoll } from '../../../support/organiser-client';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';

const minute = 60_000;
let cloud: TestCloud;
let owner: OrganiserClient;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
  owner = new OrganiserClient(cloud.url, 'oOwner');
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

/** What wx.getGroupEnterInfo gives a page that was opened from a card in a group. */
const enter = (openid: string, opengid: string): string => cloud.issueCloudId(openid, { opengid });

const bind = (pollId: string, opengid: string, name: string): ReturnType<typeof owner.ask<'group.bind'>> =>
  owner.ask('group.bind', { pollId, cloudId: enter('oOwner', opengid), name });

async function publish(pollId: string): Promise<void> {
  await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
}

describe('the chat groups of a draft', () => {
  it('are bound from within the group, under the organiser’s name for it, and the platform’s id stays inside', async () => {
    const pollId = await readyPoll(owner);
    expect(await bind(pollId, 'gStairs3', '三单元')).toMatchObject({ ok: true });
    const again = await bind(pollId, 'gStairs3', '三单元业主群');
    if (!again.ok) throw new Error('refused');
    expect(again.data.groups).toEqual([{ id: again.data.group.id, name: '三单元业主群' }]);
    expect(await owner.get('group.list', { pollId })).toEqual({ groups: again.data.groups });
    expect(JSON.stringify([again, await owner.get('poll.load', { pollId })])).not.toContain('gStairs3');
  });

  it('are all bound when several are at once', async () => {
    const pollId = await readyPoll(owner);
    await Promise.all(['gA', 'gB', 'gC'].map((group) => bind(pollId, group, group)));
    const { groups } = await owner.get('group.list', { pollId });
    expect(groups.map(({ name }) => name).sort()).toEqual(['gA', 'gB', 'gC']);
  });

  it('are not bound on somebody’s word', async () => {
    const pollId = await readyPoll(owner);
    const ids = ['gA', enter('oColleague', 'gA'), cloud.issueCloudId('oOwner', { phoneNumber: '138' })];
    for (const cloudId of ids) {
      const reply = await owner.ask('group.bind', { pollId, cloudId, name: '三单元' });
      expect(reply).toMatchObject({ error: { code: 'GROUP_NOT_VERIFIED', details: { field: 'cloudId' } } });
    }
    const late = enter('oOwner', 'gA');
    cloud.setClock(6 * minute);
    expect(await owner.ask('group.bind', { pollId, cloudId: late, name: '三单元' })).toMatchObject({
      error: { code: 'GROUP_NOT_VERIFIED' },
    });
    expect(await owner.get('group.list', { pollId })).toEqual({ groups: [] });
    expect(await bind(pollId, 'gA', '代开发票')).toMatchObject({ error: { code: 'CONTENT_REFUSED' } });
  });

  it('are unbound, and what is none of them is not', async () => {
    const pollId = await readyPoll(owner);
    await bind(pollId, 'gA', '甲');
    const { groups } = await owner.get('group.list', { pollId });
    const groupId = groups[0]?.id ?? '';
    expect(await owner.get('group.unbind', { pollId, groupId })).toEqual({ groups: [] });
    expect(await owner.ask('group.unbind', { pollId, groupId })).toMatchObject({
      error: { code: 'GROUP_NOT_FOUND', details: { field: 'groupId' } },
    });
  });

  it('make an earlier proposal to publish one of something else', async () => {
    const pollId = await readyPoll(owner, { secondPerson: true });
    const reviewer = await owner.invite(pollId, 'oReviewer', 'reviewer');
    const { act } = await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
    await bind(pollId, 'gA', '甲');
    const reply = await reviewer.ask('act.approve', { pollId, actId: act.id });
    expect(reply).toMatchObject({ error: { code: 'ACT_NOT_POSSIBLE', details: { obstacle: 'changedSince' } } });
  });
});

describe('a poll for groups', () => {
  it('is not published without one', async () => {
    const pollId = await readyPoll(owner, { isForGroups: true });
    expect((await owner.get('poll.check', { pollId })).items).toContainEqual({ code: 'chatGroups', level: 'missing' });
    expect(await owner.ask('act.propose', { pollId, act: { kind: 'publish' } })).toMatchObject({
      error: { code: 'CHECKLIST_INCOMPLETE' },
    });
    await bind(pollId, 'gA', '甲');
    expect(await owner.get('poll.check', { pollId })).toMatchObject({ isReady: true });
    expect((await owner.get('poll.preview', { pollId })).poll.isForGroups).toBe(true);
  });

  it('binds nobody to groups that were bound and are not meant any more', async () => {
    const pollId = await readyPoll(owner, { isForGroups: false });
    await bind(pollId, 'gA', '甲');
    await publish(pollId);
    const { poll } = await new VoterClient(cloud.url, 'oAnyone').get('poll.get', { pollId });
    expect(poll.isForGroups).toBeUndefined();
  });

  it('has the groups it was published with: no more are bound, and none is unbound', async () => {
    const pollId = await readyPoll(owner, { isForGroups: true });
    await bind(pollId, 'gA', '甲');
    await publish(pollId);
    const frozen = { error: { code: 'FROZEN_AFTER_PUBLISHING', details: { field: 'groups' } } };
    expect(await bind(pollId, 'gB', '乙')).toMatchObject(frozen);
    const { groups } = await owner.get('group.list', { pollId });
    expect(await owner.ask('group.unbind', { pollId, groupId: groups[0]?.id ?? '' })).toMatchObject(frozen);
  });

  it('takes no pass that was given before a group went and another took its place', async () => {
    const stages = { voting: Date.now() + 60 * minute, verifying: Date.now() + 600 * minute };
    const pollId = await readyPoll(owner, { isForGroups: true, opensAtOnce: false, stages });
    await bind(pollId, 'gGone', '已退出的群');
    await bind(pollId, 'gStays', '留下的群');
    await publish(pollId);
    const voter = new VoterClient(cloud.url, 'oStranger');
    const { pass } = await voter.get('group.enter', { pollId, cloudId: enter('oStranger', 'gGone') });
    await owner.get('act.propose', { pollId, act: { kind: 'unpublish', reason: '改一下群' } });
    const { groups } = await owner.get('group.list', { pollId });
    await owner.get('group.unbind', { pollId, groupId: groups[0]?.id ?? '' });
    await publish(pollId);
    cloud.setClock(61 * minute);
    const { candidates } = await voter.get('poll.get', { pollId });
    expect(await voter.cast(pollId, [candidates[0]?.id ?? ''], { pass })).toMatchObject({
      error: { code: 'PASS_NEEDED' },
    });
  });
});
