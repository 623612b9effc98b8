// Times as people say them, always in the organiser's zone (Asia/Shanghai) wherever the phone is. Never seconds.
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** @param at epoch milliseconds, as everywhere in this file */
function local(at: number): dayjs.Dayjs {
  // China has had one zone without summer time since 1992.
  return dayjs(at).utcOffset(8);
}

/** 11月24日 */
export function dateText(at: number): string {
  return local(at).format('M月D日');
}

/** 9:41 */
export function timeText(at: number): string {
  return local(at).format('H:mm');
}

/** 11月24日 18:00 */
export function dateTimeText(at: number): string {
  return local(at).format('M月D日 H:mm');
}

/** 今天 18:00, 明天 0:00, 昨天 9:41, else 11月24日 18:00, with the year where it is another one. */
export function momentText(at: number, now: number): string {
  const nearby = dayWord(at, now);
  if (nearby) return `${nearby} ${timeText(at)}`;
  return local(at).year() === local(now).year() ? dateTimeText(at) : local(at).format('YYYY年M月D日 H:mm');
}

/** As momentText, but today goes without saying: 9:50. */
export function soonText(at: number, now: number): string {
  return dayWord(at, now) === '今天' ? timeText(at) : momentText(at, now);
}

/** 今天, 明天 or 昨天, else 11月24日. */
export function dayText(at: number, now: number): string {
  return dayWord(at, now) ?? dateText(at);
}

/** The day of a ballot's period: "2026-11-24" → 11月24日. `once` has none. */
export function periodDayText(period: string): string | undefined {
  const parts = /^\d{4}-(\d{2})-(\d{2})$/.exec(period);
  return parts ? `${Number(parts[1])}月${Number(parts[2])}日` : undefined;
}

/** 还有 6 天, under a day 还有 3 小时 12 分, then minutes; the past has no words. */
export function remainingText(until: number, now: number): string {
  const left = until - now;
  if (left <= 0) return '';
  if (left >= day) return `还有 ${Math.floor(left / day)} 天`;
  const hours = Math.floor(left / hour);
  const minutes = Math.floor((left % hour) / minute);
  if (hours > 0) return minutes > 0 ? `还有 ${hours} 小时 ${minutes} 分` : `还有 ${hours} 小时`;
  return minutes > 0 ? `还有 ${minutes} 分钟` : '不到 1 分钟';
}

function dayWord(at: number, now: number): string | undefined {
  const distance = local(at).startOf('day').diff(local(now).startOf('day'), 'day');
  return { [-1]: '昨天', 0: '今天', 1: '明天' }[distance];
}
