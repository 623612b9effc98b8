import { isPlainObject, ObjectId, type Value } from './wire';

/**
 * The order of BSON types. The tags are MongoDB's canonical order, so that comparing two keys byte by byte orders values
 * as the real database does; 0 is left for the end of a composite.
 */
const TAG = {
  emptyArray: 1,
  null: 2,
  number: 3,
  string: 4,
  object: 5,
  array: 6,
  id: 7,
  boolean: 8,
  date: 9,
  pattern: 10,
} as const;

/** Counts up whenever values are encoded differently, so that indexes on file are built anew. */
export const KEY_FORMAT = 2;

/** Where MongoDB sorts and indexes an array that has no items: below null. */
export const EMPTY_ARRAY_KEY = Buffer.from([TAG.emptyArray]);

const END = 0;

/** The greatest key in bytes: MongoDB refuses to index more than 1024, and LMDB takes at most 1978 with our prefix. */
export const MAX_KEY_BYTES = 1024;

/** Encodes a value into bytes that sort as MongoDB sorts values; a missing field sorts as null. */
export function encodeKey(value: Value | undefined): Buffer {
  if (typeof value === 'string') return encodeText(TAG.string, value);
  const bytes: number[] = [];
  push(bytes, value);
  return Buffer.from(bytes);
}

/** The first key that is greater than every key that starts with `prefix`. */
export function after(prefix: Buffer): Buffer {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 0xff) end -= 1;
  // No key is as long as this, not even one of nothing but inverted ends.
  if (end === 0) return Buffer.alloc(MAX_KEY_BYTES + 1, 0xff);
  const next = Buffer.from(prefix.subarray(0, end));
  next[end - 1] = (next[end - 1] ?? 0) + 1;
  return next;
}

/** The half-open range of keys of the values that have the same type as `value`. */
export function typeRange(value: Value): { from: Buffer; to: Buffer } {
  const tag = tagOf(value);
  return { from: Buffer.from([tag]), to: Buffer.from([tag + 1]) };
}

/** Turns a key's order round, for index fields that descend. */
export function invert(key: Buffer): Buffer {
  return Buffer.from(key.map((byte) => 0xff - byte));
}

/** The place of a value's type in the order of types; a missing field counts as null. */
export function tagOf(value: Value | undefined): number {
  if (value === null || value === undefined) return TAG.null;
  if (typeof value === 'number') return TAG.number;
  if (typeof value === 'string') return TAG.string;
  if (typeof value === 'boolean') return TAG.boolean;
  if (Array.isArray(value)) return TAG.array;
  if (value instanceof Date) return TAG.date;
  if (value instanceof ObjectId) return TAG.id;
  return value instanceof RegExp ? TAG.pattern : TAG.object;
}

function push(bytes: number[], value: Value | undefined): void {
  const tag = tagOf(value);
  if (typeof value === 'string') {
    for (const byte of encodeText(tag, value)) bytes.push(byte);
    return;
  }
  bytes.push(tag);
  if (typeof value === 'number') pushNumber(bytes, value);
  else if (typeof value === 'boolean') bytes.push(value ? 1 : 0);
  else if (value instanceof Date) pushNumber(bytes, value.getTime());
  else if (value instanceof ObjectId) bytes.push(...Buffer.from(value.hex, 'hex'));
  else if (value instanceof RegExp) for (const byte of encodeText(TAG.string, String(value))) bytes.push(byte);
  else if (Array.isArray(value)) {
    for (const item of value) push(bytes, item);
    bytes.push(END);
  } else if (isPlainObject(value)) {
    for (const [field, item] of Object.entries(value)) {
      // MongoDB compares objects by the field's type first, then its name, then its value.
      bytes.push(tagOf(item));
      push(bytes, field);
      push(bytes, item);
    }
    bytes.push(END);
  }
}

/** UTF-8 with an end mark; a zero byte inside is written as 00 FF so that it sorts above the end. */
function encodeText(tag: number, text: string): Buffer {
  const plain = Buffer.from(text.includes('\0') ? text.replaceAll('\0', '\0\u00ff') : text, 'utf8');
  // U+00FF takes two bytes in UTF-8 (C3 BF), which still sorts above the single 00 of the end.
  const result = Buffer.allocUnsafe(plain.length + 2);
  result[0] = tag;
  plain.copy(result, 1);
  result[plain.length + 1] = END;
  return result;
}

const double = Buffer.alloc(8);

function pushNumber(bytes: number[], value: number): void {
  if (Number.isNaN(value)) {
    for (let at = 0; at < 8; at += 1) bytes.push(0);
    return;
  }
  double.writeDoubleBE(value === 0 ? 0 : value);
  const negative = (double[0] ?? 0) >= 0x80;
  for (const [at, byte] of double.entries()) {
    if (negative) bytes.push(0xff - byte);
    else bytes.push(at === 0 ? byte + 0x80 : byte);
  }
}
