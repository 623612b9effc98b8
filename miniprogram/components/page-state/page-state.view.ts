import type { Failure } from '../../services/cloud';
import { readFailureText } from '../../text/errors';
import { queueWords } from '../../text/queue';
import { pageStateWords } from '../../text/buttons';

/** What page-state shows of a page that could not be loaded. */
export interface FailureState {
  /** `failed` may be tried again; behind `empty` there is nothing, so its button leads home. */
  kind: 'failed' | 'empty';
  drawing: 'offline' | 'fault' | 'search' | 'mark';
  title: string;
  detail: string;
  action: string;
}

const notThere: ReadonlySet<Failure['code']> = new Set([
  'POLL_NOT_FOUND',
  'CANDIDATE_NOT_FOUND',
  'INVALID_INPUT',
  'NOT_A_MEMBER',
  'MEMBER_REMOVED',
  'ROLE_NOT_ALLOWED',
  'NOT_AN_ADMINISTRATOR',
  'INVITATION_NOT_FOUND',
  'INVITATION_EXPIRED',
  'INVITATION_USED',
]);

/** @param now the server's time, epoch milliseconds */
export function failureState(failure: Failure, now: number): FailureState {
  const { title, detail, tone } = readFailureText(failure, now);
  if (notThere.has(failure.code))
    return { kind: 'empty', drawing: 'search', title, detail, action: pageStateWords.home };
  const drawing = tone === 'fault' ? 'fault' : 'offline';
  return { kind: 'failed', drawing, title, detail, action: pageStateWords.retry };
}

/** What it shows while the cloud has no room for so many, and the page asks again by itself. */
export const queueState: FailureState = {
  kind: 'failed',
  drawing: 'mark',
  title: queueWords.title,
  detail: queueWords.opening,
  action: queueWords.now,
};
