import type { Wheel } from '../phone/wheel-picker';

/** How finely a date is chosen. */
export type DateFields = 'year' | 'month' | 'day';

const depths: Record<DateFields, number> = { year: 1, month: 2, day: 3 };

/** The columns that choose a date between two others, and the date they mean. */
export interface DateWheels {
  wheels: Wheel[];
  /** As "2026-03-05", or as much of it as is chosen. */
  value: string;
}

/** @param start and @param end as "YYYY-MM-DD"; WeChat offers 1970 to 2100 where they are missing */
export function dateWheels(parts: readonly number[], fields: DateFields, start: string, end: string): DateWheels {
  const least = partsOf(start, [1970, 1, 1]);
  const most = partsOf(end, [2100, 12, 31]);
  const ends = [
    (): number => 9999,
    (): number => 12,
    ([year = 0, month = 1]: number[]) => new Date(year, month, 0).getDate(),
  ];
  const chosen: number[] = [];
  const wheels = Array.from({ length: depths[fields] }, (_, depth): Wheel => {
    // A bound counts as long as everything before it lies on the bound.
    const isLeast = chosen.every((part, at) => part === least[at]);
    const isMost = chosen.every((part, at) => part === most[at]);
    const first = isLeast ? (least[depth] ?? 1) : 1;
    const last = Math.min(ends[depth]?.(chosen) ?? 1, isMost ? (most[depth] ?? 1) : 9999);
    const part = Math.max(first, Math.min(last, parts[depth] ?? first));
    chosen.push(part);
    const labels = Array.from({ length: last - first + 1 }, (__, at) => `${first + at}${'年月日'[depth] ?? ''}`);
    return { labels, at: part - first };
  });
  return { wheels, value: chosen.map((part, depth) => String(part).padStart(depth === 0 ? 4 : 2, '0')).join('-') };
}

/** The columns for hours and minutes between two times, as "HH:MM". */
export function timeWheels(parts: readonly number[], start: string, end: string): DateWheels {
  const [fromHour = 0, fromMinute = 0] = start ? start.split(':').map(Number) : [0, 0];
  const [toHour = 23, toMinute = 59] = end ? end.split(':').map(Number) : [23, 59];
  const hour = Math.max(fromHour, Math.min(toHour, parts[0] ?? 0));
  const first = hour === fromHour ? fromMinute : 0;
  const last = hour === toHour ? toMinute : 59;
  const minute = Math.max(first, Math.min(last, parts[1] ?? 0));
  const two = (number: number): string => String(number).padStart(2, '0');
  const row = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, at) => two(from + at));
  return {
    wheels: [
      { labels: row(fromHour, toHour), at: hour - fromHour },
      { labels: row(first, last), at: minute - first },
    ],
    value: `${two(hour)}:${two(minute)}`,
  };
}

/** What columns say, as numbers: "3月" is 3. */
export function numbersOf(wheels: readonly Wheel[], chosen: readonly number[]): number[] {
  return wheels.map(({ labels }, column) => parseInt(labels[chosen[column] ?? 0] ?? '', 10));
}

export function partsOf(date: string, fallback: readonly number[]): number[] {
  const parts = date.split('-').map(Number);
  return fallback.map((part, at) => (date && Number.isFinite(parts[at]) ? (parts[at] ?? part) : part));
}
