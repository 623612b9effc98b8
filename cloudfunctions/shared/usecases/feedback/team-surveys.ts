import { done, refuse, type Answered, type Refused } from '../../contract/answered';
import { leastShown } from '../../domain/feedback/publication';
import { longestOpen, nextLookAt, settlesAt, shortestOpen, type Survey } from '../../domain/feedback/survey';
import { stageAt } from '../../universal/stage';
import { derivedId } from '../../platform/ids';
import { countAnswers, readTexts } from '../../store/feedback/answers';
import { findSurvey, insertSurvey, listSurveys, openSurvey, rewriteSurvey } from '../../store/feedback/surveys';
import { findPoll, type StoredPoll } from '../../store/poll/polls';
import { addToTrail } from '../../store/team/trail';
import { checkTexts, type WrittenText } from '../check-texts';
import { personOf, signedBy, type Answer, type Input, type Member } from '../team/member';

const pageSize = 100;

export async function listTeamSurveys({ pollId }: Input<'survey.list'>): Answer<'survey.list'> {
  const surveys = await listSurveys(pollId);
  return done({ surveys: surveys.map(({ pollId: _, ...rest }) => rest) });
}

/** Writes a survey whole. */
export async function saveSurvey(
  { pollId, k, version, survey }: Input<'survey.save'>,
  member: Member,
  now: number,
): Answer<'survey.save'> {
  const poll = await published(pollId);
  if (!poll.ok) return poll;
  const twice = optionTwice(survey.questions);
  if (twice) return twice;
  const refused = await checkTexts(textsOf(survey), member.openid);
  if (refused) return refused;
  const saved: Survey = { pollId, k, version: version + 1, ...survey, edited: signedBy(member, now) };
  const isSaved = await (version === 0 ? insertSurvey(saved) : rewriteSurvey(saved, version));
  if (isSaved) {
    await addToTrail(pollId, { at: now, who: personOf(member), what: 'survey.save', subject: survey.title });
    return done({ version: saved.version });
  }
  const present = await findSurvey(pollId, k);
  if (present === null) return noSurvey();
  // A repeat of what came in, whose answer was lost.
  return isSame(present, saved) ? done({ version: saved.version }) : overtaken(present);
}

/** Opens a survey. From now on nothing of it changes. */
export async function openTeamSurvey(
  { pollId, k, version, until }: Input<'survey.open'>,
  member: Member,
  now: number,
): Answer<'survey.open'> {
  const [poll, survey] = await Promise.all([published(pollId), findSurvey(pollId, k)]);
  if (!poll.ok) return poll;
  if (survey === null) return noSurvey();
  if (survey.until === until && survey.version === version) return done({ until });
  if (survey.until !== undefined || survey.version !== version) return overtaken(survey);
  if (until < now + shortestOpen || until > now + longestOpen) {
    const expected = 'an hour to 180 days from now';
    return refuse('INVALID_INPUT', `until: ${expected}`, { field: 'until', expected });
  }
  if (survey.occasion !== 'vote' && !isAwarded(poll.data, now)) return refuse('NOT_AWARDED', 'there is no award yet');
  if (!(await openSurvey(survey, until, nextLookAt(until, now)))) {
    const present = await findSurvey(pollId, k);
    return present?.until === until ? done({ until }) : overtaken(present ?? survey);
  }
  await addToTrail(pollId, { at: now, who: personOf(member), what: 'survey.open', subject: survey.title });
  return done({ until });
}

/**
 * What was written, once nothing more comes in: whoever read it before and after somebody came would know whose the new one is. Their
 * order is another one for each question, so that two texts of one person do not stand in the same place.
 */
export async function listSurveyTexts(
  { pollId, k, question, cursor }: Input<'survey.texts'>,
  now: number,
): Answer<'survey.texts'> {
  const survey = await findSurvey(pollId, k);
  if (survey === null) return noSurvey();
  const from = cursor === undefined ? 0 : Number(cursor);
  if (!Number.isInteger(from) || from < 0) {
    const expected = '`next` of the page before';
    return refuse('INVALID_INPUT', `cursor: ${expected}`, { field: 'cursor', expected });
  }
  if (survey.until === undefined) return done({ texts: [] });
  const fromAt = settlesAt(survey.until);
  if (now < fromAt) return done({ texts: [], fromAt });
  if ((await countAnswers(pollId, k)) < leastShown) return done({ texts: [] });
  const all: { text: string; key: string }[] = [];
  for await (const { id, text } of readTexts(pollId, k, question)) {
    all.push({ text, key: derivedId(32, 'texts', String(question), id) });
  }
  all.sort((a, b) => (a.key < b.key ? -1 : 1));
  const behind = from + pageSize;
  const texts = all.slice(from, behind).map(({ text }) => text);
  return done({ texts, ...(behind < all.length ? { next: String(behind) } : {}) });
}

async function published(pollId: string): Promise<Answered<StoredPoll, 'NOT_PUBLISHED'>> {
  const poll = await findPoll(pollId);
  return poll === null || poll.status === 'draft' ? refuse('NOT_PUBLISHED', 'the poll is not published') : done(poll);
}

function isAwarded(poll: StoredPoll, now: number): boolean {
  return ['awarded', 'archived'].includes(stageAt(poll, now));
}

function isSame(a: Survey, b: Survey): boolean {
  const essence = ({ version, title, occasion, questions, edited: { memberId } }: Survey): string =>
    JSON.stringify([version, title, occasion, questions.map((each) => Object.entries(each).sort()), memberId]);
  return essence(a) === essence(b);
}

/** It is open, or somebody has saved it meanwhile. */
function overtaken({ until, version, edited }: Survey): Refused<'FROZEN_AFTER_PUBLISHING' | 'EDIT_CONFLICT'> {
  return until === undefined
    ? refuse('EDIT_CONFLICT', `it has version ${version} now`, { version, edited })
    : refuse('FROZEN_AFTER_PUBLISHING', 'survey: it is open', { field: 'survey' });
}

function noSurvey(): Refused<'SURVEY_NOT_FOUND'> {
  return refuse('SURVEY_NOT_FOUND', 'no such survey', { field: 'k' });
}

type Questions = Input<'survey.save'>['survey']['questions'];

/** What one can choose from in a question: options, or the rows of a matrix. */
function linesOf(question: Questions[number]): { name: 'options' | 'rows'; lines: string[] } {
  if ('options' in question) return { name: 'options', lines: question.options };
  return { name: 'rows', lines: 'rows' in question ? question.rows : [] };
}

function optionTwice(questions: Questions): Refused<'INVALID_INPUT'> | null {
  for (const [at, question] of questions.entries()) {
    const { name, lines } = linesOf(question);
    const second = lines.findIndex((each, place) => lines.indexOf(each) !== place);
    if (second < 0) continue;
    const field = `survey.questions.${at}.${name}.${second}`;
    return refuse('INVALID_INPUT', `${field}: each once`, { field, expected: 'each once' });
  }
  return null;
}

function textsOf({ title, questions }: Input<'survey.save'>['survey']): WrittenText[] {
  const asked = questions.flatMap((question, at): WrittenText[] => {
    const field = `survey.questions.${at}`;
    const { name, lines } = linesOf(question);
    return [
      { field: `${field}.title`, text: question.title },
      ...lines.map((text, place) => ({ field: `${field}.${name}.${place}`, text })),
    ];
  });
  return [{ field: 'survey.title', text: title }, ...asked];
}
