import type { NoticeEnd, WorkCalendar } from '../../universal/calendar';
import { dayLength, dayOf, endOfDay } from '../../universal/day';
import type { Winner } from '../../universal/ledger/count/award-state';

/** What the length of the next notice follows from. */
export interface NoticeGround {
  /** Working days that the rules owe. */
  days: number;
  /** The notice that stands. */
  last?: { until: number; winners: readonly Winner[] };
  /** Whether a ballot was voided or a candidate withdrawn since. */
  isRuledSince: boolean;
  /** Who would win by the next one. */
  winners: readonly Winner[];
}

/** How many working days a notice is up again at least where somebody's ballot or candidate was taken out since the last one. */
const daysAfterRuling = 3;

/** How far ahead a notice may end, milliseconds: one that was put up for years by a slip of the hand could never be shortened. */
export const longestNotice = 120 * dayLength;

/**
 * The earliest end of a notice that goes up at `from`, epoch milliseconds. With the same winners in the same ranks the earlier end
 * may stand, unless something was ruled since; a notice is never shortened.
 */
export function earliestNoticeEnd(ground: NoticeGround, from: number, calendar: WorkCalendar): NoticeEnd {
  const { days, last, isRuledSince, winners } = ground;
  const isSame = last !== undefined && JSON.stringify(inShort(last.winners)) === JSON.stringify(inShort(winners));
  if (!isSame) return notBefore(last?.until, calendar.noticeEnd(from, days));
  if (isRuledSince) return notBefore(last.until, calendar.noticeEnd(from, Math.min(days, daysAfterRuling)));
  return notBefore(last.until, { until: endOfDay(dayOf(from)) });
}

function notBefore(earlier: number | undefined, end: NoticeEnd): NoticeEnd {
  return earlier === undefined || earlier <= end.until ? end : { until: earlier };
}

function inShort(winners: readonly Winner[]): [string, number][] {
  return winners.map(({ candidate, rank }) => [candidate, rank]);
}
