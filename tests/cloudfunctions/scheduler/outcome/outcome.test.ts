import { parseEntry } from '../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import { describePython } from '../../../scripts/recount/python-recount';
import { readLedger } from '../../../support/ledger';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import {
  at,
  byTwo,
  closedAward,
  notice,
  noticeEnd,
  outcomeFile,
  setTime,
  settle,
  voteEnd,
  type Team,
} from '../../../support/awarded-poll';
import { refusedBy } from '../../organiser/acts/acting';
import { boardOf, kindsBehindClose, pollOf, recounts } from '../support/outcome-views';

jest.setTimeout(120_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

describePython('from the close to the award', () => {
  let team: Team;
  beforeAll(async () => {
    team = await closedAward(cloud, 'whole');
  });

  it('no time brings a result where a notice is owed, and what is late is said to be late', async () => {
    const { pollId } = team;
    setTime(cloud, at('2026-03-20T09:00'));
    await settle(cloud);
    expect(await kindsBehindClose(cloud, pollId)).toEqual([]);
    const poll = await pollOf(cloud, pollId);
    expect(poll).toMatchObject({ stage: 'verifying', noticeDays: 5 });
    expect(poll.timeline.map(({ stage, isLate = false }) => [stage, isLate])).toEqual([
      ['voting', false],
      ['verifying', false],
      ['notice', true],
      ['awarded', true],
    ]);
    expect(await boardOf(cloud, pollId)).toMatchObject({ reached: {} });
    // Nothing is planned, so a poll that waits for its organisers costs nothing.
    expect((await readLedger(cloud.url, pollId)).standings?.dueAt).toBeNull();
    setTime(cloud, voteEnd + 5 * 60_000);
  });

  it('acts in the wrong order are refused by name', async () => {
    expect(await byTwo(team, notice(noticeEnd))).toMatchObject(refusedBy('notCertified'));
    expect(await byTwo(team, { kind: 'extendNotice', until: noticeEnd, reason: '再等几天' })).toMatchObject(
      refusedBy('notNoticed'),
    );
    expect(await byTwo(team, { kind: 'award' })).toMatchObject(refusedBy('notNoticed'));
    const revoke = {
      kind: 'revokeAward',
      candidateId: team.ids[0] ?? '',
      reason: '弄虚作假',
      clause: '第三条',
    } as const;
    expect(await byTwo(team, revoke)).toMatchObject(refusedBy('notAwarded'));
    expect(
      await team.owner.ask('act.propose', { pollId: team.pollId, act: { kind: 'archivePoll', reason: '办完了' } }),
    ).toMatchObject(refusedBy('notAwarded'));
  });

  it('is verified by the server’s own recount of what is public', async () => {
    const { pollId, owner } = team;
    const { standings } = await readLedger(cloud.url, pollId);
    expect(standings?.recounted).toMatchObject({ size: standings?.log?.size });
    const before = await owner.get('outcome.steps', { pollId });
    expect(before.checks.map(({ check, state }) => [check, state])).toEqual([
      ['log', 'done'],
      ['recount', 'done'],
      ['inquiries', 'done'],
      ['jury', 'done'],
      ['withdrawals', 'done'],
    ]);
    expect(before.steps.map(({ step, state }) => [step, state])).toEqual([
      ['verification', 'next'],
      ['notice', 'later'],
      ['award', 'later'],
    ]);
    expect(before.log?.root).toBe(standings?.recounted?.root);
    const wrong = { kind: 'certifyCount', note: '', root: '0'.repeat(64) } as const;
    expect(await byTwo(team, wrong)).toMatchObject(refusedBy('recountDiffers'));
    expect(await byTwo(team, { kind: 'certifyCount', note: '已核对' })).toMatchObject({ ok: true });
    const after = await owner.get('outcome.steps', { pollId });
    expect(after.certified).toMatchObject({ note: '已核对', root: before.log?.root });
    expect(after.certified?.isByHand).toBeUndefined();
    expect(after.steps.map(({ state }) => state)).toEqual(['done', 'next', 'later']);
    expect(await byTwo(team, { kind: 'certifyCount', note: '' })).toMatchObject(refusedBy('alreadyCertified'));
  });

  it('a notice over the Spring Festival is up until five working days are over, and never shorter', async () => {
    const { pollId, owner } = team;
    setTime(cloud, at('2026-02-13T09:00'));
    const { next } = await owner.get('outcome.steps', { pollId });
    expect(next).toMatchObject({ earliestUntil: noticeEnd, owedDays: 5, winners: [{ rank: 1 }, { rank: 2 }] });
    expect(await byTwo(team, notice(at('2026-02-21T00:00')))).toMatchObject(refusedBy('tooShort'));
    expect(await byTwo(team, notice(noticeEnd - 1))).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect(await byTwo(team, notice(at('2036-02-28T00:00')))).toMatchObject(refusedBy('tooLate'));
    expect(await byTwo(team, notice(noticeEnd))).toMatchObject({ ok: true });
    await settle(cloud);
    expect(await kindsBehindClose(cloud, pollId)).toEqual(['notice']);
    const poll = await pollOf(cloud, pollId);
    expect(poll.stage).toBe('notice');
    expect(poll.outcome).toMatchObject({
      notice: {
        n: 1,
        from: expect.any(Number) as number,
        until: noticeEnd,
        office: '市纪委监督室',
        phone: '0595-12345',
      },
      winners: [
        { candidate: team.ids[0], rank: 1 },
        { candidate: team.ids[1], rank: 2 },
      ],
      revoked: [],
    });
    expect(await boardOf(cloud, pollId)).toMatchObject({
      notice: { until: noticeEnd },
      reached: { notice: poll.outcome?.notice?.from },
    });
    expect(await outcomeFile(cloud, pollId)).toMatchObject({
      v: 1,
      pollId,
      owedDays: 5,
      notices: [{ n: 1, until: noticeEnd, ballots: 6, voids: [], winners: [{ rank: 1 }, { rank: 2 }] }],
    });
  });

  it('an award waits for the end of the notice, and for what was decided since', async () => {
    expect(await byTwo(team, { kind: 'award' })).toMatchObject(refusedBy('noticeRunning'));
    setTime(cloud, at('2026-02-24T10:00'));
    const withdrawal = { kind: 'withdrawCandidate', candidateId: team.ids[1] ?? '', reason: '材料不实' } as const;
    expect(await team.owner.ask('act.propose', { pollId: team.pollId, act: withdrawal })).toMatchObject({ ok: true });
    await settle(cloud);
    setTime(cloud, at('2026-02-28T10:00'));
    expect(await byTwo(team, { kind: 'award' })).toMatchObject(refusedBy('noticeStale'));
    expect((await team.owner.get('outcome.steps', { pollId: team.pollId })).notice?.isStale).toBe(true);
  });

  it('a corrected notice runs its full length again, and the earlier one stays readable', async () => {
    const { pollId } = team;
    // 28 February is a working Saturday: five working days from the 2nd of March.
    const until = at('2026-03-07T00:00');
    const tooEarly = notice(at('2026-03-06T00:00'), { reason: '名单有变' });
    expect(await byTwo(team, tooEarly)).toMatchObject(refusedBy('tooShort'));
    expect(await byTwo(team, notice(until))).toMatchObject(refusedBy('reasonMissing'));
    expect(await byTwo(team, notice(until, { reason: '一项候选退出，名单有变' }))).toMatchObject({ ok: true });
    await settle(cloud);
    const file = await outcomeFile(cloud, pollId);
    expect(
      file?.notices.map(({ n, until: end, winners }) => [n, end, winners.map(({ candidate }) => candidate)]),
    ).toEqual([
      [1, noticeEnd, [team.ids[0], team.ids[1]]],
      [2, until, [team.ids[0], team.ids[2]]],
    ]);
    expect(file?.notices.map(({ reason }) => reason)).toEqual([undefined, '一项候选退出，名单有变']);
    const extension = { kind: 'extendNotice', reason: '方便查阅' } as const;
    expect(await byTwo(team, { ...extension, until: until - 86_400_000 })).toMatchObject(refusedBy('notLater'));
    expect(await byTwo(team, { ...extension, until: at('2026-03-10T00:00') })).toMatchObject({ ok: true });
    await settle(cloud);
    const extended = await outcomeFile(cloud, pollId);
    expect(extended?.notices[2]).toMatchObject({ n: 3, reason: '方便查阅', office: '市纪委监督室' });
  });

  it('is awarded by two persons, and everybody sees the result', async () => {
    const { pollId, owner } = team;
    setTime(cloud, at('2026-03-10T00:00'));
    expect(await byTwo(team, { kind: 'award' })).toMatchObject({ ok: true });
    await settle(cloud);
    expect(await kindsBehindClose(cloud, pollId)).toEqual(['notice', 'withdraw', 'notice', 'notice', 'result']);
    const poll = await pollOf(cloud, pollId);
    expect(poll).toMatchObject({ stage: 'awarded', outcome: { awardedAt: expect.any(Number) as number } });
    const file = await outcomeFile(cloud, pollId);
    expect(file?.result).toMatchObject({ leaf: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(parseEntry(file?.result?.entry ?? '')).toMatchObject({ kind: 'result', v: 2 });
    expect(await byTwo(team, { kind: 'award' })).toMatchObject(refusedBy('alreadyAwarded'));
    expect(await byTwo(team, { kind: 'callOff', reason: '不办了' })).toMatchObject(refusedBy('alreadyAwarded'));
    const late = { kind: 'withdrawCandidate', candidateId: team.ids[0] ?? '', reason: '太晚了' } as const;
    expect(await owner.ask('act.propose', { pollId, act: late })).toMatchObject(refusedBy('alreadyAwarded'));
    expect((await owner.get('outcome.steps', { pollId })).steps.map(({ state }) => state)).toEqual([
      'done',
      'done',
      'done',
    ]);
  });

  it('an award is taken back for good, and both recounters agree on all of it', async () => {
    const { pollId } = team;
    const revoke = {
      kind: 'revokeAward',
      candidateId: team.ids[0] ?? '',
      reason: '弄虚作假',
      clause: '第三条',
    } as const;
    const loser = { ...revoke, candidateId: team.ids[1] ?? '' };
    expect(await byTwo(team, loser)).toMatchObject(refusedBy('notAWinner'));
    expect(await byTwo(team, revoke)).toMatchObject({ ok: true });
    await settle(cloud);
    expect(await byTwo(team, revoke)).toMatchObject(refusedBy('alreadyRevoked'));
    expect((await pollOf(cloud, pollId)).outcome?.revoked).toEqual([team.ids[0]]);
    expect((await outcomeFile(cloud, pollId))?.revocations).toMatchObject([
      { candidate: team.ids[0], reason: '弄虚作假' },
    ]);
    const [node, python] = await recounts(cloud, pollId);
    expect(node).toMatchObject({ ok: true, notices: 3, revoked: [team.ids[0]] });
    expect(python).toEqual(node);
  });

  it('is archived by its owner, or by itself after ninety days', async () => {
    const { pollId, owner, reviewer } = team;
    const archive = { kind: 'archivePoll', reason: '都办完了' } as const;
    expect(await reviewer.ask('act.propose', { pollId, act: archive })).toMatchObject({
      error: { code: 'ROLE_NOT_ALLOWED' },
    });
    setTime(cloud, at('2026-03-10T00:00') + 91 * 86_400_000);
    await settle(cloud);
    expect((await pollOf(cloud, pollId)).stage).toBe('archived');
    expect(await owner.ask('act.propose', { pollId, act: archive })).toMatchObject(refusedBy('alreadyArchived'));
  });
});
