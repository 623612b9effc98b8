import type { Act } from '../../organiser/acts/acting';
import { newPerson, objection, signed } from '../../participant/objecting';
import {
  at,
  closedAward,
  notice,
  noticeEnd,
  outcomeFile,
  setTime,
  settle,
  type Team,
} from '../../../support/awarded-poll';
import { eventually } from '../../../support/eventually';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { boardOf, kindsBehindClose, pollOf } from '../support/outcome-views';

jest.setTimeout(300_000);

let cloud: TestCloud;
let team: Team;
beforeAll(async () => {
  cloud = await startTestCloud();
  team = await closedAward(cloud, 'cut');
});
afterAll(() => cloud.close());

type Asked = Awaited<ReturnType<Team['owner']['ask']>> | { errCode: number };

/** The instance that carries an act out dies behind its n-th write. @returns its answer, and how far it came */
async function dyingBehind(n: number, ask: () => Promise<Asked>): Promise<{ answer: Asked; writes: number }> {
  let writes = 0;
  const stop = cloud.onDatabaseCall({
    after: ({ functionName, action }) =>
      functionName === 'organiser' && /insert|update|modify|remove/i.test(action) && (writes += 1) === n
        ? { killInstance: true }
        : undefined,
  });
  const answer = await ask();
  stop();
  return { answer, writes };
}

/** Asks for the same again and again, each time cut short one write later. @returns how many times it was */
async function throughDeaths(ask: () => Promise<Asked>): Promise<number> {
  for (let n = 1; n < 20; n++) {
    const { answer, writes } = await dyingBehind(n, ask);
    if (writes < n) {
      // Nobody died: the act is done, or it says that it was done before.
      if (!('ok' in answer && answer.ok)) expect(answer).toMatchObject({ error: { code: 'ACT_DECIDED' } });
      return n - 1;
    }
  }
  throw new Error('it never comes to its end');
}

async function doneOf(kind: Act['kind']): Promise<number> {
  const { acts } = await team.owner.get('act.list', { pollId: team.pollId });
  return acts.filter(({ act, state }) => act.kind === kind && state === 'done').length;
}

/**
 * Both propose it at once, each in their own words; of the two one waits. Whoever did not propose it approves it, cut short behind each
 * of its writes, three times at once in the end, and it is done once.
 */
async function atOnceAndCutShort(act: Act, another: Act): Promise<void> {
  const { pollId, owner, reviewer } = team;
  const before = await doneOf(act.kind);
  const both = await Promise.all([
    owner.ask('act.propose', { pollId, act }),
    reviewer.ask('act.propose', { pollId, act: another }),
  ]);
  expect({ kind: act.kind, ok: both.map(({ ok }) => ok).sort() }).toEqual({ kind: act.kind, ok: [false, true] });
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'ACT_DECIDED', details: { state: 'waiting' } } });
  const [mine] = both;
  const approver = mine.ok ? reviewer : owner;
  const waiting = (await owner.get('act.list', { pollId })).acts.filter(({ state }) => state === 'waiting');
  expect(waiting).toHaveLength(1);
  const actId = waiting[0]?.id ?? '';
  const approve = (): Promise<Asked> => approver.ask('act.approve', { pollId, actId });
  expect(await throughDeaths(approve)).toBeGreaterThan(1);
  await Promise.all([approve(), approve(), approve()]);
  expect(await doneOf(act.kind)).toBe(before + 1);
  await settle(cloud);
}

async function accepted(more: object = {}): Promise<string> {
  const { id } = await newPerson(cloud).take('objection.submit', objection(team.pollId, { signed, ...more }));
  const reason = '与评选有关，受理。';
  await team.owner.get('objection.accept', { pollId: team.pollId, objectionId: id, isAccepted: true, reason });
  return id;
}

