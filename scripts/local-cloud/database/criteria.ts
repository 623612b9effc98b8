import { invalidParam } from './refusal';
import { isPlainObject, type Document, type Value } from './wire';

/** Tells whether a condition is an object of operators rather than a value to equal. */
export function isOperators(condition: Value | undefined): condition is Document {
  return isPlainObject(condition) && Object.keys(condition)[0]?.startsWith('$') === true;
}

/** Refuses an `_id` that MongoDB would refuse. */
export function checkId(id: Value | undefined): void {
  if (Array.isArray(id) || id instanceof RegExp || id === undefined)
    throw invalidParam(`can't use an array, a pattern or nothing for _id`);
}
