import { connect, insertAll } from '../../../../scripts/connect';
import type { PublicSurvey } from '../../../../cloudfunctions/shared/universal/survey';
import { openTeamPoll, type NoticedPoll } from '../../../support/noticed-poll';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import {
  answerAll,
  day,
  minute,
  nextDay,
  openSurvey,
  publicSurvey,
  questions,
  storedAnswers,
  survey,
  type Answers,
} from '../../participant/surveying';

jest.setTimeout(300_000);

let cloud: TestCloud;
let poll: NoticedPoll;
// A scheduler that remembers nothing of a later time: each of these polls begins in the same February.
beforeEach(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1 });
  poll = await openTeamPoll(cloud);
  // The poll's log, beside which the file lies.
  await cloud.fireTimer('scheduler');
});
afterEach(() => cloud.close());

const of = (grade: number, count: number, more: Answers = [[0], 0]): Answers[] =>
  Array.from({ length: count }, () => [grade, ...more]);
const cellsOf = (file: PublicSurvey | undefined): unknown => file?.questions[0]?.tables[0]?.cells;

it('at nine nothing is published, at ten the file, once a day, and only as ten more have answered', async () => {
  const { pollId, clock } = poll;
  const until = await openSurvey(poll);
  await answerAll(cloud, pollId, of(0, 9));
  await nextDay(cloud, poll);
  expect(await publicSurvey(cloud, pollId)).toBeUndefined();
  await answerAll(cloud, pollId, of(1, 11));
  // The day is not over.
  clock.later(day / 2 + minute);
  await cloud.fireTimer('scheduler');
  expect(await publicSurvey(cloud, pollId)).toBeUndefined();
  await nextDay(cloud, poll);
  const first = await publicSurvey(cloud, pollId);
  expect(first).toMatchObject({ v: 1, k: 1, title: survey.title, occasion: 'vote', until, answers: 20 });
  expect(first?.questions.map(({ kind }) => kind)).toEqual(['grade', 'multiple']);
  // Of nine and eleven neither is told, since each tells the other.
  expect(cellsOf(first)).toEqual([null, null, null, null, null]);
  await answerAll(cloud, pollId, of(0, 9));
  await nextDay(cloud, poll);
  expect(await publicSurvey(cloud, pollId)).toEqual(first);
  await answerAll(cloud, pollId, [...of(1, 10), ...of(2, 12)]);
  await nextDay(cloud, poll);
  const second = await publicSurvey(cloud, pollId);
  expect(second).toMatchObject({ answers: 51 });
  expect(cellsOf(second)).toEqual([18, 21, null, null, null]);
  // The team sees no more than is published, of the questions that are not public too.
  const { surveys } = await poll.owner.get('survey.list', { pollId });
  expect(surveys[0]?.totals?.tables.slice(0, 2)).toEqual(second?.questions.map(({ tables }) => tables));
  expect(surveys[0]?.totals?.tables).toHaveLength(4);
  expect(JSON.stringify(second)).not.toContain(questions[2]?.title);
});

it.each(['before', 'after'] as const)(
  'whoever dies %s any of its calls leaves one version of a day, and it comes',
  async (when) => {
    const { pollId, clock } = poll;
    await openSurvey(poll);
    await answerAll(cloud, pollId, [...of(0, 12), ...of(1, 13)]);
    clock.later(day + minute);
    const seen = new Set<string>();
    for (let at = 1; ; at++) {
      let calls = 0;
      const die = ({ collection, functionName }: { collection: string; functionName: string | undefined }) => {
        const isOurs = ['surveys', 'answers'].includes(collection) && functionName === 'scheduler';
        return isOurs && ++calls === at ? ({ killInstance: true } as const) : undefined;
      };
      const stop = cloud.onDatabaseCall(when === 'before' ? { before: die } : { after: die });
      clock.later(minute);
      await cloud.fireTimer('scheduler').catch(() => undefined);
      stop();
      const file = await publicSurvey(cloud, pollId);
      if (file !== undefined) seen.add(JSON.stringify(file));
      // Somebody answers in the midst of it.
      await answerAll(cloud, pollId, of(0, 10));
      if (calls < at) break;
      expect(at).toBeLessThan(40);
    }
    clock.later(2 * minute);
    await cloud.fireTimer('scheduler');
    seen.add(JSON.stringify(await publicSurvey(cloud, pollId)));
    expect(seen.size).toBe(1);
    const [only = ''] = seen;
    expect((JSON.parse(only) as PublicSurvey).answers).toBeGreaterThanOrEqual(25);
  },
);

