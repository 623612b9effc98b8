// Instants as the pickers know them: a day and a time of day in Asia/Shanghai, wherever the phone is.

const hour = 60 * 60 * 1000;
/** China has had one zone without summer time since 1992. */
const offset = 8 * hour;
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** "2026-11-24". @param at epoch milliseconds, as everywhere in this file */
export function dayOf(at: number): string {
  return new Date(at + offset).toISOString().slice(0, 10);
}

/** "09:00" */
export function timeOf(at: number): string {
  return new Date(at + offset).toISOString().slice(11, 16);
}

/** The instant of a day and a time as the pickers give them. */
export function instantOf(day: string, time: string): number {
  return Date.parse(`${day}T${time}:00Z`) - offset;
}

/** 11月24日 周二; with the year where it is not this one's. */
export function weekdayText(at: number, now: number): string {
  const date = new Date(at + offset);
  const year = date.getUTCFullYear() === new Date(now + offset).getUTCFullYear() ? '' : `${date.getUTCFullYear()}年`;
  return `${year}${date.getUTCMonth() + 1}月${date.getUTCDate()}日 ${weekdays[date.getUTCDay()] ?? ''}`;
}
