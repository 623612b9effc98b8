import { parseEntry } from '../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import type { Batch } from '../../../../cloudfunctions/shared/store/counting/batches';
import type { Ruling } from '../../../../cloudfunctions/shared/store/counting/rulings';
import { connect, insertAll } from '../../../../scripts/connect';
import { OrganiserClient } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';
import { day, draftToOpen, hour, idsOf, minute, propose, publish, refusedBy, type Act } from './acting';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

let serial = 0;
const newOwner = (): OrganiserClient => new OrganiserClient(cloud.url, `oOpen${(serial += 1)}`);
describe('an open poll', () => {
  async function opened(): Promise<{ owner: OrganiserClient; pollId: string; end: number; voter: VoterClient }> {
    const owner = newOwner();
    const pollId = await draftToOpen(owner, { opensAtOnce: true });
    await propose(owner, pollId, publish);
    cloud.setClock(2 * minute);
    const { poll } = await owner.get('poll.load', { pollId });
    return { owner, pollId, end: poll.stages.verifying, voter: new VoterClient(cloud.url, `${owner.openid}-voter`) };
  }

  it('ends early not before everybody can know, and what comes behind moves with it', async () => {
    const { owner, pollId, end, voter } = await opened();
    const now = Date.now() + 2 * minute;
    const early = (endAt: number): Act => ({ kind: 'endEarly', endAt, reason: '活动提前结束' });
    expect(await propose(owner, pollId, early(now + minute))).toMatchObject(refusedBy('tooSoon'));
    expect(await propose(owner, pollId, early(end))).toMatchObject(refusedBy('notEarlier'));
    const endAt = now + hour;
    expect(await propose(owner, pollId, early(endAt))).toMatchObject({ ok: true });
    const { poll } = await owner.get('poll.load', { pollId });
    expect(poll.stages).toMatchObject({ verifying: endAt, awarded: endAt + 9 * day });
    cloud.setClock(3 * minute);
    const shown = await voter.get('poll.get', { pollId });
    expect(shown.poll).toMatchObject({
      votingEndAt: endAt,
      changes: { count: 1, latest: { what: 'endEarly', reason: '活动提前结束', isAlone: true } },
    });
    const [candidateId = ''] = await idsOf(owner, pollId);
    expect(await voter.cast(pollId, [candidateId])).toMatchObject({ ok: true });
    await cloud.fireTimer('scheduler');
    cloud.setClock(2 * hour);
    expect(await voter.cast(pollId, [candidateId])).toMatchObject({ error: { code: 'POLL_NOT_OPEN' } });
    for (let firing = 0; firing < 8; firing++) await cloud.fireTimer('scheduler');
    expect(await voter.get('standings.get', { pollId })).toMatchObject({ final: true, ballots: 1 });
  });

  it('is prolonged as far as its rules announced', async () => {
    const { owner, pollId, end } = await opened();
    const later = (endAt: number): Act => ({ kind: 'extend', endAt, reason: '方便外出的居民' });
    expect(await propose(owner, pollId, later(end - hour))).toMatchObject(refusedBy('notLater'));
    expect(await propose(owner, pollId, later(end + 2 * day))).toMatchObject(refusedBy('tooLate'));
    expect(await propose(owner, pollId, later(end + hour))).toMatchObject({ ok: true });
    expect((await owner.get('poll.load', { pollId })).poll.stages.verifying).toBe(end + hour);
  });

  it('a candidate that is frozen or withdrawn takes no more votes, says why, and ballots stay', async () => {
    const { owner, pollId, voter } = await opened();
    const [a = '', b = '', c = ''] = await idsOf(owner, pollId);
    await voter.cast(pollId, [a]);
    expect(await propose(owner, pollId, { kind: 'freezeCandidate', candidateId: a, reason: '正在核实' })).toMatchObject(
      {
        ok: true,
      },
    );
    cloud.setClock(3 * minute);
    const late = new VoterClient(cloud.url, `${owner.openid}-late`);
    expect(await late.cast(pollId, [a])).toMatchObject({ error: { code: 'CANDIDATE_WITHDRAWN' } });
    expect((await late.get('poll.get', { pollId })).candidates[0]).toMatchObject({
      withdrawn: true,
      standing: { state: 'frozen', reason: '正在核实' },
    });
    expect(
      await propose(owner, pollId, { kind: 'unfreezeCandidate', candidateId: a, reason: '核实无误' }),
    ).toMatchObject({
      ok: true,
    });
    cloud.setClock(4 * minute);
    expect(await late.cast(pollId, [a])).toMatchObject({ ok: true });
    const out = (candidateId: string): Act => ({ kind: 'withdrawCandidate', candidateId, reason: '单位申请退出' });
    await propose(owner, pollId, out(a));
    await propose(owner, pollId, out(b));
    expect(await propose(owner, pollId, out(c))).toMatchObject(refusedBy('rulesUnsatisfiable'));
    expect(await propose(owner, pollId, { kind: 'unfreezeCandidate', candidateId: a, reason: '反悔' })).toMatchObject(
      refusedBy('alreadyWithdrawn'),
    );
    await cloud.fireTimer('scheduler');
    const { standings } = await owner.get('dashboard.get', { pollId });
    const ranking = standings.hidden ? [] : standings.ranking;
    expect(ranking.map(({ candidateId, votes, rank }) => [candidateId, votes, rank])).toEqual([
      [c, 0, 1],
      [a, 2, null],
      [b, 0, null],
    ]);
  });

  it('that is called off tells its voters why', async () => {
    const { owner, pollId, voter } = await opened();
    await propose(owner, pollId, { kind: 'withdraw', reason: '场地原因取消' });
    cloud.setClock(3 * minute);
    expect(await voter.ask('poll.get', { pollId })).toMatchObject({
      error: { code: 'POLL_NOT_FOUND', details: { withdrawn: { reason: '场地原因取消' } } },
    });
    const [candidateId = ''] = await idsOf(owner, pollId);
    expect(await voter.cast(pollId, [candidateId])).toMatchObject({ error: { code: 'POLL_NOT_FOUND' } });
    expect(await propose(owner, pollId, { kind: 'unpublish', reason: '恢复' })).toMatchObject(
      refusedBy('notPublished'),
    );
  });

  it('tells its team of no ballot ahead of its release, not even whether it is there', async () => {
    const { owner, pollId, voter } = await opened();
    await owner.invite(pollId, `${owner.openid}-second`, 'reviewer');
    const [a = ''] = await idsOf(owner, pollId);
    await voter.cast(pollId, [a]);
    await cloud.fireTimer('scheduler');
    const { poll } = await owner.get('poll.load', { pollId });
    const voiding: Act = { kind: 'voidBallot', index: 2, reason: poll.voidReasons[0] ?? '', clause: '规则第一条' };
    // A release whose files storage has not taken yet.
    const [last] = (await readAll<Batch & { _id: string }>(cloud.url, 'batches', { pollId, n: 1 })).slice(-1);
    if (last === undefined) throw new Error('no release');
    const next = { ...last, _id: `${pollId}:batch:2`, n: 2, tally: { ...last.tally, size: 3 } };
    await insertAll(connect(cloud.url), 'batches', [next]);
    expect(await propose(owner, pollId, voiding)).toMatchObject(refusedBy('noSuchBallot'));
    expect(await propose(owner, pollId, { ...voiding, index: 1 })).toMatchObject({ ok: true });
  });

  it('a ballot is voided by two persons, for a declared reason, and the log takes it in', async () => {
    const { owner, pollId, voter } = await opened();
    const second = await owner.invite(pollId, `${owner.openid}-second`, 'reviewer');
    const [a = ''] = await idsOf(owner, pollId);
    await voter.cast(pollId, [a]);
    await cloud.fireTimer('scheduler');
    const { poll } = await owner.get('poll.load', { pollId });
    const [reason = ''] = poll.voidReasons;
    const clause = '规则第一条';
    const voiding: Act = { kind: 'voidBallot', index: 1, reason, clause };
    expect(await propose(owner, pollId, { ...voiding, index: 99 })).toMatchObject(refusedBy('noSuchBallot'));
    expect(await propose(owner, pollId, { ...voiding, reason: '不喜欢' })).toMatchObject(refusedBy('notDeclared'));
    const { act } = await owner.get('act.propose', { pollId, act: voiding });
    expect(act).toMatchObject({ state: 'waiting', needsSecondPerson: true });
    await second.get('act.approve', { pollId, actId: act.id });
    const [ruling] = await readAll<Ruling>(cloud.url, 'rulings', { pollId });
    expect(ruling).toMatchObject({ kind: 'void', index: 1, reason, clause });
    expect([ruling?.proposer, ruling?.approver]).toEqual([await owner.memberId(pollId), await second.memberId(pollId)]);
    // While the vote is open a ruling waits for the next release; the close is one.
    cloud.setClock(2 * day + hour);
    for (let firing = 0; firing < 20; firing++) await cloud.fireTimer('scheduler');
    expect(await voter.get('standings.get', { pollId })).toMatchObject({ counts: { [a]: 0 } });
    // Its own voter reads it on the receipt, once the public log has it.
    const mine = { pollId, period: 'once', nth: 1 };
    expect(await voter.get('ballot.locate', mine)).toMatchObject({
      index: 1,
      ruling: { kind: 'void', reason, clause },
    });
    const back: Act = { kind: 'restoreBallot', index: 1, reason: '核实无误', clause: '核实记录' };
    const restoring = await owner.get('act.propose', { pollId, act: back });
    await second.get('act.approve', { pollId, actId: restoring.act.id });
    expect(await voter.get('ballot.locate', mine)).toMatchObject({ ruling: { kind: 'void' } });
    cloud.setClock(2 * day + 3 * hour);
    for (let firing = 0; firing < 12; firing++) await cloud.fireTimer('scheduler');
    expect(await voter.get('ballot.locate', mine)).toMatchObject({ ruling: { kind: 'restore', reason: '核实无误' } });
  });

  it('a withdrawal enters the log, whose result ranks the others as if it had never stood', async () => {
    const { owner, pollId, end, voter } = await opened();
    const [a = '', b = ''] = await idsOf(owner, pollId);
    await voter.cast(pollId, [a]);
    const { act } = await owner.get('act.propose', {
      pollId,
      act: { kind: 'withdrawCandidate', candidateId: a, reason: '单位申请退出' },
    });
    expect(act.state).toBe('done');
    const [ruling, ...more] = await readAll<Ruling>(cloud.url, 'rulings', { pollId });
    expect(ruling).toMatchObject({ kind: 'withdraw', candidate: a, reason: '单位申请退出' });
    expect(more).toEqual([]);
    // Later than any test before, as above.
    cloud.setClock(end + 9 * day - Date.now() + hour);
    for (let firing = 0; firing < 20; firing++) await cloud.fireTimer('scheduler');
    const batches = await readAll<Batch & { _id: string }>(cloud.url, 'batches', { pollId });
    const entries = batches.sort((one, other) => one.n - other.n).flatMap((batch) => batch.entries.map(parseEntry));
    expect(entries).toContainEqual(
      expect.objectContaining({ kind: 'withdraw', candidate: a, reason: '单位申请退出', proposer: ruling?.proposer }),
    );
    expect(entries.at(-1)).toMatchObject({
      kind: 'result',
      ballots: 1,
      ranking: [{ candidate: b, rank: 1 }, { rank: 1 }],
      withdrawn: [{ candidate: a, votes: 1, voided: 0 }],
    });
    const back = { kind: 'withdrawCandidate', candidateId: b, reason: '补报材料不实' } as const;
    expect(await propose(owner, pollId, back)).toMatchObject(refusedBy('tooLate'));
  });
});
