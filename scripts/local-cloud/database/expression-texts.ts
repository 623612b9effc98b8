// Serves conformance alone; see the README.

import { compareValues } from './compare';
import { withArguments, type ExpressionOperator } from './mingo-operators';
import { requestFailed } from './refusal';
import type { Value } from './wire';

const THREE = { least: 3, most: 3 };

/** Text operators that mingo counts in UTF-16 units, or refuses where MongoDB answers. */
export const texts: Record<string, ExpressionOperator> = {
  $substr: withArguments('$substr', THREE, substringOfBytes),
  $substrBytes: withArguments('$substrBytes', THREE, substringOfBytes),
  $substrCP: withArguments('$substrCP', THREE, (text, start, count) => {
    const from = wholeNumber('$substrCP', start);
    const length = wholeNumber('$substrCP', count);
    if (from < 0 || length < 0)
      throw requestFailed('[FailedOperation] $substrCP: starting index and length must not be negative');
    return Array.from(textOf(text))
      .slice(from, from + length)
      .join('');
  }),
  $toLower: withArguments('$toLower', { least: 1, most: 1 }, (text) => textOf(text).toLowerCase()),
  $toUpper: withArguments('$toUpper', { least: 1, most: 1 }, (text) => textOf(text).toUpperCase()),
  $strcasecmp: withArguments('$strcasecmp', { least: 2, most: 2 }, (a, b) =>
    Math.sign(compareValues(textOf(a).toUpperCase(), textOf(b).toUpperCase())),
  ),
  $indexOfBytes: withArguments('$indexOfBytes', { least: 2, most: 4 }, (text, part, start, end) => {
    if (text === null || text === undefined) return null;
    const bytes = Buffer.from(textArgument('$indexOfBytes', text));
    const from = start === undefined ? 0 : wholeNumber('$indexOfBytes', start);
    const to = end === undefined ? bytes.length : wholeNumber('$indexOfBytes', end);
    if (from < 0 || to < 0) throw requestFailed('[FailedOperation] $indexOfBytes: indexes must not be negative');
    if (from > bytes.length || to < from) return -1;
    const at = bytes.subarray(0, to).indexOf(textArgument('$indexOfBytes', part), from);
    return at;
  }),
  $indexOfCP: withArguments('$indexOfCP', { least: 2, most: 4 }, (text, part, start, end) => {
    if (text === null || text === undefined) return null;
    const points = Array.from(textArgument('$indexOfCP', text));
    const wanted = Array.from(textArgument('$indexOfCP', part));
    const from = start === undefined ? 0 : wholeNumber('$indexOfCP', start);
    const to = Math.min(end === undefined ? points.length : wholeNumber('$indexOfCP', end), points.length);
    if (from < 0 || to < 0) throw requestFailed('[FailedOperation] $indexOfCP: indexes must not be negative');
    for (let at = from; at + wanted.length <= to; at += 1) {
      if (wanted.every((point, offset) => points[at + offset] === point)) return at;
    }
    return -1;
  }),
};

/** A negative start gives nothing and a negative count everything that follows, as MongoDB documents it for `$substrBytes`. */
function substringOfBytes(text: Value | undefined, start: Value | undefined, count: Value | undefined): string {
  const bytes = Buffer.from(textOf(text));
  const from = wholeNumber('$substrBytes', start);
  const length = wholeNumber('$substrBytes', count);
  if (from < 0 || from >= bytes.length) return '';
  const to = length < 0 ? bytes.length : Math.min(bytes.length, from + length);
  if (isWithinCharacter(bytes[from])) {
    throw requestFailed('[FailedOperation] $substrBytes: Invalid range, starting index is a UTF-8 continuation byte.');
  }
  if (isWithinCharacter(bytes[to])) {
    throw requestFailed(
      '[FailedOperation] $substrBytes: Invalid range, ending index is in the middle of a UTF-8 character.',
    );
  }
  return bytes.subarray(from, to).toString('utf8');
}

function isWithinCharacter(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** Numbers and dates count as their texts here, null and a missing field as none. */
function textOf(value: Value | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  throw requestFailed("[FailedOperation] can't convert from BSON type to String");
}

function textArgument(name: string, value: Value | undefined): string {
  if (typeof value === 'string') return value;
  throw requestFailed(`[FailedOperation] ${name} requires a string`);
}

function wholeNumber(name: string, value: Value | undefined): number {
  if (typeof value === 'number') return Math.trunc(value);
  throw requestFailed(`[FailedOperation] ${name}: starting index and length must be numbers`);
}
