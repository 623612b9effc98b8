import { tagOf } from './keys';
import { isPlainObject, ObjectId, type Document, type Value } from './wire';

/**
 * The order of two values as MongoDB has it: by type first, objects by their fields in order, texts by their UTF-8 bytes.
 * Negative, zero or positive; the same order as that of `encodeKey`, without making keys.
 */
export function compareValues(a: Value | undefined, b: Value | undefined): number {
  if (a === b) return 0;
  const byType = tagOf(a) - tagOf(b);
  if (byType !== 0) return byType;
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (typeof a === 'boolean') return a ? 1 : -1;
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (a instanceof ObjectId && b instanceof ObjectId) return compareTexts(a.hex, b.hex);
  if (a instanceof RegExp && b instanceof RegExp) return compareTexts(String(a), String(b));
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  return isPlainObject(a) && isPlainObject(b) ? compareObjects(a, b) : 0;
}

/** Tells whether two values are equal as MongoDB sees it: 1 and 1.0 are, objects with their fields in another order are not. */
export function areEqual(a: Value | undefined, b: Value | undefined): boolean {
  return compareValues(a, b) === 0;
}

function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return a.length - b.length;
}

/** A half of a surrogate pair belongs to a character beyond the basic plane, whose bytes sort above all others. */
function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function compareLists(a: Value[], b: Value[]): number {
  for (const [at, item] of a.entries()) {
    if (at >= b.length) return 1;
    const result = compareValues(item, b[at]);
    if (result !== 0) return result;
  }
  return a.length - b.length;
}

function compareObjects(a: Document, b: Document): number {
  const left = Object.keys(a);
  const right = Object.keys(b);
  for (const [at, field] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    const result = tagOf(a[field]) - tagOf(b[other]) || compareTexts(field, other) || compareValues(a[field], b[other]);
    if (result !== 0) return result;
  }
  return left.length - right.length;
}
