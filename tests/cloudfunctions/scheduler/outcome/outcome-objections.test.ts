import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { at, byTwo, noticedAward, noticeEnd, setTime, settle, type Team } from '../../../support/awarded-poll';
import type { OrganiserClient } from '../../../support/organiser-client';
import type { Act } from '../../organiser/acts/acting';
import { refusedBy } from '../../organiser/acts/acting';
import { newPerson, objection, publicList, signed } from '../../participant/objecting';

jest.setTimeout(120_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

type Answer = Extract<Act, { kind: 'answerObjection' }>;

function answer(objectionId: string, more: Partial<Answer> = {}): Answer {
  return {
    kind: 'answerObjection',
    objectionId,
    decision: 'rejected',
    summary: '查过了，没有发现。',
    actIds: [],
    ...more,
  };
}

/** Somebody who objects, and what they object to. */
async function objected(team: Team, more: object): Promise<{ resident: OrganiserClient; id: string }> {
  const resident = newPerson(cloud);
  const { id } = await resident.take('objection.submit', objection(team.pollId, { signed, ...more }));
  return { resident, id };
}

async function accepted(team: Team, more: object): Promise<{ resident: OrganiserClient; id: string }> {
  const made = await objected(team, more);
  const reason = '与评选有关，受理。';
  await team.owner.get('objection.accept', { pollId: team.pollId, objectionId: made.id, isAccepted: true, reason });
  return made;
}

const stateOf = async (team: Team, id: string): Promise<string | undefined> =>
  (await team.owner.get('objection.list', { pollId: team.pollId })).objections.find((each) => each.id === id)?.state;

describe('an objection that is open', () => {
  it('about a winner stops the award until two persons have answered it; a tip and one about a loser do not', async () => {
    const team = await noticedAward(cloud, 'stops');
    const { pollId, owner, reviewer, ids } = team;
    const { id } = await objected(team, { kind: 'candidate', candidateId: ids[1] });
    await objected(team, { kind: 'candidate', candidateId: ids[2] });
    await newPerson(cloud).take('objection.submit', objection(pollId));
    setTime(cloud, noticeEnd);
    const blocked = await byTwo(team, { kind: 'award' });
    expect(blocked).toMatchObject({ error: { details: { obstacle: 'openObjections', numbers: ['2026-01'] } } });
    const steps = await owner.get('outcome.steps', { pollId });
    expect(steps.blocking).toEqual(['2026-01']);
    expect(steps.steps[2]?.obstacles).toEqual([{ obstacle: 'openObjections', numbers: ['2026-01'] }]);

    expect(await byTwo(team, answer(id))).toMatchObject(refusedBy('notAccepted'));
    await reviewer.get('objection.accept', {
      pollId,
      objectionId: id,
      isAccepted: true,
      reason: '反映材料不实，受理。',
    });
    const { act } = await owner.get('act.propose', { pollId, act: answer(id) });
    expect(act).toMatchObject({ state: 'waiting', subject: '2026-01' });
    expect(await owner.ask('act.approve', { pollId, actId: act.id })).toMatchObject({
      error: { code: 'NEEDS_ANOTHER_PERSON' },
    });
    // Two at once, and a repeat, answer it once.
    await Promise.all([1, 2, 3].map(() => reviewer.ask('act.approve', { pollId, actId: act.id })));
    expect(await stateOf(team, id)).toBe('rejected');
    expect(await byTwo(team, answer(id, { decision: 'upheld' }))).toMatchObject(refusedBy('notAccepted'));
    await settle(cloud);
    const line = (await publicList(cloud, pollId))?.objections.find(({ number }) => number === '2026-01');
    expect(line).toMatchObject({ state: 'rejected', answer: { decision: 'rejected', effects: [] } });
    expect(JSON.stringify(line)).not.toContain(act.id);
    expect(await byTwo(team, { kind: 'award' })).toMatchObject({ ok: true });
  });

  it('that is upheld names what was done because of it, and nothing that was not', async () => {
    const team = await noticedAward(cloud, 'upheld');
    const { pollId, owner, ids } = team;
    const { id } = await accepted(team, { kind: 'candidate', candidateId: ids[1] });
    const withdrawal = { kind: 'withdrawCandidate', candidateId: ids[1] ?? '', reason: '材料不实' } as const;
    const { act } = await owner.get('act.propose', { pollId, act: withdrawal });
    const upheld = { decision: 'upheld', summary: '情况属实，已退出评选。' } as const;
    expect(await byTwo(team, answer(id, { ...upheld, actIds: [act.id, 'nowhere'] }))).toMatchObject({
      error: { code: 'ACT_NOT_FOUND', details: { field: 'act.actIds.1' } },
    });
    expect(await byTwo(team, answer('nowhere', upheld))).toMatchObject({ error: { code: 'OBJECTION_NOT_FOUND' } });
    expect(await byTwo(team, answer(id, { ...upheld, actIds: [act.id] }))).toMatchObject({ ok: true });
    await settle(cloud);
    expect((await publicList(cloud, pollId))?.objections).toMatchObject([
      { state: 'upheld', answer: { effects: [{ kind: 'withdrawCandidate', candidateId: ids[1] }] } },
    ]);
    setTime(cloud, noticeEnd);
    expect(await byTwo(team, { kind: 'award' })).toMatchObject(refusedBy('noticeStale'));
  });

  it('about the result is not judged by the two alone who put up the notice', async () => {
    const team = await noticedAward(cloud, 'judges');
    const { pollId, owner, reviewer } = team;
    const { id } = await accepted(team, { kind: 'result' });
    expect(await byTwo(team, answer(id))).toMatchObject(refusedBy('sameJudges'));
    const third = await owner.invite(pollId, 'oThirdJudge', 'reviewer');
    const { act } = await owner.get('act.propose', { pollId, act: answer(id) });
    expect(await reviewer.ask('act.approve', { pollId, actId: act.id })).toMatchObject(refusedBy('sameJudges'));
    expect(await third.ask('act.approve', { pollId, actId: act.id })).toMatchObject({ ok: true });
    expect(await stateOf(team, id)).toBe('rejected');
  });

  it('is not answered by who only edits', async () => {
    const team = await noticedAward(cloud, 'editing');
    const { id } = await accepted(team, { kind: 'process' });
    for (const act of [answer(id), answer(id, { office: '市纪委监督室' })]) {
      expect(await team.editor.ask('act.propose', { pollId: team.pollId, act })).toMatchObject({
        error: { code: 'ROLE_NOT_ALLOWED' },
      });
    }
  });

  it('after an appeal waits for the supervising office, and stops the award meanwhile', async () => {
    const team = await noticedAward(cloud, 'appeal');
    const { pollId } = team;
    const { resident, id } = await accepted(team, { kind: 'process' });
    expect(await byTwo(team, answer(id, { office: '市纪委监督室' }))).toMatchObject(refusedBy('notAccepted'));
    expect(await byTwo(team, answer(id))).toMatchObject({ ok: true });
    setTime(cloud, at('2026-02-25T09:00'));
    const text = '没有回答我的问题，请再查一次，谢谢你们的工作。';
    await resident.take('objection.appeal', { pollId, id, text });
    setTime(cloud, noticeEnd);
    expect(await byTwo(team, { kind: 'award' })).toMatchObject(refusedBy('openObjections'));
    expect(await byTwo(team, answer(id))).toMatchObject(refusedBy('notAccepted'));
    const final = answer(id, { decision: 'partly', summary: '维持原答复。', office: '市纪委监督室' });
    expect(await byTwo(team, final)).toMatchObject({ ok: true });
    await settle(cloud);
    expect((await publicList(cloud, pollId))?.objections).toMatchObject([
      { state: 'closed', answer: { decision: 'rejected' }, final: { decision: 'partly', office: '市纪委监督室' } },
    ]);
    expect(await byTwo(team, { kind: 'award' })).toMatchObject({ ok: true });
  });
});

test('calling off closes what is open with its reason at once, and nothing is appealed against any more', async () => {
  const team = await noticedAward(cloud, 'closing');
  const { pollId, owner } = team;
  const open = await accepted(team, { kind: 'process' });
  const declined = await objected(team, { kind: 'process' });
  const no = { pollId, objectionId: declined.id, isAccepted: false, reason: '与评选无关。' };
  await owner.get('objection.accept', no);
  expect(await byTwo(team, { kind: 'callOff', reason: '主办方撤销了评选' })).toMatchObject({ ok: true });
  expect((await open.resident.take('objection.mine', { pollId })).objections).toMatchObject([
    { state: 'closed', closing: { reason: '主办方撤销了评选' } },
  ]);
  const text = '没有回答我的问题，请再查一次，谢谢你们的工作。';
  expect(await declined.resident.participate('objection.appeal', { pollId, id: declined.id, text })).toMatchObject({
    error: { code: 'OBJECTION_CLOSED' },
  });
  expect(await byTwo(team, answer(open.id))).toMatchObject(refusedBy('alreadyCalledOff'));
});
