import { openTeamPoll } from '../../support/noticed-poll';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { answer, answerAll, answers, minute, newResident, openSurvey } from './surveying';

jest.setTimeout(120_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());

describe('what was written', () => {
  it('is read once the survey is over and ten have answered, in another order than it came', async () => {
    const made = await openTeamPoll(cloud);
    const { pollId, clock, reviewer } = made;
    const until = await openSurvey(made);
    await openSurvey(made, {}, 2);
    const hostile = [
      '__proto__',
      '$set',
      'toString',
      '<script>alert(1)</script>',
      '=1+1',
      '{{a}}',
      '挺好',
      '挺好',
      '👨‍👩‍👧',
    ];
    const many = Array.from({ length: 110 }, (_, n) => `第${n}个人说的`);
    await answerAll(cloud, pollId, [...hostile, ...many].map(answers));
    await answer(newResident(cloud), pollId, answers('第二份'), { k: 2 });
    const read = { pollId, k: 1, question: 3 };
    clock.to(until - minute);
    expect(await reviewer.get('survey.texts', read)).toEqual({ texts: [], fromAt: until + minute });
    clock.to(until);
    expect(await answer(newResident(cloud), pollId)).toMatchObject({
      error: { code: 'SURVEY_NOT_OPEN', details: { until } },
    });
    clock.to(until + minute);
    const first = await reviewer.get('survey.texts', read);
    expect(first.texts).toHaveLength(100);
    const rest = await reviewer.get('survey.texts', {
      ...read,
      ...(first.next === undefined ? {} : { cursor: first.next }),
    });
    expect(rest.next).toBeUndefined();
    const texts = [...first.texts, ...rest.texts];
    expect([...texts].sort()).toEqual([...hostile, ...many].sort());
    expect(texts).not.toEqual([...hostile, ...many]);
    // Of the other one a single person has answered.
    expect(await reviewer.get('survey.texts', { ...read, k: 2 })).toEqual({ texts: [] });
    expect(await reviewer.get('survey.texts', { ...read, question: 0 })).toEqual({ texts: [] });
    expect(await reviewer.ask('survey.texts', { ...read, cursor: 'x' })).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { field: 'cursor' } },
    });
    expect(await reviewer.ask('survey.texts', { ...read, k: 7 })).toMatchObject({
      error: { code: 'SURVEY_NOT_FOUND' },
    });
  });
});
