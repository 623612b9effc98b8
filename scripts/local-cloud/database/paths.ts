import { isPlainObject, type Document, type Value } from './wire';

/** What an index or a sort sees at a path. */
export interface PathValues {
  /** At least one, unless `isEmpty`; a missing field is `undefined`. */
  values: (Value | undefined)[];
  /** A branch was taken: at least one array lies on the path or at its end. */
  isArray: boolean;
  /** The path ends in arrays without items, and nowhere else. */
  isEmpty: boolean;
}

/**
 * The values that MongoDB indexes and sorts by at `path` ("a.b.0.c"): the path branches at each array of objects, and an
 * array at the end stands for its items.
 */
export function valuesAt(document: Document, path: string): PathValues {
  if (!path.includes('.')) {
    const value = document[path];
    if (!Array.isArray(value)) return { values: [value], isArray: false, isEmpty: false };
    return { values: value, isArray: true, isEmpty: value.length === 0 };
  }
  const { leaves, isArray } = leavesAt(document, path);
  const values = leaves.flatMap((leaf) => (Array.isArray(leaf) ? leaf : [leaf]));
  if (values.length > 0) return { values, isArray: isArray || leaves.some(Array.isArray), isEmpty: false };
  return { values: leaves.length === 0 ? [undefined] : [], isArray: true, isEmpty: leaves.length > 0 };
}

/**
 * The ends of `path` as a filter sees them, arrays whole. Within an array on the way only objects are entered, so that a
 * path through an array of numbers has no end at all; a missing field is `undefined`.
 */
export function leavesAt(document: Document, path: string): { leaves: (Value | undefined)[]; isArray: boolean } {
  const leaves: (Value | undefined)[] = [];
  const isArray = collect(document, path.split('.'), 0, leaves);
  return { leaves, isArray };
}

function collect(value: Value | undefined, steps: string[], at: number, into: (Value | undefined)[]): boolean {
  const step = steps[at];
  if (step === undefined) {
    into.push(value);
    return false;
  }
  if (Array.isArray(value)) {
    if (isPosition(step) && Number(step) < value.length) collect(value[Number(step)], steps, at + 1, into);
    for (const item of value) if (isPlainObject(item)) collect(item, steps, at, into);
    return true;
  }
  return collect(isPlainObject(value) ? own(value, step) : undefined, steps, at + 1, into);
}

/** The field of an object, and never what it inherits. */
export function own(value: Document, field: string): Value | undefined {
  return Object.hasOwn(value, field) ? value[field] : undefined;
}

/** Tells whether a step of a path can name an item of an array. */
export function isPosition(step: string): boolean {
  return /^(0|[1-9]\d*)$/.test(step);
}
