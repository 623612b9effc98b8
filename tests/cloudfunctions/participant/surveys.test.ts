import { at, noticeUntil, openTeamPoll, type NoticedPoll } from '../../support/noticed-poll';
import { OrganiserClient, readyPoll } from '../../support/organiser-client';
import { readAll } from '../../support/read-all';
import { snapshot } from '../../support/snapshot';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { outcomes, VoterClient } from '../../support/voter-client';
import {
  answer,
  answers,
  day,
  hour,
  minute,
  newRequest,
  newResident,
  openSurvey,
  questions,
  storedAnswers,
  survey,
  type Answers,
} from './surveying';

jest.setTimeout(120_000);

let cloud: TestCloud;
let poll: NoticedPoll;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
  poll = await openTeamPoll(cloud);
  await cloud.whenStill();
});
afterAll(() => cloud.close());

describe('a survey of the team', () => {
  it('is saved in versions until it is open, and then stays as it is', async () => {
    const { pollId, owner, editor, clock } = poll;
    const first = { pollId, k: 2, version: 0, survey };
    expect(await owner.get('survey.save', first)).toEqual({ version: 1 });
    expect(await owner.get('survey.save', first)).toEqual({ version: 1 });
    const other = { ...first, survey: { ...survey, title: '另一份' } };
    expect(await editor.ask('survey.save', other)).toMatchObject({
      error: { code: 'EDIT_CONFLICT', details: { version: 1, edited: { role: 'owner' } } },
    });
    expect(await editor.get('survey.save', { ...other, version: 1 })).toEqual({ version: 2 });
    const until = clock.now + 10 * day;
    expect(await owner.ask('survey.open', { pollId, k: 2, version: 1, until })).toMatchObject({
      error: { code: 'EDIT_CONFLICT' },
    });
    for (let time = 0; time < 2; time++) {
      expect(await owner.get('survey.open', { pollId, k: 2, version: 2, until })).toEqual({ until });
    }
    const before = await snapshot(cloud);
    expect(await owner.ask('survey.save', { ...first, version: 2 })).toMatchObject({
      error: { code: 'FROZEN_AFTER_PUBLISHING' },
    });
    expect(await owner.ask('survey.open', { pollId, k: 2, version: 2, until: until + day })).toMatchObject({
      error: { code: 'FROZEN_AFTER_PUBLISHING' },
    });
    expect(await snapshot(cloud)).toEqual(before);
    const { surveys } = await poll.observer.get('survey.list', { pollId });
    expect(surveys).toMatchObject([{ k: 2, version: 2, title: '另一份', until, questions }]);
    const { entries } = await owner.get('trail.list', { pollId });
    expect(entries.map(({ what }) => what).filter((what) => what.startsWith('survey'))).toHaveLength(3);
  });

  it('of two who write the first version at once one does', async () => {
    const { pollId, owner, editor } = poll;
    const all = await Promise.all(
      [owner, editor].map((who, place) =>
        who.ask('survey.save', { pollId, k: 3, version: 0, survey: { ...survey, title: `第${place}份` } }),
      ),
    );
    expect(outcomes(all)).toEqual({ ok: 1, EDIT_CONFLICT: 1 });
  });

  it('what is wrong with it is told by its field, and nothing is written', async () => {
    const { pollId, owner, clock } = poll;
    await owner.get('survey.save', { pollId, k: 4, version: 0, survey: { ...survey, occasion: 'award' } });
    const before = await snapshot(cloud);
    const [grade] = questions;
    const single = (options: string[]) => ({
      kind: 'single' as const,
      title: '哪个',
      isOptional: false,
      isPublic: true,
      options,
    });
    const cases: [object, string, string][] = [
      [{ title: '' }, 'INVALID_INPUT', 'survey.title'],
      [{ title: '赌博大厅' }, 'CONTENT_REFUSED', 'survey.title'],
      [{ questions: [] }, 'INVALID_INPUT', 'survey.questions'],
      [{ questions: Array.from({ length: 16 }, () => grade) }, 'INVALID_INPUT', 'survey.questions'],
      [{ questions: [grade, single(['甲', '乙', '甲'])] }, 'INVALID_INPUT', 'survey.questions.1.options.2'],
      [{ questions: [single(['甲', '赌博大厅'])] }, 'CONTENT_REFUSED', 'survey.questions.0.options.1'],
    ];
    for (const [more, code, field] of cases) {
      const reply = await owner.ask('survey.save', { pollId, k: 5, version: 0, survey: { ...survey, ...more } });
      expect([field, reply]).toMatchObject([field, { error: { code, details: { field } } }]);
    }
    const text = { kind: 'text' as const, title: '写一句', isOptional: true, isPublic: true };
    const publicText = { ...survey, questions: [text as never] };
    expect(await owner.ask('survey.save', { pollId, k: 5, version: 0, survey: publicText })).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
    for (const until of [clock.now + hour - minute, clock.now + 181 * day]) {
      expect(await owner.ask('survey.open', { pollId, k: 4, version: 1, until })).toMatchObject({
        error: { code: 'INVALID_INPUT', details: { field: 'until' } },
      });
    }
    const open = { pollId, k: 4, version: 1, until: clock.now + 2 * day };
    expect(await owner.ask('survey.open', open)).toMatchObject({ error: { code: 'NOT_AWARDED' } });
    expect(await owner.ask('survey.open', { ...open, k: 9 })).toMatchObject({ error: { code: 'SURVEY_NOT_FOUND' } });
    expect(await owner.ask('survey.save', { pollId, k: 9, version: 3, survey })).toMatchObject({
      error: { code: 'SURVEY_NOT_FOUND' },
    });
    const mine = new OrganiserClient(cloud.url, 'oDraftOnly');
    const draft = await readyPoll(mine);
    expect(await mine.ask('survey.save', { pollId: draft, k: 1, version: 0, survey })).toMatchObject({
      error: { code: 'NOT_PUBLISHED' },
    });
    const after = await snapshot(cloud);
    expect([after['surveys'], after['answers']]).toEqual([before['surveys'], before['answers']]);
  });
});

