import type { FailureState } from '../../components/page-state/page-state.view';
import type { Failure } from '../../services/cloud';
import { workFailureText } from '../../text/errors';
import { pageStateWords } from '../../text/buttons';
import { createWords } from './text/create';

/** What trying again cannot mend. */
const final: ReadonlySet<Failure['code']> = new Set([
  'NOT_A_MEMBER',
  'MEMBER_REMOVED',
  'ROLE_NOT_ALLOWED',
  'CREATION_NOT_ALLOWED',
  'CANDIDATE_NOT_FOUND',
]);

/** What a page of the organisers shows that could not be loaded. @param now the server's time, epoch milliseconds */
export function workState(failure: Failure, now: number): FailureState {
  const { title, detail, tone } = workFailureText(failure, now);
  if (final.has(failure.code)) return { kind: 'empty', drawing: 'search', title, detail, action: pageStateWords.home };
  return {
    kind: 'failed',
    drawing: tone === 'fault' ? 'fault' : 'offline',
    title,
    detail,
    action: pageStateWords.retry,
  };
}

/** What stands instead of a new poll where this person may not make one: the button says how to be allowed to. */
export function creationRefused(now: number): FailureState {
  return { ...workState({ code: 'CREATION_NOT_ALLOWED', message: '' }, now), action: createWords.claim };
}
