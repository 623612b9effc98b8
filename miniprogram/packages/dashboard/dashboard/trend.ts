import { dateText, timeText } from '../../../../cloudfunctions/shared/universal/times';
import { dayLength, midnightBefore } from '../../../../cloudfunctions/shared/universal/day';
import type { Dashboard } from '../services/dashboard';

type ByHour = Dashboard['ballots']['byHour'];

/** One bar of the chart: a day or an hour. */
export interface TrendPoint {
  /** Under the bar: 24, or 19:00. */
  tick: string;
  /** In the table: 11月24日, or 19:00. */
  label: string;
  ballots: number;
  visits: number;
  /** It is not over yet. */
  isUnfinished: boolean;
  /** It has not begun. */
  isAhead: boolean;
}

export type Span = 'day' | 'hour';

const hour = 3_600_000;
/** More days than this would leave no room for a bar. */
const mostDays = 31;

/**
 * Days of the vote, those ahead included; where there are too many, the last ones up to now.
 * @param from the first instant of the vote @param until the first instant after it @param now the time of the counts
 */
export function byDay(
  { ballots, visits }: Pick<Dashboard, 'ballots' | 'visits'>,
  from: number,
  until: number,
  now: number,
): TrendPoint[] {
  const first = midnightBefore(from);
  const last = midnightBefore(until - 1);
  const all = Math.max(1, Math.round((last - first) / dayLength) + 1);
  const start = all > mostDays ? Math.max(first, midnightBefore(now) - (mostDays - 1) * dayLength) : first;
  const count = Math.min(all, mostDays);
  return points(start, dayLength, count, { ballots: ballots.byHour, visits: visits.byHour }, now, (at) => ({
    tick: dateText(at).replace(/^\d+月(\d+)日$/, '$1'),
    label: dateText(at),
  }));
}

/** The last 24 hours up to now. */
export function byHour({ ballots, visits }: Pick<Dashboard, 'ballots' | 'visits'>, now: number): TrendPoint[] {
  const start = Math.floor(now / hour) * hour - 23 * hour;
  return points(start, hour, 24, { ballots: ballots.byHour, visits: visits.byHour }, now, (at) => ({
    tick: timeText(at).replace(':00', ''),
    label: timeText(at),
  }));
}

/** How many ballots came on the day of `now`. */
export function today({ byHour: hours }: Pick<Dashboard['ballots'], 'byHour'>, now: number): number {
  const start = midnightBefore(now);
  return sumIn(hours, start, start + dayLength);
}

function points(
  start: number,
  width: number,
  count: number,
  of: { ballots: ByHour; visits: ByHour },
  now: number,
  name: (at: number) => { tick: string; label: string },
): TrendPoint[] {
  return Array.from({ length: count }, (_, at) => {
    const from = start + at * width;
    const to = from + width;
    return {
      ...name(from),
      ballots: sumIn(of.ballots, from, to),
      visits: sumIn(of.visits, from, to),
      isUnfinished: from <= now && now < to,
      isAhead: from > now,
    };
  });
}

function sumIn(hours: ByHour, from: number, to: number): number {
  return hours.reduce((sum, { at, count }) => (at >= from && at < to ? sum + count : sum), 0);
}
