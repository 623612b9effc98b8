// Times as people say them, always in the organiser's zone (Asia/Shanghai) wherever the screen is. Never seconds.
// China has had one zone without summer time since 1992. Instants are epoch milliseconds.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

function there(at: number): Date {
  return new Date(at + 8 * hour);
}

/** 9:41 */
export function timeText(at: number): string {
  const local = there(at);
  return `${local.getUTCHours()}:${String(local.getUTCMinutes()).padStart(2, '0')}`;
}

/** 今天, 明天 or 昨天, else 11月24日, with the year where it is another one. */
export function dayText(at: number, now: number): string {
  const distance = Math.floor((at + 8 * hour) / day) - Math.floor((now + 8 * hour) / day);
  const nearby = new Map([
    [-1, '昨天'],
    [0, '今天'],
    [1, '明天'],
  ]).get(distance);
  return nearby ?? dateText(at, now);
}

/** 11月24日, with the year where it is another one. */
export function dateText(at: number, now: number): string {
  const local = there(at);
  const year = local.getUTCFullYear() === there(now).getUTCFullYear() ? '' : `${local.getUTCFullYear()}年`;
  return `${year}${local.getUTCMonth() + 1}月${local.getUTCDate()}日`;
}

/** 今天 18:00, else 11月24日 18:00. */
export function momentText(at: number, now: number): string {
  return `${dayText(at, now)} ${timeText(at)}`;
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
