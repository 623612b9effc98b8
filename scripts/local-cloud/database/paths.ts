import { isPlainObject, type Document, type Value } from './wire';

/**
 * The values that MongoDB compares at `path` ("a.b.0.c"): the path branches at each array of objects, and an array at
 * the end stands for its items. `isArray` tells that a branch was taken. A missing field gives one `undefined`.
 */
export function valuesAt(document: Document, path: string): { values: (Value | undefined)[]; isArray: boolean } {
  const value = document[path];
  if (!path.includes('.') && !Array.isArray(value)) return { values: [value], isArray: false };
  const values: (Value | undefined)[] = [];
  const isArray = collect(document, path.split('.'), 0, values);
  return { values: values.length === 0 ? [undefined] : values, isArray };
}

function collect(value: Value | undefined, steps: string[], at: number, into: (Value | undefined)[]): boolean {
  const step = steps[at];
  if (step === undefined) {
    if (!Array.isArray(value)) {
      into.push(value);
      return false;
    }
    // MongoDB indexes an empty array as `undefined`, which sorts below null; null is the nearest that the keys know.
    into.push(...value);
    return true;
  }
  if (Array.isArray(value)) {
    if (/^\d+$/.test(step)) collect(value[Number(step)], steps, at + 1, into);
    for (const item of value) if (isPlainObject(item)) collect(item, steps, at, into);
    return true;
  }
  return collect(isPlainObject(value) ? value[step] : undefined, steps, at + 1, into);
}
