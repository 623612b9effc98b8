// Serves conformance alone; see the README.

import { areEqual, compareValues } from './compare';
import { withArguments, type ExpressionOperator } from './mingo-operators';
import { requestFailed } from './refusal';
import type { Value } from './wire';

const MANY = { least: 1, most: Infinity };
const TWO = { least: 2, most: 2 };

/** List operators that mingo refuses on null, or in which it takes objects for equal whose fields differ in order. */
export const lists: Record<string, ExpressionOperator> = {
  $size: withArguments('$size', { least: 1, most: 1 }, (list) => listOf('$size', list).length),
  $slice: withArguments('$slice', { least: 2, most: 3 }, (list, first, count) => {
    if (isNothing(list) || isNothing(first) || count === null) return null;
    const items = listOf('$slice', list);
    const from = numberOf(first);
    if (count === undefined) return from < 0 ? items.slice(from) : items.slice(0, from);
    const length = numberOf(count);
    if (length <= 0) throw requestFailed('[FailedOperation] Third argument to $slice must be positive');
    const start = from < 0 ? Math.max(0, items.length + from) : from;
    return items.slice(start, start + length);
  }),
  $setUnion: withArguments('$setUnion', MANY, (...sets) =>
    sets.some(isNothing) ? null : distinct(sets.flatMap((set) => listOf('$setUnion', set))).sort(compareValues),
  ),
  $setIntersection: withArguments('$setIntersection', MANY, (...sets) => {
    if (sets.some(isNothing)) return null;
    const [first = [], ...others] = sets.map((set) => listOf('$setIntersection', set));
    return distinct(first.filter((item) => others.every((other) => has(other, item)))).sort(compareValues);
  }),
  $setDifference: withArguments('$setDifference', TWO, (from, without) => {
    if (isNothing(from) || isNothing(without)) return null;
    const gone = listOf('$setDifference', without);
    return distinct(listOf('$setDifference', from).filter((item) => !has(gone, item)));
  }),
  $setEquals: withArguments('$setEquals', { least: 2, most: Infinity }, (...sets) => {
    const [first = [], ...others] = sets.map((set) => listOf('$setEquals', set));
    return others.every((other) => isWithin(first, other) && isWithin(other, first));
  }),
  $setIsSubset: withArguments('$setIsSubset', TWO, (part, whole) =>
    isWithin(listOf('$setIsSubset', part), listOf('$setIsSubset', whole)),
  ),
};

function isNothing(value: Value | undefined): boolean {
  return value === null || value === undefined;
}

function listOf(name: string, value: Value | undefined): Value[] {
  if (Array.isArray(value)) return value;
  throw requestFailed(`[FailedOperation] The argument to ${name} must be an array`);
}

function numberOf(value: Value | undefined): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw requestFailed('[FailedOperation] the arguments to $slice must be whole numbers');
}

function has(list: Value[], item: Value): boolean {
  return list.some((other) => areEqual(other, item));
}

function isWithin(part: Value[], whole: Value[]): boolean {
  return part.every((item) => has(whole, item));
}

/** The list without repetitions, each item in its first place. */
export function distinct(list: Value[]): Value[] {
  const sorted = list.map((item, at) => ({ item, at })).sort((a, b) => compareValues(a.item, b.item) || a.at - b.at);
  const kept = sorted.filter(({ item }, at) => at === 0 || !areEqual(sorted[at - 1]?.item, item));
  return kept.sort((a, b) => a.at - b.at).map(({ item }) => item);
}