describe('an answer', () => {
  let until: number;
  beforeAll(async () => {
    until = await openSurvey(poll);
  });

  it('is one insert of each person, whose repeat is answered as done', async () => {
    const { pollId } = poll;
    const resident = newResident(cloud);
    expect(await resident.take('survey.get', { pollId, k: 1 })).toEqual({ ...survey, until, hasAnswered: false });
    const requestId = newRequest();
    const calls: string[] = [];
    const stop = cloud.onDatabaseCall({
      before: ({ action, collection }) => void calls.push(`${action} ${collection}`),
    });
    expect(await answer(resident, pollId, answers(), { requestId })).toMatchObject({ ok: true });
    stop();
    expect(calls.sort()).toEqual([
      'database.getDocument polls',
      'database.getDocument surveys',
      'database.insertDocument answers',
    ]);
    const before = await storedAnswers(cloud, pollId);
    expect(await answer(resident, pollId, answers(), { requestId })).toMatchObject({ ok: true });
    for (const given of [answers(), answers('再说一句')]) {
      expect(await answer(resident, pollId, given)).toMatchObject({ error: { code: 'ALREADY_ANSWERED' } });
    }
    expect(await storedAnswers(cloud, pollId)).toEqual(before);
    expect(await resident.take('survey.get', { pollId, k: 1 })).toMatchObject({ hasAnswered: true });
  });

  it('of twenty at once by one person one comes in', async () => {
    const { pollId } = poll;
    const resident = newResident(cloud);
    const before = (await storedAnswers(cloud, pollId)).length;
    const all = Array.from({ length: 20 }, (_, n) => answer(resident, pollId, answers(n % 2 === 0 ? '写了' : null)));
    expect(outcomes(await Promise.all(all))).toEqual({ ok: 1, ALREADY_ANSWERED: 19 });
    expect((await storedAnswers(cloud, pollId)).length - before).toBe(1);
  });

  it('that is not whole, or does not fit, is told by its question, and nothing is written', async () => {
    const { pollId } = poll;
    const before = await snapshot(cloud);
    const missing: [Answers, number][] = [
      [[null, [0], 1, null], 0],
      [[0, [], 1], 1],
      [[0], 1],
      [[], 0],
    ];
    for (const [given, question] of missing) {
      expect(await answer(newResident(cloud), pollId, given)).toMatchObject({
        error: { code: 'ANSWER_INCOMPLETE', details: { question } },
      });
    }
    const wrong: [Answers, string, string][] = [
      [[5, [0], 1], 'INVALID_INPUT', 'answers.0'],
      [[0, [0, 0], 1], 'INVALID_INPUT', 'answers.1'],
      [[0, [0], 1, null, 0], 'INVALID_INPUT', 'answers.4'],
      [[0, [0], 1, '赌博大厅'], 'CONTENT_REFUSED', 'answers.3'],
    ];
    for (const [given, code, field] of wrong) {
      expect(await answer(newResident(cloud), pollId, given)).toMatchObject({ error: { code, details: { field } } });
    }
    for (const text of ['长'.repeat(201), 'a\u0000b', { $gt: '' } as never]) {
      expect(await answer(newResident(cloud), pollId, answers(text))).toMatchObject({
        error: { code: 'INVALID_INPUT' },
      });
    }
    expect(await snapshot(cloud)).toEqual(before);
  });

  it('of a poll or survey that is not there, not open, or called off is not taken', async () => {
    const { pollId } = poll;
    const codeOf = async (id: string, k: number): Promise<unknown> => {
      const reply = await answer(newResident(cloud), id, answers(), { k });
      const asked = await newResident(cloud).participate('survey.get', { pollId: id, k });
      expect(asked).toMatchObject({ error: reply.ok ? {} : { code: reply.error.code } });
      return reply.ok ? 'ok' : reply.error.code;
    };
    expect(await codeOf('nosuchpoll', 1)).toBe('POLL_NOT_FOUND');
    expect(await codeOf('a.b', 1)).toBe('POLL_NOT_FOUND');
    expect(await codeOf(pollId, 8)).toBe('SURVEY_NOT_OPEN');
    expect(await codeOf(pollId, 3)).toBe('SURVEY_NOT_OPEN');
    const off = await openTeamPoll(cloud);
    await openSurvey(off);
    const { act } = await off.owner.get('act.propose', {
      pollId: off.pollId,
      act: { kind: 'callOff', reason: '主办单位撤销了' },
    });
    await off.reviewer.get('act.approve', { pollId: off.pollId, actId: act.id });
    expect(await codeOf(off.pollId, 1)).toBe('SURVEY_NOT_OPEN');
  });

  it('tells nothing of whose it is, of when, or of a ballot', async () => {
    const { pollId, ids, clock } = poll;
    const voter = new VoterClient(cloud.url, 'oVotesAndAnswers');
    await voter.cast(pollId, [ids[0] ?? '']);
    const resident = new OrganiserClient(cloud.url, voter.openid);
    await openSurvey(poll, {}, 6);
    const known = new Set((await storedAnswers(cloud, pollId)).map(({ _id }) => _id));
    await answer(resident, pollId);
    await answer(resident, pollId, answers(), { k: 6 });
    const own = (await storedAnswers(cloud, pollId)).filter(({ _id }) => !known.has(_id));
    expect(own).toHaveLength(2);
    for (const each of own) expect(Object.keys(each).sort()).toEqual(['_id', 'choices', 'requestId']);
    const keys = own.map(({ _id }) => String(_id).split(':')[2] ?? '');
    // Two surveys' answers of one person have nothing in common.
    expect(new Set(keys).size).toBe(2);
    const ballots = JSON.stringify(await readAll(cloud.url, 'ballots', {}));
    for (const key of keys) expect(ballots).not.toContain(key);
    const all = JSON.stringify(await storedAnswers(cloud, pollId));
    expect(all).not.toContain(voter.openid);
    expect(all).not.toContain(String(clock.now).slice(0, 7));
  });
});

test('one about the award opens once there is one', async () => {
  const made = await openTeamPoll(cloud, {
    stages: { voting: at('2026-02-09T09:20'), verifying: at('2026-02-12T18:00'), awarded: at('2026-03-02T09:00') },
  });
  const { pollId, clock, owner } = made;
  await owner.get('survey.save', { pollId, k: 1, version: 0, survey: { ...survey, occasion: 'award' } });
  clock.to(at('2026-03-02T08:59'));
  const open = { pollId, k: 1, version: 1, until: noticeUntil + 30 * day };
  expect(await owner.ask('survey.open', open)).toMatchObject({ error: { code: 'NOT_AWARDED' } });
  clock.to(at('2026-03-02T09:00'));
  expect(await owner.get('survey.open', open)).toEqual({ until: open.until });
});
