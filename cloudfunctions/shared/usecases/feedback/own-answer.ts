import { refuse, type Answered, type Refused } from '../../contract/answered';
import type { Survey } from '../../domain/feedback/survey';
import { setting } from '../../platform/environment';
import { topicMac } from '../../platform/keys';
import { findSurvey } from '../../store/feedback/surveys';
import { findPoll } from '../../store/poll/polls';
import { isPollId } from '../poll/open-poll';

/** Whose an answer is: nobody without the installation's key can tell that from an identity, nor two surveys' answers as one person's. */
export function answerId(pollId: string, k: number, openid: string): string {
  const mac = topicMac(setting('PARTICIPANT_KEY'), 'survey', pollId);
  return `${pollId}:${k}:${mac(JSON.stringify([k, openid]))}`;
}

type NotOpen = Refused<'POLL_NOT_FOUND' | 'SURVEY_NOT_OPEN'>;

/** A survey that takes answers now. */
export async function findOpenSurvey(
  pollId: string,
  k: number,
  now: number,
): Promise<Answered<Survey & { until: number }, 'POLL_NOT_FOUND' | 'SURVEY_NOT_OPEN'>> {
  if (!isPollId(pollId)) return noPoll();
  const [poll, survey] = await Promise.all([findPoll(pollId), findSurvey(pollId, k)]);
  if (poll === null || poll.status === 'draft') return noPoll();
  const until = survey?.until;
  if (survey === null || until === undefined || (poll.callOff ?? poll.withdrawal) !== undefined) {
    return refuse('SURVEY_NOT_OPEN', 'it is not open', {});
  }
  return now < until ? { ok: true, data: { ...survey, until } } : refuse('SURVEY_NOT_OPEN', 'it is over', { until });
}

function noPoll(): NotOpen {
  return refuse('POLL_NOT_FOUND', 'no such poll', { field: 'pollId' });
}
