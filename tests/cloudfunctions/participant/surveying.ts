import type { ParticipantInput } from '../../../cloudfunctions/shared/contract/participant';
import type { PublicSurvey, SurveyQuestion } from '../../../cloudfunctions/shared/universal/survey';
import type { NoticedPoll } from '../../support/noticed-poll';
import { OrganiserClient } from '../../support/organiser-client';
import { readAll } from '../../support/read-all';
import type { TestCloud } from '../../support/test-cloud';
import { download, existingLogOf } from '../scheduler/support/public-log';

export type Answers = ParticipantInput<'survey.answer'>['answers'];

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const asked = { isOptional: false, isPublic: true };
export const questions: SurveyQuestion[] = [
  { ...asked, kind: 'grade', title: '规则写得怎么样', grades: 5 },
  { ...asked, kind: 'multiple', title: '用过哪些', options: ['列表', '搜索', '分享'] },
  { ...asked, kind: 'single', title: '从哪里知道的', options: ['海报', '群里'], isPublic: false },
  { ...asked, kind: 'text', title: '还有什么想说', isOptional: true, isPublic: false },
];
export const survey = { title: '这次评选，您觉得怎么样', occasion: 'vote' as const, questions };

/** An answer to each of them. */
export const answers = (text: string | null = null): Answers => [0, [0, 2], 1, text];

/** Saves the survey and opens it for ten days. @returns until when */
export async function openSurvey(
  { pollId, clock, editor }: Pick<NoticedPoll, 'pollId' | 'clock' | 'editor'>,
  more: Partial<typeof survey> = {},
  k = 1,
): Promise<number> {
  const until = clock.now + 10 * day;
  const { version } = await editor.get('survey.save', { pollId, k, version: 0, survey: { ...survey, ...more } });
  await editor.get('survey.open', { pollId, k, version, until });
  return until;
}

let serial = 0;
export const newResident = (cloud: TestCloud): OrganiserClient =>
  new OrganiserClient(cloud.url, `oSurveyed${(serial += 1)}`);
export const newRequest = (): string => `request-${(serial += 1)}-survey`;

export const answer = (
  who: OrganiserClient,
  pollId: string,
  given: Answers = answers(),
  { k = 1, requestId = newRequest() } = {},
): ReturnType<typeof who.participate<'survey.answer'>> =>
  who.participate('survey.answer', { pollId, k, requestId, answers: given });

/** So many persons answer so. */
export async function answerAll(cloud: TestCloud, pollId: string, all: readonly Answers[]): Promise<void> {
  for (const given of all) expect(await answer(newResident(cloud), pollId, given)).toMatchObject({ ok: true });
}

export const storedAnswers = async (cloud: TestCloud, pollId: string): Promise<Record<string, unknown>[]> =>
  (await readAll<Record<string, unknown> & { _id: string }>(cloud.url, 'answers', {})).filter(({ _id }) =>
    _id.startsWith(`${pollId}:`),
  );

/** The public file as anybody reads it; undefined before the first one. */
export async function publicSurvey(cloud: TestCloud, pollId: string, k = 1): Promise<PublicSurvey | undefined> {
  const { files } = await existingLogOf(cloud, pollId);
  const file = String(await download(cloud, `${files}/surveys/${k}.json`));
  return file.startsWith('{') ? (JSON.parse(file) as PublicSurvey) : undefined;
}

/** A day later by the scheduler's timer, whose plan of what is due is never older than half a day. */
export async function nextDay(cloud: TestCloud, { clock }: Pick<NoticedPoll, 'clock'>): Promise<void> {
  for (let half = 0; half < 2; half++) {
    clock.later(day / 2 + minute);
    await cloud.fireTimer('scheduler');
  }
}
