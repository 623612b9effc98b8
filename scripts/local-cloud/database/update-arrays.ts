import { areEqual } from './compare';
import { compileItemTest } from './matcher';
import { sortDocuments } from './ordering';
import { writeFailed } from './refusal';
import { isPlainObject, type Document, type Value } from './wire';

/** The array at a path, or undefined where there is none yet; anything else cannot take array operators. */
export function arrayAt(operator: string, current: Value | undefined, path: string): Value[] | undefined {
  if (current === undefined || Array.isArray(current)) return current;
  throw writeFailed('Update', `The field '${path}' must be an array but is of another type (${operator})`);
}

/** `$push`, with `$each`, `$position`, `$sort` and `$slice`, in MongoDB's order: insert, sort, cut. */
export function push(current: Value[], operand: Value): Value[] {
  if (!isPlainObject(operand) || !('$each' in operand)) return [...current, operand];
  const { $each: added, $position: position, $slice: slice, $sort: sort, ...others } = operand;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) throw writeFailed('Update', `Unrecognized clause in $push: ${unknown}`);
  if (!Array.isArray(added)) throw writeFailed('Update', 'The argument to $each in $push must be an array');
  const at = position === undefined ? current.length : whole('$position', position);
  let result = [...current.slice(0, at), ...added, ...current.slice(at)];
  if (sort !== undefined) result = sortItems(result, sort);
  if (slice === undefined) return result;
  const kept = whole('$slice', slice);
  return kept < 0 ? result.slice(kept) : result.slice(0, kept);
}

/** `$addToSet`, with `$each`: objects are the same only with their fields in the same order. */
export function addToSet(current: Value[], operand: Value): Value[] {
  let added: Value[] = [operand];
  if (isPlainObject(operand) && '$each' in operand) {
    if (!Array.isArray(operand['$each'])) {
      throw writeFailed('Update', 'The argument to $each in $addToSet must be an array');
    }
    added = operand['$each'];
  }
  const result = [...current];
  for (const item of added) if (!result.some((other) => areEqual(other, item))) result.push(item);
  return result;
}

/** `$pop`: the last item with 1, the first with -1. */
export function pop(current: Value[] | undefined, operand: Value): Value[] | undefined {
  if (operand !== 1 && operand !== -1) throw writeFailed('Update', '$pop expects 1 or -1');
  return current?.slice(...(operand === -1 ? [1] : [0, -1]));
}

/** `$pull`: the items that equal the operand, or that meet it where it is a condition. */
export function pull(current: Value[] | undefined, operand: Value): Value[] | undefined {
  const isCondition = operand instanceof RegExp || isPlainObject(operand);
  const isGone = isCondition ? compileItemTest(operand, true) : (item: Value) => areEqual(item, operand);
  return current?.filter((item) => !isGone(item));
}

/** `$pullAll`: the items that equal one of the list. */
export function pullAll(current: Value[] | undefined, operand: Value): Value[] | undefined {
  if (!Array.isArray(operand)) throw writeFailed('Update', '$pullAll requires an array argument');
  return current?.filter((item) => !operand.some((other) => areEqual(item, other)));
}

function whole(clause: string, value: Value): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw writeFailed('Update', `The value for ${clause} must be an integer value`);
}

function sortItems(values: Value[], sort: Value): Value[] {
  // An item has no name of its own: under this one, sorting whole items is sorting by a field.
  const wrap = (item: Value): Document => ({ item });
  if (sort === 1 || sort === -1) return sortDocuments(values, wrap, [['item', sort]]);
  if (!isPlainObject(sort)) {
    throw writeFailed('Update', 'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}');
  }
  return sortDocuments(
    values,
    wrap,
    Object.entries(sort).map(([field, way]) => [`item.${field}`, way === -1 ? -1 : 1]),
  );
}