// One poll goes its way; each step needs the ones before.
describe('an act behind the close, proposed by two at once and cut short behind each of its writes, is done once', () => {
  it('the verification', async () => {
    await atOnceAndCutShort({ kind: 'certifyCount', note: '两人核对' }, { kind: 'certifyCount', note: '又核对一遍' });
    expect((await team.owner.get('outcome.steps', { pollId: team.pollId })).steps[0]).toMatchObject({ state: 'done' });
  });

  it('the notice, and its extension', async () => {
    setTime(cloud, at('2026-02-13T09:00'));
    await atOnceAndCutShort(notice(noticeEnd), notice(noticeEnd, { note: '另一份' }));
    await eventually(async () => {
      await cloud.fireTimer('scheduler');
      expect((await outcomeFile(cloud, team.pollId))?.notices).toHaveLength(1);
    });
    const later = at('2026-03-03T00:00');
    await atOnceAndCutShort(
      { kind: 'extendNotice', until: later, reason: '有人在外地' },
      { kind: 'extendNotice', until: later, reason: '要多留几天' },
    );
    expect(await kindsBehindClose(cloud, team.pollId)).toEqual(['notice', 'notice']);
  });

  it('the answer to an objection', async () => {
    const objectionId = await accepted();
    const answer = (summary: string): Act => {
      return { kind: 'answerObjection', objectionId, decision: 'rejected', actIds: [], summary };
    };
    await atOnceAndCutShort(answer('查过了，没有发现。'), answer('另一个答复。'));
    const { objections } = await team.owner.get('objection.list', { pollId: team.pollId });
    expect(objections).toMatchObject([{ state: 'rejected', answer: { decision: 'rejected' } }]);
  });

  it('the award, and its revocation', async () => {
    setTime(cloud, at('2026-03-03T09:00'));
    const { pollId, owner, ids } = team;
    // Both say the same, so of two at once both are told of the one that waits.
    const award = { kind: 'award' } as const;
    const both = await Promise.all([
      owner.get('act.propose', { pollId, act: award }),
      team.reviewer.get('act.propose', { pollId, act: award }),
    ]);
    expect(new Set(both.map(({ act }) => act.id)).size).toBe(1);
    const [{ act }] = both;
    const approver = act.canApprove ? owner : team.reviewer;
    const approve = (): Promise<Asked> => approver.ask('act.approve', { pollId, actId: act.id });
    expect(await throughDeaths(approve)).toBeGreaterThan(1);
    await Promise.all([approve(), approve()]);
    await settle(cloud);
    expect(await kindsBehindClose(cloud, pollId)).toEqual(['notice', 'notice', 'result']);
    expect((await pollOf(cloud, pollId)).stage).toBe('awarded');
    const revoke = { kind: 'revokeAward', candidateId: ids[0] ?? '', clause: '第九条' } as const;
    await atOnceAndCutShort({ ...revoke, reason: '材料不实' }, { ...revoke, reason: '另一个原因' });
    expect(await kindsBehindClose(cloud, pollId)).toEqual(['notice', 'notice', 'result', 'revoke']);
  });

  it('the archiving, by the owner alone', async () => {
    const { pollId, owner } = team;
    const archive = (): Promise<Asked> =>
      owner.ask('act.propose', { pollId, act: { kind: 'archivePoll', reason: '办完了' } });
    await Promise.all([dyingBehind(2, archive), archive()]);
    await archive();
    await settle(cloud);
    expect((await pollOf(cloud, pollId)).stage).toBe('archived');
    expect((await boardOf(cloud, pollId))['reached']).toMatchObject({ archived: expect.any(Number) });
  });

  it('the calling off of another poll', async () => {
    team = await closedAward(cloud, 'cutoff');
    const reason = '主办方撤销了评选';
    await atOnceAndCutShort({ kind: 'callOff', reason }, { kind: 'callOff', reason: '另一个原因' });
    expect(await kindsBehindClose(cloud, team.pollId)).toEqual(['callOff']);
    expect(await pollOf(cloud, team.pollId)).toMatchObject({ isCalledOff: true });
  });
});
