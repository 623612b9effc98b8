import type { Failure as CallFailure } from '../../../services/cloud';
import { readFailureText } from '../../../text/errors';
import { pageStateWords } from '../../../text/page-state';
import { pollWords } from '../../../text/poll-page';
import type { Failure } from './poll-data';

const notThere: ReadonlySet<CallFailure['code']> = new Set(['POLL_NOT_FOUND', 'CANDIDATE_NOT_FOUND', 'INVALID_INPUT']);

/** What a page shows that could not be loaded; where nothing is, its button leads elsewhere instead of trying again. */
export function failureView(failure: CallFailure, now: number): Failure {
  const { title, detail, tone } = readFailureText(failure, now);
  if (notThere.has(failure.code)) return { kind: 'empty', drawing: 'search', title, detail, action: pollWords.toHome };
  return {
    kind: 'failed',
    drawing: tone === 'fault' ? 'fault' : 'offline',
    title,
    detail,
    action: pageStateWords.retry,
  };
}
