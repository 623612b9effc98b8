import { OrganiserClient, readyPoll } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { outcomes, VoterClient } from '../../../support/voter-client';
import { day, draftToOpen, hour, idsOf, minute, propose, publish, refusedBy } from './acting';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

let serial = 0;
const newOwner = (): OrganiserClient => new OrganiserClient(cloud.url, `oActs${(serial += 1)}`);
describe('publishing', () => {
  it('a draft that misses something is not published, and the list says what', async () => {
    const owner = newOwner();
    const pollId = await owner.create('services');
    const reply = await propose(owner, pollId, publish);
    expect(reply).toMatchObject({ error: { code: 'CHECKLIST_INCOMPLETE' } });
    const { items, isReady } = await owner.get('poll.check', { pollId });
    expect(isReady).toBe(false);
    const missing = items.filter(({ level }) => level === 'missing').map(({ code }) => code);
    expect(new Set(missing)).toEqual(
      new Set([
        'organiser',
        'summary',
        'approval',
        'objectionChannel',
        'rules',
        'result',
        'candidates',
        'secondPerson',
      ]),
    );
    expect(await readAll(cloud.url, 'standings', { _id: pollId })).toEqual([]);
  });

  it('of ten who publish at once one does, and there is one poll with its standings', async () => {
    const owner = newOwner();
    const pollId = await draftToOpen(owner, { opensAtOnce: true });
    const replies = await Promise.all(Array.from({ length: 10 }, () => propose(owner, pollId, publish)));
    expect(outcomes(replies).ok).toBeGreaterThanOrEqual(1);
    expect((await owner.get('poll.load', { pollId })).poll).toMatchObject({ status: 'published', candidateCount: 3 });
    expect(await readAll(cloud.url, 'standings', { _id: pollId })).toHaveLength(1);
    const { entries } = await owner.get('trail.list', { pollId });
    expect(entries.filter(({ what }) => what === 'act.done')).toHaveLength(1);
  });

  it('voters get exactly the candidates of the draft, under their numbers', async () => {
    const owner = newOwner();
    const pollId = await draftToOpen(owner);
    const [a = '', b = '', c = ''] = await idsOf(owner, pollId);
    const { listVersion } = await owner.get('candidate.list', { pollId });
    const removed = await owner.get('candidate.remove', { pollId, candidateId: b, listVersion });
    await owner.get('candidate.arrange', { pollId, listVersion: removed.listVersion, order: [c, a], numbers: [7, 9] });
    expect(await propose(owner, pollId, publish)).toMatchObject({ ok: true });
    const { candidates } = await new VoterClient(cloud.url, 'oVoter').get('poll.get', { pollId });
    expect(candidates.map(({ id, number, name }) => [id, number, name])).toEqual([
      [c, 7, '第三项'],
      [a, 9, '第一项'],
    ]);
  });

  it('a database that fails anywhere on the way leaves a draft or a published poll, and a repeat finishes it', async () => {
    for (let broken = 1; broken <= 14; broken++) {
      const owner = newOwner();
      const pollId = await draftToOpen(owner);
      let writes = 0;
      const stop = cloud.onDatabaseCall({
        before: ({ functionName, action }) => {
          const isWrite = /insert|modify|remove/.test(action);
          if (functionName !== 'organiser' || !isWrite || (writes += 1) !== broken) return undefined;
          return { killInstance: true };
        },
      });
      // The platform says that the instance died, which is no reply.
      await propose(owner, pollId, publish).catch(() => undefined);
      stop();
      const { poll } = await owner.get('poll.load', { pollId });
      const shown = await new VoterClient(cloud.url, 'oVoter').ask('poll.get', { pollId });
      expect(shown.ok).toBe(poll.status === 'published');
      if (shown.ok) expect(shown.data.candidates).toHaveLength(3);

      const again = await propose(owner, pollId, publish);
      if (!again.ok) expect(again).toMatchObject(refusedBy('alreadyPublished'));
      expect((await owner.get('poll.load', { pollId })).poll.status).toBe('published');
    }
  });

  it('is taken back as long as the vote is far, and made again', async () => {
    const owner = newOwner();
    const now = Date.now();
    const stages = { promoting: now, voting: now + hour, verifying: now + day };
    const pollId = await readyPoll(owner, { stages, opensAtOnce: false });
    await propose(owner, pollId, publish);
    const voter = new VoterClient(cloud.url, 'oVoter');
    await voter.get('poll.get', { pollId });
    expect(await propose(owner, pollId, { kind: 'unpublish', reason: '名单有误' })).toMatchObject({ ok: true });
    cloud.setClock(6000);
    expect(await voter.ask('poll.get', { pollId })).toMatchObject({ error: { code: 'POLL_NOT_FOUND' } });
    await owner.add(pollId, '漏掉的一项');
    expect(await propose(owner, pollId, publish)).toMatchObject({ ok: true });
    const [plan] = await readAll<{ _id: string; dueAt: number; batch: number }>(cloud.url, 'standings', {
      _id: pollId,
    });
    expect(plan?.batch).toBe(-1);
    // At once for the board's files, and by that again at the opening.
    expect(plan?.dueAt).toBeLessThan(stages.voting);
    cloud.setClock(51 * minute);
    expect(await propose(owner, pollId, { kind: 'unpublish', reason: '又有误' })).toMatchObject(
      refusedBy('alreadyOpen'),
    );
  });
});

