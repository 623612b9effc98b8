import { answerFault, keptAnswers } from '../../../../../cloudfunctions/shared/domain/feedback/answers';
import { addTo, noCounts, type Choices } from '../../../../../cloudfunctions/shared/domain/feedback/totals';
import type { SurveyAnswer, SurveyQuestion } from '../../../../../cloudfunctions/shared/universal/survey';
import fc from 'fast-check';

const asked = { isOptional: false, isPublic: true };
const questions: SurveyQuestion[] = [
  { ...asked, kind: 'single', title: '从哪里知道的', options: ['海报', '朋友', '群里'] },
  { ...asked, kind: 'multiple', title: '用过哪些', options: ['列表', '搜索', '分享'] },
  { ...asked, kind: 'grade', title: '规则写得怎么样', grades: 5 },
  { ...asked, kind: 'matrix', title: '各方面怎么样', rows: ['投票', '公示'], grades: 3 },
  { ...asked, kind: 'score', title: '打几分' },
  { ...asked, kind: 'text', title: '还有什么想说', isOptional: true, isPublic: false },
];
const right: SurveyAnswer[] = [0, [0, 2], 4, [2, 0], 10, '很方便'];
const withAnswer = (at: number, answer: SurveyAnswer): SurveyAnswer[] =>
  right.map((each, place) => (place === at ? answer : each));

test('answers that do are none to complain of, with and without what may be passed over', () => {
  expect(answerFault(questions, right)).toBeUndefined();
  for (const nothing of [null, '']) expect(answerFault(questions, withAnswer(5, nothing))).toBeUndefined();
  expect(answerFault(questions, right.slice(0, 5))).toBeUndefined();
});

test.each<[number, SurveyAnswer]>([
  [0, null],
  [1, []],
  [2, null],
  [3, []],
  [4, ''],
])('question %i, %j: it is missing', (at, answer) => {
  expect(answerFault(questions, withAnswer(at, answer))).toEqual({ missing: at });
});

test.each<[number, SurveyAnswer]>([
  [0, 3],
  [0, [0]],
  [0, '海报'],
  [1, [0, 0]],
  [1, [3]],
  [1, 0],
  [2, 5],
  [3, [0]],
  [3, [0, 3]],
  [3, [0, 0, 0]],
  [4, 11],
  [5, 0],
  [5, [0]],
])('question %i, %j: it does not go with the question', (at, answer) => {
  expect(answerFault(questions, withAnswer(at, answer))).toMatchObject({ wrong: at });
});

test('an answer to no question is refused', () => {
  expect(answerFault(questions, [...right, 1])).toMatchObject({ wrong: 6 });
});

test('what was written is kept apart from what was chosen', () => {
  expect(keptAnswers(questions, right)).toEqual({
    choices: [0, [0, 2], 4, [2, 0], 10, null],
    texts: [{ question: 5, text: '很方便' }],
  });
});

const choices = fc
  .tuple(
    fc.nat({ max: 2 }),
    fc.subarray([0, 1, 2], { minLength: 1 }),
    fc.nat({ max: 4 }),
    fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 })),
    fc.option(fc.nat({ max: 10 })),
  )
  .map((each): Choices => [...each, null]);

test('each table counts every answer once, and says what a count of the answers by eye says', () => {
  const passing = questions.map((each) => (each.kind === 'score' ? { ...each, isOptional: true } : each));
  fc.assert(
    fc.property(fc.array(choices, { maxLength: 60 }), (all) => {
      const counts = noCounts(passing);
      for (const each of all) addTo(counts, passing, each);
      expect(counts.answers).toBe(all.length);
      for (const table of counts.tables.flat()) expect(table.reduce((a, b) => a + b, 0)).toBe(all.length);
      const [single, multiple, grade, matrix, score] = counts.tables;
      const count = (is: (each: Choices) => boolean): number => all.filter(is).length;
      expect(single).toEqual([[0, 1, 2].map((option) => count(([a]) => a === option))]);
      const chosen = [0, 1, 2].map((option) => count(([, b]) => (b as number[]).includes(option)));
      expect(multiple).toEqual(chosen.map((yes) => [yes, all.length - yes]));
      expect(grade?.[0]?.[4]).toBe(count(([, , c]) => c === 4));
      expect(matrix?.[1]?.[0]).toBe(count(([, , , d]) => (d as number[])[1] === 0));
      expect(score?.[0]?.at(-1)).toBe(count((each) => each[4] === null));
    }),
  );
});
