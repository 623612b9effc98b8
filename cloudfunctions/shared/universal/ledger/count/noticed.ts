import { figuresInOrder } from '../entries/figures';
import type { NoticeEntry } from '../entries/log-entry';
import type { LogState } from './log-state';
import { resultOf, type Lot } from './result';

/** A notice of what a closed log adds up to now: the next one of its log. */
export function noticeOf(
  state: LogState,
  lot: Lot,
  { from, until, proposer, approver }: Pick<NoticeEntry, 'from' | 'until' | 'proposer' | 'approver'>,
): NoticeEntry {
  const figures = figuresInOrder(resultOf(state, lot), true);
  const n = (state.award.notice?.n ?? 0) + 1;
  return { v: 1, kind: 'notice', n, from, until, ...figures, proposer, approver };
}

/** Whether a notice says what the log added up to when it went up. @param state the count at the notice, with it or without */
export function isAsCounted(state: LogState, lot: Lot, notice: NoticeEntry): boolean {
  const text = (figures: Parameters<typeof figuresInOrder>[0]): string => JSON.stringify(figuresInOrder(figures, true));
  return text(notice) === text(resultOf(state, lot));
}
