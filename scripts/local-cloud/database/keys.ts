import { isPlainObject, type Value } from './wire';

/**
 * The order of BSON types. The tags are MongoDB's canonical order, so that comparing two keys byte by byte orders values
 * as the real database does; 0 is left for the end of a composite.
 */
const TAG = { null: 1, number: 2, string: 3, object: 4, array: 5, boolean: 6, date: 7, pattern: 8 } as const;

const END = 0;

/** Encodes a value into bytes that sort as MongoDB sorts values; a missing field sorts as null. */
export function encodeKey(value: Value | undefined): Buffer {
  if (typeof value === 'string') return encodeText(TAG.string, value);
  const bytes: number[] = [];
  push(bytes, value);
  return Buffer.from(bytes);
}

/** The first key that is greater than every key that starts with `prefix`. */
export function after(prefix: Buffer): Buffer {
  return Buffer.concat([prefix, Buffer.from([0xff])]);
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

function tagOf(value: Value | undefined): number {
  if (value === null || value === undefined) return TAG.null;
  if (typeof value === 'number') return TAG.number;
  if (typeof value === 'string') return TAG.string;
  if (typeof value === 'boolean') return TAG.boolean;
  if (Array.isArray(value)) return TAG.array;
  if (value instanceof Date) return TAG.date;
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
