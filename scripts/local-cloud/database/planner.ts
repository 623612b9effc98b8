import type { CollectionIndex } from './collection-index';
import { isOperators } from './criteria';
import { after, typeRange } from './keys';
import { isPlainObject, ObjectId, type Document, type Value } from './wire';

/** Sort fields in order; 1 ascends, -1 descends. */
export type Order = [field: string, direction: 1 | -1][];

/** How to find the candidates for a filter. */
export interface Plan {
  index: CollectionIndex;
  /** Half-open ranges of the index's keys. */
  ranges: { from: Buffer; to: Buffer }[];
  reverse: boolean;
  /** Each range begins with the one whole key of a unique index that can lie in it. */
  isPoint: boolean;
  /** The ranges hold exactly what the filter asks for: no document needs to be tested. */
  isExact: boolean;
  /** Walking the ranges gives the documents in the order that was asked for. */
  isOrdered: boolean;
}

/** More values than that in one `$in` are looked for one by one: more than a query ever names by hand. */
const MAX_RANGES = 10_000;

interface Condition {
  equals?: Value[];
  above?: { value: Value; isIncluded: boolean };
  below?: { value: Value; isIncluded: boolean };
}

interface Conditions {
  fields: Map<string, Condition>;
  /** Everything that the filter asks is in `fields`. */
  isComplete: boolean;
}

/** Chooses the index that narrows the search most; undefined means that every document has to be looked at. */
export function plan(indexes: CollectionIndex[], criteria: Document, order: Order): Plan | undefined {
  const conditions: Conditions = { fields: new Map(), isComplete: true };
  gather(criteria, conditions);
  let best: { plan: Plan; score: number } | undefined;
  for (const index of indexes) {
    const candidate = planWith(index, conditions, order);
    if (candidate !== undefined && (best === undefined || candidate.score > best.score)) best = candidate;
  }
  return best?.plan;
}

function planWith(
  index: CollectionIndex,
  conditions: Conditions,
  order: Order,
): { plan: Plan; score: number } | undefined {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let used = 0;
  let score = 0;
  for (const [field, direction] of index.declaration.keys) {
    const equals = conditions.fields.get(field)?.equals;
    if (equals === undefined || prefixes.length * equals.length > MAX_RANGES) break;
    const parts = equals.map((value) => index.part(value, direction));
    prefixes = prefixes.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])));
    used += 1;
    score += 4;
  }
  const isPoint = used === index.declaration.keys.length && index.declaration.unique;
  if (isPoint) score += 4;
  let ranges = prefixes.map((prefix) => ({ from: prefix, to: after(prefix) }));
  let isExact = conditions.isComplete && !index.isMultikey && used === conditions.fields.size;
  const next = index.declaration.keys[used];
  const range = next === undefined ? undefined : conditions.fields.get(next[0]);
  if (next !== undefined && range !== undefined && (range.above !== undefined || range.below !== undefined)) {
    // In an array, one item may satisfy one bound and another item the other: only one bound may narrow the search.
    const usable = index.isMultikey && range.above !== undefined ? { above: range.above } : range;
    ranges = ranges.map(({ from }) => narrow(from, usable, index, next[1]));
    isExact = conditions.isComplete && !index.isMultikey && used + 1 === conditions.fields.size;
    score += 2;
  }
  const orderDirection = served(index, order, used, conditions);
  const isOrdered = order.length === 0 || (prefixes.length === 1 && !index.isMultikey && orderDirection !== undefined);
  if (order.length > 0 && isOrdered) score += 1;
  if (score === 0) return undefined;
  // Between equals, the one that saves testing each document wins: a test against a long `$in` takes its time.
  if (isExact) score += 1;
  ranges = distinctRanges(ranges);
  return { plan: { index, ranges, reverse: isOrdered && orderDirection === -1, isPoint, isExact, isOrdered }, score };
}

