// Serves conformance alone; see the README.

import { dateFromParts } from './expression-date-parts';
import { compute, type ExpressionOperator, type Settings } from './mingo-operators';
import { requestFailed } from './refusal';
import { offsetMinutes } from './time-zone';
import { isPlainObject, type Document, type Value } from './wire';

const DAY = 24 * 60 * 60 * 1000;

/** What each operator takes of an instant that was shifted so that its UTC fields are those of the wanted zone. */
const parts = {
  $year: (at) => at.getUTCFullYear(),
  $month: (at) => at.getUTCMonth() + 1,
  $dayOfMonth: (at) => at.getUTCDate(),
  $dayOfYear: dayOfYear,
  $dayOfWeek: (at) => at.getUTCDay() + 1,
  $isoDayOfWeek: (at) => at.getUTCDay() || 7,
  /** Weeks begin on Sundays; what lies before the first Sunday is week 0. */
  $week: (at) => Math.floor((dayOfYear(at) + 6 - at.getUTCDay()) / 7),
  $isoWeek: (at) => Math.ceil(dayOfYear(thursdayOf(at)) / 7),
  $isoWeekYear: (at) => thursdayOf(at).getUTCFullYear(),
  $hour: (at) => at.getUTCHours(),
  $minute: (at) => at.getUTCMinutes(),
  $second: (at) => at.getUTCSeconds(),
  $millisecond: (at) => at.getUTCMilliseconds(),
} satisfies Record<string, (at: Date) => number>;

const formats: Record<string, (at: Date, minutes: number) => string> = {
  Y: (at) => padded(parts.$year(at), 4),
  m: (at) => padded(parts.$month(at), 2),
  d: (at) => padded(parts.$dayOfMonth(at), 2),
  H: (at) => padded(parts.$hour(at), 2),
  M: (at) => padded(parts.$minute(at), 2),
  S: (at) => padded(parts.$second(at), 2),
  L: (at) => padded(parts.$millisecond(at), 3),
  j: (at) => padded(parts.$dayOfYear(at), 3),
  w: (at) => String(parts.$dayOfWeek(at)),
  u: (at) => String(parts.$isoDayOfWeek(at)),
  U: (at) => padded(parts.$week(at), 2),
  V: (at) => padded(parts.$isoWeek(at), 2),
  G: (at) => padded(parts.$isoWeekYear(at), 4),
  z: (_at, minutes) =>
    `${minutes < 0 ? '-' : '+'}${padded(Math.floor(Math.abs(minutes) / 60), 2)}${padded(Math.abs(minutes) % 60, 2)}`,
  Z: (_at, minutes) => String(minutes),
  '%': () => '%',
};

/** The date operators: mingo's fail on null, know few zones and count weeks by other rules than MongoDB. */
export const dates: Record<string, ExpressionOperator> = {
  ...Object.fromEntries(Object.entries(parts).map(([name, read]) => [name, partOperator(read)])),
  $dateFromParts: dateFromParts,
  $dateToString: (document, expression, settings) => {
    if (!isPlainObject(expression) || expression['date'] === undefined) {
      throw requestFailed("[FailedOperation] Missing 'date' parameter to $dateToString");
    }
    const { date, timezone } = dateArguments(document, expression, settings);
    if (date === null) return compute(document, expression['onNull'] ?? null, settings) ?? null;
    const minutes = offsetMinutes(timezone, date);
    const format = compute(
      document,
      expression['format'] ?? `%Y-%m-%dT%H:%M:%S.%L${minutes === 0 ? 'Z' : ''}`,
      settings,
    );
    if (format === null || format === undefined) return null;
    if (typeof format !== 'string')
      throw requestFailed('[FailedOperation] $dateToString requires that format be a string');
    return formatted(inZone(date, minutes), minutes, format);
  },
};

function partOperator(read: (at: Date) => number): ExpressionOperator {
  return (document, expression, settings) => {
    const { date, timezone } = dateArguments(document, expression, settings);
    return date === null ? null : read(inZone(date, offsetMinutes(timezone, date)));
  };
}

function formatted(at: Date, minutes: number, format: string): string {
  return format.replace(/%(.?)/g, (_whole, letter: string) => {
    const write = formats[letter];
    if (write === undefined)
      throw requestFailed(`[FailedOperation] Invalid format character '%${letter}' in format string`);
    return write(at, minutes);
  });
}

/** An operand is a date, or an object that names the date and a time zone. */
function dateArguments(
  document: Document,
  expression: Value,
  settings: Settings,
): { date: Date | null; timezone: Value } {
  const given: Value = Array.isArray(expression) && expression.length === 1 ? (expression[0] ?? null) : expression;
  const isNamed = isPlainObject(given) && 'date' in given;
  const date = compute(document, isNamed ? (given['date'] ?? null) : given, settings);
  const timezone = isNamed ? compute(document, given['timezone'] ?? 'UTC', settings) : 'UTC';
  if (date === null || date === undefined || timezone === null || timezone === undefined) {
    return { date: null, timezone: 'UTC' };
  }
  if (!(date instanceof Date)) throw requestFailed("[FailedOperation] can't convert from BSON type to Date");
  return { date, timezone };
}

function inZone(date: Date, minutes: number): Date {
  return new Date(date.getTime() + minutes * 60_000);
}

function dayOfYear(at: Date): number {
  return Math.floor((at.getTime() - Date.UTC(at.getUTCFullYear(), 0, 1)) / DAY) + 1;
}

/** The Thursday of a date's ISO week: its year is the year of the week. */
function thursdayOf(at: Date): Date {
  return new Date(at.getTime() + (4 - (at.getUTCDay() || 7)) * DAY);
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