it('two schedulers at once leave one version', async () => {
  const { pollId, clock } = poll;
  await openSurvey(poll);
  await answerAll(cloud, pollId, [...of(0, 12), ...of(1, 13)]);
  clock.later(day + minute);
  await Promise.all([1, 2, 3].map(() => cloud.fireTimer('scheduler').catch(() => undefined)));
  await nextDay(cloud, poll);
  const file = await publicSurvey(cloud, pollId);
  expect(file).toMatchObject({ answers: 25 });
  expect((await poll.owner.get('survey.list', { pollId })).surveys[0]?.totals?.at).toBe(file?.at);
});

it('of ten thousand answers every total is exact, for one call a thousand and eight besides', async () => {
  const { pollId, clock } = poll;
  await openSurvey(poll);
  const count = 10_000;
  const given = Array.from({ length: count }, (_, n) => ({
    _id: `${pollId}:1:${(n * 2_654_435_761).toString(16).padStart(32, '0')}`,
    requestId: `request-${n}`,
    choices: [n % 5, n % 3 === 0 ? [0, 2] : [1], n % 2, null],
  }));
  await insertAll(connect(cloud.url), 'answers', given);
  const calls: string[] = [];
  const stop = cloud.onDatabaseCall({
    before: ({ collection, functionName }) => {
      if (functionName === 'scheduler') calls.push(collection);
    },
  });
  clock.later(day + minute);
  await cloud.fireTimer('scheduler');
  stop();
  const file = await publicSurvey(cloud, pollId);
  const recount = (is: (choices: unknown[]) => boolean): number => given.filter(({ choices }) => is(choices)).length;
  expect(file?.answers).toBe(count);
  expect(cellsOf(file)).toEqual([0, 1, 2, 3, 4].map((grade) => recount(([first]) => first === grade)));
  const chosen = [0, 1, 2].map((option) => recount(([, second]) => (second as number[]).includes(option)));
  expect(file?.questions[1]?.tables.map(({ cells }) => cells)).toEqual(chosen.map((yes) => [yes, count - yes]));
  const ours = (name: string): number => calls.filter((each) => each === name).length;
  // Ten full pages and what tells that there is no more; and how many there are.
  expect(ours('answers')).toBeLessThanOrEqual(12);
  expect(ours('surveys')).toBeLessThanOrEqual(8);
  // A day on which nobody answered costs one question.
  calls.length = 0;
  const again = cloud.onDatabaseCall({
    before: ({ collection, functionName }) => {
      if (functionName === 'scheduler') calls.push(collection);
    },
  });
  await nextDay(cloud, poll);
  again();
  expect(ours('answers')).toBe(1);
});

it('what was written is gone ninety days after the end; what was chosen, and the totals, stay', async () => {
  const { pollId, clock, reviewer } = poll;
  const until = await openSurvey(poll);
  await answerAll(
    cloud,
    pollId,
    [...of(0, 12), ...of(1, 13)].map(([grade, ...more]) => [grade ?? 0, ...more, '很满意']),
  );
  for (let date = 0; date < 12; date++) await nextDay(cloud, poll);
  const file = await publicSurvey(cloud, pollId);
  expect(file).toMatchObject({ answers: 25 });
  clock.to(until + 90 * day - minute);
  await cloud.fireTimer('scheduler');
  const before = await storedAnswers(cloud, pollId);
  expect(JSON.stringify(before)).toContain('很满意');
  expect((await reviewer.get('survey.texts', { pollId, k: 1, question: 3 })).texts).toHaveLength(25);
  await nextDay(cloud, poll);
  const after = await storedAnswers(cloud, pollId);
  expect(after).toEqual(before.map(({ texts: _, textsOf: __, ...rest }) => rest));
  expect(JSON.stringify(after)).not.toContain('很满意');
  expect((await reviewer.get('survey.texts', { pollId, k: 1, question: 3 })).texts).toEqual([]);
  expect(await publicSurvey(cloud, pollId)).toEqual(file);
  // Nothing is left to do.
  const calls: string[] = [];
  cloud.onDatabaseCall({ before: ({ collection }) => void calls.push(collection) });
  await nextDay(cloud, poll);
  expect(calls).not.toContain('answers');
});
