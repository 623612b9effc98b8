import { insertRuling } from '../../store/counting/rulings';
import type { Submission } from '../../store/jury/sheets';
import { callForPoll } from '../scheduling/call-scheduler';
import type { Seat } from './sitting';

/**
 * Hands what binds a submission to the log; the scheduler takes it in. A repeat changes nothing.
 * @returns false when it was handed over before
 */
export async function commit(pollId: string, seat: Seat, submission: Submission, now: number): Promise<boolean> {
  const { memberId, label } = seat;
  const { n, hash, at } = submission;
  const _id = `${pollId}:sheet:${memberId}:${n}`;
  const persons = { proposer: memberId, approver: memberId };
  const ruling = { _id, pollId, at, kind: 'sheet' as const, juror: label, n, hash, ...persons, batch: null };
  const isNew = await insertRuling(ruling);
  if (isNew) await callForPoll(pollId, now);
  return isNew;
}
