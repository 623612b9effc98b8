// Times as people say them, always in the organiser's zone (Asia/Shanghai) wherever the phone or the screen is. Seconds are for
// operators alone. Instants are epoch milliseconds.
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import { dayLength, midnightBefore, zoneOffset } from './day';

dayjs.extend(utc);

const minute = 60_000;
const hour = 60 * minute;

/**
 * What a calendar and a clock in Shanghai show. Shifted and read as UTC: dayjs's own `utcOffset` counts by the phone's zone, and is an
 * hour off on the day on which that one's summer time ends.
 */
function local(at: number): dayjs.Dayjs {
  return dayjs.utc(at + zoneOffset);
}

/** 11月24日; with the year where it is another one than that of `now`, if that is given. */
export function dateText(at: number, now?: number): string {
  const isThisYear = now === undefined || local(at).year() === local(now).year();
  return local(at).format(isThisYear ? 'M月D日' : 'YYYY年M月D日');
}

/** 9:41 */
export function timeText(at: number): string {
  return local(at).format('H:mm');
}

/** 11月24日 18:00 */
export function dateTimeText(at: number): string {
  return local(at).format('M月D日 H:mm');
}

/** 2026年11月24日 */
export function fullDateText(at: number): string {
  return local(at).format('YYYY年M月D日');
}

/** 2026年11月24日 18:00, where nobody knows when it is read. */
export function fullTimeText(at: number): string {
  return local(at).format('YYYY年M月D日 H:mm');
}

/** 2026年11月24日 09:00, as WeChat's messages want it. */
export function messageTimeText(at: number): string {
  return local(at).format('YYYY年M月D日 HH:mm');
}

/** 2026-11-24 09:00, in sheets: a text, so that no program shifts it. */
export function sheetTimeText(at: number): string {
  return local(at).format('YYYY-MM-DD HH:mm');
}

/** 11/24 09:41:05, for whoever watches a scheduler at work. */
export function secondText(at: number): string {
  return local(at).format('M/D HH:mm:ss');
}

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** 11月24日 周二; with the year where it is not this one's. */
export function weekdayText(at: number, now: number): string {
  return `${dateText(at, now)} ${weekdays[local(at).day()] ?? ''}`;
}

/** 周二 24日, in a row of days. */
export function weekdayShortText(at: number): string {
  return `${weekdays[local(at).day()] ?? ''} ${local(at).date()}日`;
}

/** 今天 18:00, 明天 0:00, 昨天 9:41, else 11月24日 18:00, with the year where it is another one. */
export function momentText(at: number, now: number): string {
  return `${dayText(at, now)} ${timeText(at)}`;
}

/** As momentText, but a midnight is the end of its day, by which nobody takes the wrong day for the last one: 11月30日 24:00. */
export function endText(at: number, now: number): string {
  return at === midnightBefore(at) ? `${dayText(at - 1, now)} 24:00` : momentText(at, now);
}

/** As momentText, but today goes without saying: 9:50. */
export function soonText(at: number, now: number): string {
  return dayWord(at, now) === '今天' ? timeText(at) : momentText(at, now);
}

/** 今天, 明天 or 昨天, else 11月24日, with the year where it is another one. */
export function dayText(at: number, now: number): string {
  return dayWord(at, now) ?? dateText(at, now);
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
  if (left >= dayLength) return `还有 ${Math.floor(left / dayLength)} 天`;
  const hours = Math.floor(left / hour);
  const minutes = Math.floor((left % hour) / minute);
  if (hours > 0) return minutes > 0 ? `还有 ${hours} 小时 ${minutes} 分` : `还有 ${hours} 小时`;
  return minutes > 0 ? `还有 ${minutes} 分钟` : '不到 1 分钟';
}

function dayWord(at: number, now: number): string | undefined {
  const days = (midnightBefore(at) - midnightBefore(now)) / dayLength;
  return { [-1]: '昨天', 0: '今天', 1: '明天' }[days];
}