describe('where two persons are needed', () => {
  async function pollOfTwo(): Promise<{ owner: OrganiserClient; second: OrganiserClient; pollId: string }> {
    const owner = newOwner();
    const pollId = await draftToOpen(owner, { opensAtOnce: true });
    const second = await owner.invite(pollId, `${owner.openid}-second`, 'reviewer');
    await owner.save(pollId, { secondPerson: true });
    return { owner, second, pollId };
  }

  it('what one proposes another approves, and nobody approves their own', async () => {
    const { owner, second, pollId } = await pollOfTwo();
    const { act } = await owner.get('act.propose', { pollId, act: publish });
    expect(act).toMatchObject({ state: 'waiting', needsSecondPerson: true, canApprove: false });
    expect((await owner.get('act.propose', { pollId, act: publish })).act.id).toBe(act.id);
    expect((await owner.get('poll.load', { pollId })).poll.status).toBe('draft');
    expect(await owner.ask('act.approve', { pollId, actId: act.id })).toMatchObject({
      error: { code: 'NEEDS_ANOTHER_PERSON' },
    });
    const { acts } = await second.get('act.list', { pollId });
    expect(acts).toMatchObject([{ id: act.id, canApprove: true }]);
    const approved = await second.get('act.approve', { pollId, actId: act.id });
    expect(approved.act).toMatchObject({ state: 'done', decided: { role: 'reviewer' } });
    expect((await owner.get('poll.load', { pollId })).poll.status).toBe('published');
    expect(await second.ask('act.approve', { pollId, actId: act.id })).toMatchObject({
      error: { code: 'ACT_DECIDED' },
    });
    const { entries } = await second.get('trail.list', { pollId });
    expect(entries.slice(0, 3).map(({ what, who }) => [what, who.role])).toEqual([
      ['act.done', 'reviewer'],
      ['act.approved', 'reviewer'],
      ['act.proposed', 'owner'],
    ]);
  });

  it('what one person does alone is one entry of the trail, which says so', async () => {
    const owner = newOwner();
    const pollId = await readyPoll(owner);
    const { act } = await owner.get('act.propose', { pollId, act: publish });
    expect(act).toMatchObject({ state: 'done', needsSecondPerson: false });
    const { entries } = await owner.get('trail.list', { pollId });
    const acts = entries.filter(({ what }) => what.startsWith('act.'));
    expect(acts).toMatchObject([{ what: 'act.done', details: { act: publish, isAlone: true } }]);
  });

  it('what was edited after it was proposed is not published unseen', async () => {
    const { owner, second, pollId } = await pollOfTwo();
    const { act } = await owner.get('act.propose', { pollId, act: publish });
    const [candidateId = ''] = await idsOf(owner, pollId);
    await owner.get('candidate.save', { pollId, candidateId, version: 1, change: { sentence: '后来改的' } });
    expect(await second.ask('act.approve', { pollId, actId: act.id })).toMatchObject(refusedBy('changedSince'));
    expect((await second.get('act.list', { pollId })).acts).toMatchObject([
      { state: 'lapsed', obstacle: 'changedSince' },
    ]);
    expect((await owner.get('act.propose', { pollId, act: publish })).act).toMatchObject({ state: 'waiting' });
  });

  it('it is rejected with a reason, or taken back by who proposed it', async () => {
    const { owner, second, pollId } = await pollOfTwo();
    const first = await owner.get('act.propose', { pollId, act: publish });
    const rejected = await second.get('act.reject', { pollId, actId: first.act.id, reason: '简介还要改' });
    expect(rejected.act).toMatchObject({ state: 'rejected', decided: { reason: '简介还要改' } });
    const next = await owner.get('act.propose', { pollId, act: publish });
    const taken = await owner.get('act.reject', { pollId, actId: next.act.id, reason: '再想想' });
    expect(taken.act.state).toBe('cancelled');
  });

  it('an act that nobody could approve is not proposed', async () => {
    const { owner, second, pollId } = await pollOfTwo();
    const { act } = await owner.get('act.propose', { pollId, act: publish });
    await second.get('act.approve', { pollId, actId: act.id });
    await second.get('team.leave', { pollId });
    expect(await propose(owner, pollId, { kind: 'withdraw', reason: '不办了' })).toMatchObject(
      refusedBy('nobodyToApprove'),
    );
  });

  it('two who approve at once do it once', async () => {
    const { owner, second, pollId } = await pollOfTwo();
    const third = await owner.invite(pollId, `${owner.openid}-third`, 'editor');
    const { act } = await owner.get('act.propose', { pollId, act: publish });
    const replies = await Promise.all(
      [second, third].map((each) => each.ask('act.approve', { pollId, actId: act.id })),
    );
    expect(replies.some(({ ok }) => ok)).toBe(true);
    const { entries } = await owner.get('trail.list', { pollId });
    expect(entries.filter(({ what }) => what === 'act.approved')).toHaveLength(1);
  });
});
