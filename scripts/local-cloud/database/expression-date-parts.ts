// Serves conformance alone; see the README.

import { compute, type ExpressionOperator } from './mingo-operators';
import { requestFailed } from './refusal';
import { offsetMinutes } from './time-zone';
import { isPlainObject, type Value } from './wire';

const DAY = 24 * 60 * 60 * 1000;

const NAMES = new Set([
  ...['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond', 'timezone'],
  ...['isoWeekYear', 'isoWeek', 'isoDayOfWeek'],
]);

/** `$dateFromParts`: mingo knows neither ISO weeks nor null. Parts beyond their range carry over. */
export const dateFromParts: ExpressionOperator = (document, expression, settings) => {
  if (!isPlainObject(expression)) throw requestFailed('[FailedOperation] $dateFromParts only supports an object');
  const parts = new Map<string, Value | undefined>();
  for (const [name, value] of Object.entries(expression)) {
    if (!NAMES.has(name)) {
      throw requestFailed(`[FailedOperation] Unrecognized argument to $dateFromParts: ${name}`);
    }
    parts.set(name, compute(document, value, settings));
  }
  if ([...parts.values()].some((value) => value === null || value === undefined)) return null;
  const part = (name: string, otherwise: number): number => {
    const value = parts.get(name) ?? otherwise;
    if (typeof value === 'number' && Number.isInteger(value)) return value;
    throw requestFailed(`[FailedOperation] '${name}' must evaluate to an integer`);
  };
  if (parts.has('year') === parts.has('isoWeekYear')) {
    throw requestFailed("[FailedOperation] $dateFromParts requires either 'year' or 'isoWeekYear' to be present");
  }
  const day = parts.has('year')
    ? Date.UTC(part('year', 1970), part('month', 1) - 1, part('day', 1))
    : isoWeekStart(part('isoWeekYear', 1970)) + ((part('isoWeek', 1) - 1) * 7 + part('isoDayOfWeek', 1) - 1) * DAY;
  const time = ((part('hour', 0) * 60 + part('minute', 0)) * 60 + part('second', 0)) * 1000 + part('millisecond', 0);
  const local = new Date(day + time);
  return new Date(local.getTime() - offsetMinutes(parts.get('timezone') ?? 'UTC', local) * 60_000);
};

/** The Monday of a year's first ISO week: the week that has the 4th of January. */
function isoWeekStart(year: number): number {
  const fourth = Date.UTC(year, 0, 4);
  return fourth - ((new Date(fourth).getUTCDay() || 7) - 1) * DAY;
}
