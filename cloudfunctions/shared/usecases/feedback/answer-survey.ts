import { done, refuse } from '../../contract/answered';
import type { ParticipantAnswer as Answer, ParticipantRequest as Input } from '../../contract/participant';
import { answerFault, keptAnswers } from '../../domain/feedback/answers';
import { answeredBy, insertAnswer } from '../../store/feedback/answers';
import { checkTexts } from '../check-texts';
import { answerId, findOpenSurvey } from './own-answer';

/** What the page needs before it shows the questions. */
export async function getSurvey({ pollId, k }: Input<'survey.get'>, openid: string, now: number): Answer<'survey.get'> {
  const found = await findOpenSurvey(pollId, k, now);
  if (!found.ok) return found;
  const { title, occasion, questions, until } = found.data;
  const hasAnswered = (await answeredBy(answerId(pollId, k, openid))) !== null;
  return done({ title, occasion, questions, until, hasAnswered });
}

/** Takes a person's answers: one insert, whose unique key is that there is one of each person. */
export async function answerSurvey(
  { pollId, k, requestId, answers }: Input<'survey.answer'>,
  openid: string,
  now: number,
): Answer<'survey.answer'> {
  const found = await findOpenSurvey(pollId, k, now);
  if (!found.ok) return found;
  const { questions } = found.data;
  const fault = answerFault(questions, answers);
  if (fault !== undefined && 'missing' in fault) {
    return refuse('ANSWER_INCOMPLETE', 'a question is not answered', { question: fault.missing });
  }
  if (fault !== undefined) {
    const field = `answers.${fault.wrong}`;
    return refuse('INVALID_INPUT', `${field}: ${fault.expected}`, { field, expected: fault.expected });
  }
  const id = answerId(pollId, k, openid);
  const kept = keptAnswers(questions, answers);
  if (kept.texts.length > 0) {
    // First: nobody has WeChat look at texts that cannot come in.
    const before = await answeredBy(id);
    if (before !== null) return before === requestId ? done({}) : alreadyAnswered();
    const written = kept.texts.map(({ question, text }) => ({ field: `answers.${question}`, text }));
    const refused = await checkTexts(written, openid);
    if (refused) return refused;
  }
  if (await insertAnswer(pollId, k, { id, requestId, ...kept })) return done({});
  return (await answeredBy(id)) === requestId ? done({}) : alreadyAnswered();
}

const alreadyAnswered = () => refuse('ALREADY_ANSWERED', 'this person has answered');
