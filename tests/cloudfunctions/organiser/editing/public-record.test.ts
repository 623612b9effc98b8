import { connect } from '../../../../scripts/connect';
import { OrganiserClient, readyPoll } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';
import { day, draftToOpen, hour, idsOf, minute, propose, publish } from '../acts/acting';

let cloud: TestCloud;
beforeAll(async () => {
  // One instance, so that it is certain which one has seen the poll before.
  cloud = await startTestCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

let serial = 0;
/** Later than any read before, so that no instance answers from its memory. */
let passed = 0;
const letPass = (): void => cloud.setClock((passed += 10_000));

async function published(change: object = {}): Promise<{ owner: OrganiserClient; pollId: string; voter: VoterClient }> {
  const owner = new OrganiserClient(cloud.url, `oRecord${(serial += 1)}`);
  const pollId = await draftToOpen(owner, { opensAtOnce: true, ...change });
  await propose(owner, pollId, publish);
  return { owner, pollId, voter: new VoterClient(cloud.url, `${owner.openid}-voter`) };
}

describe('the public record of changes', () => {
  it('tells what was changed of a poll, why and when, before and after', async () => {
    const { owner, pollId, voter } = await published({ hotline: '0871-1111 1111' });
    expect(await owner.save(pollId, { hotline: '0871-2222 2222', purpose: '评出好项目' }, '更正电话')).toMatchObject({
      ok: true,
    });
    letPass();
    const record = await voter.get('poll.changes', { pollId });
    expect(record).toMatchObject({ title: '我们的评选', count: 1 });
    expect(record.next).toBeUndefined();
    const [change] = record.changes;
    expect(change).toMatchObject({ number: 1, reason: '更正电话' });
    expect(change?.what.split(',').sort()).toEqual(['hotline', 'purpose']);
    expect(change?.isAlone).toBeUndefined();
    expect(Math.abs((change?.at ?? 0) - Date.now())).toBeLessThan(hour);
    expect(change?.fields).toEqual([
      { field: 'purpose', before: '', after: '评出好项目' },
      { field: 'hotline', before: '0871-1111 1111', after: '0871-2222 2222' },
    ]);
  });

  it('tells who joined later to carry the poll out or to help, and everybody reads it of the poll', async () => {
    const { owner, pollId, voter } = await published({ implementers: '市文化馆、市图书馆' });
    const { poll } = await voter.get('poll.get', { pollId });
    expect(poll.implementers).toBe('市文化馆、市图书馆');
    expect(poll).not.toHaveProperty('coOrganisers');
    expect(await owner.save(pollId, { coOrganisers: '云川日报社' }, '报社来帮忙')).toMatchObject({ ok: true });
    letPass();
    expect((await voter.get('poll.get', { pollId })).poll).toMatchObject({ coOrganisers: '云川日报社' });
    expect((await voter.get('poll.changes', { pollId })).changes[0]?.fields).toEqual([
      { field: 'coOrganisers', before: '', after: '云川日报社' },
    ]);
    await cloud.fireTimer('scheduler');
    const board = await fetch(`${cloud.url}/storage/logs/${pollId}/poll.json`);
    expect(await board.json()).toMatchObject({
      organiser: poll.organiser,
      implementers: '市文化馆、市图书馆',
      coOrganisers: '云川日报社',
    });
  });

  it('tells what was changed of a candidate, text by text, and of its pictures how many there are', async () => {
    const { owner, pollId, voter } = await published();
    const [candidateId = ''] = await idsOf(owner, pollId);
    const picture = await owner.upload(`polls/${pollId}/a.jpg`, 'picture');
    const { candidate } = await owner.get('candidate.load', { pollId, candidateId });
    const change = {
      unit: '市民政局',
      facts: [{ figure: '216', unit: '个', label: '社区开饭' }],
      criteria: [{ criterion: 'innovation' as const, text: '用菜场的闲置摊位' }],
      pictures: [picture],
    };
    const answer = await owner.ask('candidate.save', {
      pollId,
      candidateId,
      version: candidate.version,
      change,
      reason: '补充介绍',
    });
    expect(answer).toMatchObject({ ok: true });
    letPass();
    const { changes } = await voter.get('poll.changes', { pollId });
    expect(changes).toMatchObject([
      {
        what: 'candidate.unit,candidate.facts,candidate.criteria,candidate.pictures',
        candidate: { id: candidateId, number: 1, name: '第一项' },
        reason: '补充介绍',
        fields: [
          { field: 'candidate.unit', before: '', after: '市民政局' },
          { field: 'candidate.facts', before: '', after: '216个 社区开饭' },
          { field: 'candidate.criteria.innovation', before: '', after: '用菜场的闲置摊位' },
          { field: 'candidate.pictures', before: 0, after: 1 },
        ],
      },
    ]);
  });

  it('does not enter what changes nothing', async () => {
    const { owner, pollId, voter } = await published();
    const [candidateId = ''] = await idsOf(owner, pollId);
    const { candidate } = await owner.get('candidate.load', { pollId, candidateId });
    const { version, unit, sentence } = candidate;
    await owner.get('candidate.save', { pollId, candidateId, version, change: { unit, sentence }, reason: '没有改' });
    await owner.save(pollId, { hotline: '' }, '没有改');
    letPass();
    expect((await voter.get('poll.get', { pollId })).poll.changes).toBeUndefined();
    expect(await voter.get('poll.changes', { pollId })).toMatchObject({ count: 0, changes: [] });
  });

  it('tells each time that moves with the end, and that one person did it alone', async () => {
    const { owner, pollId, voter } = await published();
    passed += 2 * minute;
    letPass();
    const { stages } = (await owner.get('poll.load', { pollId })).poll;
    const endAt = stages.verifying + hour;
    await propose(owner, pollId, { kind: 'extend', endAt, reason: '方便外出的居民' });
    letPass();
    const { changes } = await voter.get('poll.changes', { pollId });
    const moved = (at: number | undefined): object => ({ before: at, after: (at ?? 0) + hour });
    expect(changes).toMatchObject([
      {
        what: 'extend',
        reason: '方便外出的居民',
        isAlone: true,
        fields: [
          { field: 'stages.verifying', ...moved(stages.verifying) },
          { field: 'stages.awarded', ...moved(stages.awarded) },
        ],
      },
    ]);
  });

  it('tells what was done with a candidate, and by whom it was enough', async () => {
    const { owner, pollId, voter } = await published();
    const [candidateId = ''] = await idsOf(owner, pollId);
    await propose(owner, pollId, { kind: 'freezeCandidate', candidateId, reason: '正在核实' });
    await propose(owner, pollId, { kind: 'unfreezeCandidate', candidateId, reason: '核实无误' });
    const editor = await owner.invite(pollId, `${owner.openid}-editor`, 'editor');
    const { act } = await editor.get('act.propose', {
      pollId,
      act: { kind: 'withdrawCandidate', candidateId, reason: '单位申请退出' },
    });
    await owner.get('act.approve', { pollId, actId: act.id });
    letPass();
    const { changes } = await voter.get('poll.changes', { pollId });
    expect(changes.map(({ what, candidate, reason, isAlone }) => [what, candidate?.name, reason, isAlone])).toEqual([
      ['withdrawCandidate', '第一项', '单位申请退出', undefined],
      ['unfreezeCandidate', '第一项', '核实无误', true],
      ['freezeCandidate', '第一项', '正在核实', true],
    ]);
    const { candidates, poll } = await voter.get('poll.get', { pollId });
    expect(candidates[0]?.standing).toEqual({ state: 'withdrawn', reason: '单位申请退出' });
    expect(poll.changes).toMatchObject({ count: 3, latest: { what: 'withdrawCandidate', candidateId } });
  });

  it('an act that was cut short before the record is entered when it is finished, and once', async () => {
    const { owner, pollId, voter } = await published();
    const [candidateId = ''] = await idsOf(owner, pollId);
    const { act } = await owner.get('act.propose', {
      pollId,
      act: { kind: 'freezeCandidate', candidateId, reason: '正在核实' },
    });
    const db = connect(cloud.url).database();
    await db
      .collection('polls')
      .where({ _id: pollId })
      .update({ changes: db.command.set([]) });
    await db.collection('proposals').where({ _id: act.id }).update({ state: 'approved' });
    await owner.get('act.approve', { pollId, actId: act.id });
    await db.collection('proposals').where({ _id: act.id }).update({ state: 'approved' });
    await owner.get('act.approve', { pollId, actId: act.id });
    letPass();
    expect((await voter.get('poll.changes', { pollId })).changes).toMatchObject([
      { what: 'freezeCandidate', candidate: { id: candidateId }, reason: '正在核实', isAlone: true },
    ]);
  });

  it('a poll that was taken back and published again says both', async () => {
    const owner = new OrganiserClient(cloud.url, `oRecord${(serial += 1)}`);
    const now = Date.now();
    const stages = { voting: now + day, verifying: now + 2 * day };
    const pollId = await readyPoll(owner, { stages, opensAtOnce: false });
    await propose(owner, pollId, publish);
    await propose(owner, pollId, { kind: 'unpublish', reason: '候选要补一项' });
    await propose(owner, pollId, publish);
    const voter = new VoterClient(cloud.url, `${owner.openid}-voter`);
    letPass();
    const { changes } = await voter.get('poll.changes', { pollId });
    expect(changes.map(({ what, reason }) => [what, reason])).toEqual([
      ['publish', ''],
      ['unpublish', '候选要补一项'],
    ]);
  });

  it('of two who save at once one is entered, with what it found and what it made', async () => {
    const { owner, pollId, voter } = await published();
    const [candidateId = ''] = await idsOf(owner, pollId);
    const { candidate } = await owner.get('candidate.load', { pollId, candidateId });
    const saves = ['一', '二', '三', '四'].map((unit) =>
      owner.ask('candidate.save', {
        pollId,
        candidateId,
        version: candidate.version,
        change: { unit },
        reason: `改成${unit}`,
      }),
    );
    const done = (await Promise.all(saves)).filter(({ ok }) => ok);
    expect(done).toHaveLength(1);
    letPass();
    const { changes } = await voter.get('poll.changes', { pollId });
    const { unit } = (await owner.get('candidate.load', { pollId, candidateId })).candidate;
    expect(changes).toMatchObject([
      { reason: `改成${unit}`, fields: [{ field: 'candidate.unit', before: '', after: unit }] },
    ]);
    expect(await readAll(cloud.url, 'changes', { _id: new RegExp(`^${pollId}:`) })).toHaveLength(1);
  });

  it('two hundred long changes make the first screen no longer, and come in pages that a phone takes', async () => {
    const { owner, pollId, voter } = await published();
    const [candidateId = ''] = await idsOf(owner, pollId);
    letPass();
    const bare = JSON.stringify(await voter.get('poll.get', { pollId })).length;
    // What an organiser may write at most, so often as the record takes it.
    const reason = '因'.repeat(200);
    const texts = ['甲', '乙'].map((letter) => letter.repeat(1000));
    for (let count = 0; count < 100; count++) {
      expect(await owner.save(pollId, { purpose: texts[count % 2] ?? '' }, reason)).toMatchObject({ ok: true });
      const { candidate } = await owner.get('candidate.load', { pollId, candidateId });
      await owner.get('candidate.save', {
        pollId,
        candidateId,
        version: candidate.version,
        reason,
        change: { criteria: [{ criterion: 'innovation', text: texts[count % 2] ?? '' }] },
      });
    }
    expect(await owner.save(pollId, { purpose: '' }, reason)).toMatchObject({ error: { code: 'LIMIT_REACHED' } });
    letPass();
    await voter.get('poll.get', { pollId });
    cloud.resetStats();
    const full = JSON.stringify(await voter.get('poll.get', { pollId })).length;
    // The voter's own: the scheduler, whom publishing has called, may read meanwhile.
    expect(cloud.stats().byFunction['voter']?.['database.getDocument']).toBe(1);
    // The latest reason, and the purpose that stands now.
    expect(full - bare).toBeLessThan(200 + 1000 + 200);

    const seen: number[] = [];
    let before: number | undefined;
    do {
      cloud.resetStats();
      const page = await voter.get('poll.changes', before === undefined ? { pollId } : { pollId, before });
      // The voter's own: the scheduler, whom publishing has called, may read meanwhile.
      expect(cloud.stats().byFunction['voter']?.['database.getDocument']).toBe(1);
      expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(100_000);
      expect(page.count).toBe(200);
      seen.push(...page.changes.map(({ number }) => number));
      before = page.next;
    } while (before !== undefined);
    expect(seen).toEqual(Array.from({ length: 200 }, (_, index) => 200 - index));
  }, 120_000);

  it('says whether acts need two persons, and knows no poll that is not public', async () => {
    const { pollId, voter } = await published();
    letPass();
    expect((await voter.get('poll.get', { pollId })).poll.secondPerson).toBeUndefined();
    expect(await voter.ask('poll.changes', { pollId: 'nowhere' })).toMatchObject({
      error: { code: 'POLL_NOT_FOUND', details: { field: 'pollId' } },
    });
    expect(await voter.ask('poll.changes', { pollId, before: 0 })).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { field: 'before' } },
    });
  });
});