/** The direction in which to walk the index to get `order`, if it can give it. */
function served(index: CollectionIndex, order: Order, used: number, conditions: Conditions): 1 | -1 | undefined {
  const fixed = new Set(index.declaration.keys.slice(0, used).map(([field]) => field));
  const wanted = order.filter(([field]) => !(fixed.has(field) && conditions.fields.get(field)?.equals?.length === 1));
  const rest = index.declaration.keys.slice(used);
  let walk: 1 | -1 | undefined = wanted.length === 0 ? 1 : undefined;
  for (const [at, [field, direction]] of wanted.entries()) {
    const key = rest[at];
    if (key === undefined || key[0] !== field) return undefined;
    const needed = key[1] === direction ? 1 : -1;
    if (walk !== undefined && walk !== needed) return undefined;
    walk = needed;
  }
  return walk;
}

function narrow(
  prefix: Buffer,
  condition: Condition,
  index: CollectionIndex,
  direction: 1 | -1,
): Plan['ranges'][number] {
  const sample = condition.above?.value ?? condition.below?.value ?? null;
  const whole = typeRange(sample);
  const join = (part: Buffer): Buffer => Buffer.concat([prefix, part]);
  const key = (value: Value): Buffer => join(index.part(value, direction));
  // NaN sorts below all numbers and is less than none.
  const above = condition.above ?? (typeof sample === 'number' ? { value: -Infinity, isIncluded: true } : undefined);
  const { below } = condition;
  const low = direction === 1 ? above : below;
  const high = direction === 1 ? below : above;
  const tag = whole.from[0] ?? 0;
  const typeStart = join(Buffer.from([direction === 1 ? tag : 0xff - tag]));
  const typeEnd = join(Buffer.from([direction === 1 ? tag + 1 : 0x100 - tag]));
  const from = low === undefined ? typeStart : low.isIncluded ? key(low.value) : after(key(low.value));
  const to = high === undefined ? typeEnd : high.isIncluded ? after(key(high.value)) : key(high.value);
  return { from, to };
}

function distinctRanges(ranges: Plan['ranges']): Plan['ranges'] {
  if (ranges.length < 2) return ranges;
  return [...new Map(ranges.map((range) => [range.from.toString('latin1'), range])).values()];
}

function gather(criteria: Document, into: Conditions): void {
  for (const [field, condition] of Object.entries(criteria)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isPlainObject(part)) gather(part, into);
    } else if (field.startsWith('$')) {
      into.isComplete = false;
    } else if (isOperators(condition)) {
      for (const [operator, operand] of Object.entries(condition)) note(into, field, operator, operand);
    } else {
      note(into, field, '$eq', condition);
    }
  }
}

function note(into: Conditions, field: string, operator: string, operand: Value): void {
  const known = into.fields.get(field) ?? {};
  const next = refine(known, operator, operand);
  if (next === undefined) into.isComplete = false;
  else into.fields.set(field, next);
}

/** Adds one operator to what is known of a field; undefined when an index cannot express it beside the rest. */
function refine(known: Condition, operator: string, operand: Value): Condition | undefined {
  const isNew = known.equals === undefined && known.above === undefined && known.below === undefined;
  if (operator === '$eq' && isNew && isIndexable(operand)) return { equals: [operand] };
  if (operator === '$in' && isNew && Array.isArray(operand) && operand.every(isIndexable)) return { equals: operand };
  if (known.equals !== undefined || !isIndexable(operand)) return undefined;
  const bound = { value: operand, isIncluded: operator === '$gte' || operator === '$lte' };
  const other = known.above ?? known.below;
  if (other !== undefined && !isSameType(other.value, operand)) return undefined;
  if ((operator === '$gt' || operator === '$gte') && known.above === undefined) return { ...known, above: bound };
  if ((operator === '$lt' || operator === '$lte') && known.below === undefined) return { ...known, below: bound };
  return undefined;
}

function isIndexable(value: Value): boolean {
  if (Number.isNaN(value)) return false;
  if (value === null || value instanceof Date || value instanceof ObjectId) return true;
  return ['number', 'string', 'boolean'].includes(typeof value);
}

function isSameType(a: Value, b: Value): boolean {
  return typeRange(a).from.equals(typeRange(b).from);
}
