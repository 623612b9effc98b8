import { describePython } from '../../../scripts/recount/python-recount';
import { VoterClient } from '../../../support/voter-client';
import { readLedger } from '../../../support/ledger';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import {
  at,
  byTwo,
  closedAward,
  notice,
  noticedAward,
  noticeEnd,
  openAward,
  outcomeFile,
  setTime,
  settle,
} from '../../../support/awarded-poll';
import { refusedBy } from '../../organiser/acts/acting';
import { boardOf, kindsBehindClose, pollOf, recounts } from '../support/outcome-views';

jest.setTimeout(120_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

describe('a notice', () => {
  it('goes up once of two at once, and an award too', async () => {
    const team = await closedAward(cloud, 'twice');
    const { pollId, owner, reviewer } = team;
    await byTwo(team, { kind: 'certifyCount', note: '' });
    setTime(cloud, at('2026-02-13T09:00'));
    const twin = await Promise.all([
      owner.ask('act.propose', { pollId, act: notice(noticeEnd) }),
      reviewer.ask('act.propose', { pollId, act: notice(noticeEnd, { note: '另一份' }) }),
    ]);
    expect(twin.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(twin.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'ACT_DECIDED' } });
    const [waiting] = (await owner.get('act.list', { pollId })).acts;
    const approver = waiting?.canApprove === true ? owner : reviewer;
    const actId = waiting?.id ?? '';
    await Promise.all([1, 2, 3].map(() => approver.ask('act.approve', { pollId, actId })));
    await Promise.all([settle(cloud), settle(cloud)]);
    expect(await kindsBehindClose(cloud, pollId)).toEqual(['notice']);
    setTime(cloud, noticeEnd);
    const award = await owner.get('act.propose', { pollId, act: { kind: 'award' } });
    await Promise.all([1, 2, 3].map(() => reviewer.ask('act.approve', { pollId, actId: award.act.id })));
    await Promise.all([settle(cloud), settle(cloud)]);
    expect(await kindsBehindClose(cloud, pollId)).toEqual(['notice', 'result']);
  });

  it('is not for one who only edits', async () => {
    const { pollId, editor } = await closedAward(cloud, 'roles');
    const acts = [
      { kind: 'certifyCount', note: '' },
      notice(noticeEnd),
      { kind: 'extendNotice', until: noticeEnd, reason: '再等' },
      { kind: 'award' },
      { kind: 'callOff', reason: '不办了' },
      { kind: 'archivePoll', reason: '办完了' },
    ] as const;
    for (const act of acts) {
      expect(await editor.ask('act.propose', { pollId, act })).toMatchObject({ error: { code: 'ROLE_NOT_ALLOWED' } });
    }
  });

  it('that the scheduler takes in days late is refused where it would be too short by then', async () => {
    const team = await closedAward(cloud, 'late');
    await byTwo(team, { kind: 'certifyCount', note: '' });
    setTime(cloud, at('2026-02-13T09:00'));
    // The scheduler reaches no database for a week and a half.
    const refuse = { code: 'DATABASE_REQUEST_FAILED', message: '[ResourceUnavailable] no answer' };
    const before = ({ functionName }: { functionName: string | undefined }): { refuse: typeof refuse } | undefined =>
      functionName === 'scheduler' ? { refuse } : undefined;
    const repair = cloud.onDatabaseCall({ before });
    expect(await byTwo(team, notice(noticeEnd))).toMatchObject({ ok: true });
    setTime(cloud, at('2026-02-24T09:00'));
    await settle(cloud);
    repair();
    await settle(cloud);
    expect(await kindsBehindClose(cloud, team.pollId)).toEqual([]);
    expect((await pollOf(cloud, team.pollId)).stage).toBe('verifying');
    // From the 24th on it is the 2nd of March that ends it.
    expect((await team.owner.get('outcome.steps', { pollId: team.pollId })).next?.earliestUntil).toBe(
      at('2026-03-03T00:00'),
    );
    expect(await byTwo(team, notice(at('2026-03-03T00:00')))).toMatchObject({ ok: true });
    await settle(cloud);
    expect(await kindsBehindClose(cloud, team.pollId)).toEqual(['notice']);
  });
});

describePython('calling off', () => {
  it('ends an open poll by two persons: ballots that came stay, nothing comes behind it, and no result', async () => {
    const team = await openAward(cloud, 'off');
    const { pollId, owner, ids } = team;
    const voter = new VoterClient(cloud.url, 'oVotesOff');
    expect(await voter.cast(pollId, [ids[0] ?? ''])).toMatchObject({ ok: true });
    expect(await owner.ask('act.propose', { pollId, act: { kind: 'withdraw', reason: '不办了' } })).toMatchObject(
      refusedBy('callOffInstead'),
    );
    const now = at('2026-02-10T10:00');
    setTime(cloud, now);
    expect(await byTwo(team, { kind: 'callOff', reason: '主办方解散' })).toMatchObject({ ok: true });
    setTime(cloud, now + 10_000);
    expect(await new VoterClient(cloud.url, 'oLate').cast(pollId, [ids[0] ?? ''])).toMatchObject({
      error: { code: 'POLL_NOT_OPEN' },
    });
    setTime(cloud, now + 3 * 60_000);
    await settle(cloud, 10);
    expect(await kindsBehindClose(cloud, pollId)).toEqual(['callOff']);
    const { ballots, standings } = await readLedger(cloud.url, pollId);
    expect(ballots.every(({ batch }) => batch !== null && batch >= 0)).toBe(true);
    expect(standings?.dueAt).toBeNull();
    expect(await pollOf(cloud, pollId)).toMatchObject({ isCalledOff: true, callOff: { reason: '主办方解散' } });
    expect((await outcomeFile(cloud, pollId))?.callOff).toMatchObject({ reason: '主办方解散' });
    expect(await boardOf(cloud, pollId)).toMatchObject({ callOff: { reason: '主办方解散' } });
    setTime(cloud, at('2026-04-10T10:00'));
    await settle(cloud);
    expect(await kindsBehindClose(cloud, pollId)).toEqual(['callOff']);
    for (const act of [{ kind: 'callOff', reason: '再来' }, { kind: 'award' }] as const)
      expect(await byTwo(team, act)).toMatchObject(refusedBy('alreadyCalledOff'));
    const [node, python] = await recounts(cloud, pollId);
    expect(node).toMatchObject({ ok: true, calledOff: true });
    expect(python).toEqual(node);
  });

  it('behind a notice leaves the notice readable', async () => {
    const team = await noticedAward(cloud, 'offlate');
    expect(await byTwo(team, { kind: 'callOff', reason: '评选违规' })).toMatchObject({ ok: true });
    await settle(cloud);
    expect(await kindsBehindClose(cloud, team.pollId)).toEqual(['notice', 'callOff']);
    expect(await outcomeFile(cloud, team.pollId)).toMatchObject({
      notices: [{ n: 1 }],
      callOff: { reason: '评选违规' },
    });
    setTime(cloud, noticeEnd + 60_000);
    expect(await byTwo(team, { kind: 'award' })).toMatchObject(refusedBy('alreadyCalledOff'));
  });
});
