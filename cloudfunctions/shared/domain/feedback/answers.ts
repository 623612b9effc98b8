import type { SurveyAnswer, SurveyQuestion } from '../../universal/survey';

/** What does not go with its question, or what is missing. */
export type AnswerFault = { missing: number } | { wrong: number; expected: string };

/** How many places a choice of this question has. */
export function placesOf(question: Exclude<SurveyQuestion, { kind: 'text' }>): number {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.length;
    case 'grade':
    case 'matrix':
      return question.grades;
    case 'score':
      return 11;
  }
}

/** The first answer that does not do. @param answers as many as there are questions, in their order */
export function answerFault(
  questions: readonly SurveyQuestion[],
  answers: readonly SurveyAnswer[],
): AnswerFault | undefined {
  for (const [at, question] of questions.entries()) {
    const answer = answers[at] ?? null;
    const expected = expectedOf(question, answer);
    if (expected !== undefined) return { wrong: at, expected };
    if (!question.isOptional && isPassedOver(answer)) return { missing: at };
  }
  return answers.length > questions.length
    ? { wrong: questions.length, expected: `${questions.length} answers, one for each question` }
    : undefined;
}

/** Nothing chosen or written, or a row of a matrix left out, is no answer. */
function isPassedOver(answer: SurveyAnswer): boolean {
  return answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0);
}

/** What an answer to this question looks like; undefined where it does. */
function expectedOf(question: SurveyQuestion, answer: SurveyAnswer): string | undefined {
  if (isPassedOver(answer)) return undefined;
  if (question.kind === 'text') return typeof answer === 'string' ? undefined : 'a text';
  const places = placesOf(question);
  const isPlace = (one: number): boolean => one < places;
  switch (question.kind) {
    case 'multiple': {
      const isRight = Array.isArray(answer) && new Set(answer).size === answer.length && answer.every(isPlace);
      return isRight ? undefined : `places below ${places}, each once`;
    }
    case 'matrix': {
      const isRight = Array.isArray(answer) && answer.length === question.rows.length && answer.every(isPlace);
      return isRight ? undefined : `${question.rows.length} places below ${places}, one for each row`;
    }
    default:
      return typeof answer === 'number' && isPlace(answer) ? undefined : `a place below ${places}`;
  }
}

/** What is kept of answers that do: what was chosen apart from what was written, which goes earlier. */
export function keptAnswers(
  questions: readonly SurveyQuestion[],
  answers: readonly SurveyAnswer[],
): { choices: (number | number[] | null)[]; texts: { question: number; text: string }[] } {
  const choices = questions.map((_, at) => {
    const answer = answers[at] ?? null;
    return isPassedOver(answer) || typeof answer === 'string' ? null : answer;
  });
  const texts = questions.flatMap((_, question) => {
    const text = answers[question];
    return typeof text === 'string' && text !== '' ? [{ question, text }] : [];
  });
  return { choices, texts };
}
