import { invalidParam, notOffered, requestFailed } from './refusal';

/** An object id as `db.ObjectId()` sends it: 24 hexadecimal digits. */
export class ObjectId {
  constructor(readonly hex: string) {}

  /** mingo compares and groups objects of unknown classes by their text. */
  toString(): string {
    return this.hex;
  }
}

/** A document or a part of one: null, booleans, numbers, strings, dates, ids, patterns, arrays and plain objects. */
export type Value = null | boolean | number | string | Date | RegExp | ObjectId | Value[] | { [field: string]: Value };

/** What a collection holds: field names to values, `_id` among them. */
export type Document = { [field: string]: Value };

/** Tells whether `value` is a plain object and not an array, a date or a pattern. */
export function isPlainObject(value: Value | undefined): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isAtom(value);
}

function isAtom(value: object): value is Date | RegExp | ObjectId {
  return value instanceof Date || value instanceof RegExp || value instanceof ObjectId;
}

/**
 * Reads one EJSON text of the wire. `now` (epoch ms) stands for the server's time in `$tcb_server_date`.
 * Types that the SDK's serializer cannot send (decimals, binary, timestamps, …) are refused by name.
 */
export function readWire(text: string, now: number): Value {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw invalidParam('the request holds a malformed EJSON text');
  }
  return decode(parsed, now);
}

/** Reads one EJSON text that has to be an object. */
export function readWireObject(text: string, now: number): Document {
  const value = readWire(text, now);
  if (!isPlainObject(value)) throw invalidParam('the request holds an EJSON text that is no object');
  return value;
}

function decode(value: unknown, now: number): Value {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') {
    return value;
  }
  if (Array.isArray(value)) return value.map((item) => decode(item, now));
  if (typeof value !== 'object') throw invalidParam(`a value of type ${typeof value} is no EJSON`);
  const entries = Object.entries(value);
  const first = entries[0];
  if (first !== undefined && entries.length === 1 && first[0].startsWith('$')) {
    const special = decodeSpecial(first[0], first[1], now);
    if (special !== undefined) return special;
  }
  const result: Document = {};
  for (const [field, item] of entries) {
    // A plain assignment to __proto__ would set the prototype and lose the field.
    if (field === '__proto__') throw invalidParam('the field name __proto__ is not allowed');
    result[field] = decode(item, now);
  }
  return result;
}

const FOREIGN_TYPES = new Set([
  ...['$numberDecimal', '$binary', '$uuid', '$timestamp', '$undefined', '$minKey', '$maxKey'],
  ...['$symbol', '$code', '$dbPointer', '$ref'],
]);

function decodeSpecial(name: string, value: unknown, now: number): Value | undefined {
  switch (name) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return typeof value === 'string' || typeof value === 'number' ? Number(value) : undefined;
    case '$date':
      return new Date(decodeInstant(value));
    case '$tcb_server_date': {
      const spec = decode(value, now);
      const offset = isPlainObject(spec) ? spec['offset'] : undefined;
      return new Date(now + (typeof offset === 'number' ? offset : 0));
    }
    case '$oid':
      if (typeof value !== 'string' || !/^[0-9a-f]{24}$/i.test(value)) throw invalidParam('$oid holds no object id');
      return new ObjectId(value.toLowerCase());
    case '$regularExpression':
      return decodePattern(decode(value, now));
    default:
      if (FOREIGN_TYPES.has(name)) throw notOffered(`the EJSON type ${name}`);
      return undefined;
  }
}

function decodeInstant(value: unknown): number {
  const spec = decode(value, 0);
  const instant = typeof spec === 'string' ? Date.parse(spec) : spec;
  if (typeof instant !== 'number' || Number.isNaN(instant)) throw invalidParam('$date holds no instant');
  return instant;
}

function decodePattern(spec: Value): RegExp {
  if (!isPlainObject(spec) || typeof spec['pattern'] !== 'string') throw invalidParam('malformed $regularExpression');
  const options = typeof spec['options'] === 'string' ? spec['options'] : '';
  // `g`, `y` and `u` mean nothing to the database; a `g` would make JavaScript's test() remember its last match.
  const flags = options.replace(/[guy]/g, '');
  if (/[^ims]/.test(flags)) throw notOffered(`the regular expression option in "${options}"`);
  try {
    return new RegExp(spec['pattern'], flags);
  } catch {
    throw requestFailed('[FailedOperation] Regular expression is invalid');
  }
}

/** Writes a value as EJSON: relaxed numbers and canonical dates, the form in which CloudBase answers. */
export function writeWire(value: Value): string {
  return JSON.stringify(encode(value));
}

function encode(value: Value): unknown {
  if (typeof value === 'number') {
    if (Number.isFinite(value) && !Object.is(value, -0)) return value;
    return { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) };
  }
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } };
  if (value instanceof ObjectId) return { $oid: value.hex };
  if (Array.isArray(value)) return value.map(encode);
  const result: Record<string, unknown> = {};
  for (const field of Object.keys(value)) {
    const item = value[field];
    if (item !== undefined) result[field] = encode(item);
  }
  return result;
}

/** A document's EJSON as CloudBase answers it: an object id is its 24 digits. Within a text the quotes would be escaped. */
export function answered(text: string): string {
  return text.includes('{"$oid"') ? text.replaceAll(/\{"\$oid":("[0-9a-f]{24}")\}/g, '$1') : text;
}

/** An `_id` as it is answered. */
export function idText(id: Value | undefined): Value | undefined {
  return id instanceof ObjectId ? id.hex : id;
}

/** Reads a text that `writeWire` wrote for storage. */
export function readStored(text: string): Document {
  // Only a type wrapper has a key that starts with a dollar: without one, plain JSON says it all, several times faster.
  const parsed: unknown = JSON.parse(text);
  // What was stored passed `checkStorable`, so it is an object of storable values.
  return (text.includes('{"$') ? decode(parsed, 0) : parsed) as Document;
}

/** Refuses what no document may hold: field names with a dollar, or with a dot that is not their last sign. */
export function checkStorable(value: Value, path = ''): void {
  if (Array.isArray(value)) {
    for (const item of value) checkStorable(item, path);
    return;
  }
  if (!isPlainObject(value)) return;
  for (const [field, item] of Object.entries(value)) {
    const at = path === '' ? field : `${path}.${field}`;
    if (field.startsWith('$')) {
      throw requestFailed(
        `[FailedOperation] The dollar ($) prefixed field '${field}' in '${at}' is not valid for storage.`,
      );
    }
    if (field.slice(0, -1).includes('.') || field === '' || field === '.') {
      throw requestFailed(`[FailedOperation] The dotted field '${field}' in '${at}' is not valid for storage.`);
    }
    checkStorable(item, at);
  }
}
