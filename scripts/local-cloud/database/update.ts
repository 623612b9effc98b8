import { Query } from 'mingo';
import { sortDocuments } from './ordering';
import { encodeKey } from './keys';
import { notOffered, requestFailed } from './refusal';
import { isOperators } from './criteria';
import { isPlainObject, type Document, type Value } from './wire';

type Operator = (current: Value | undefined, operand: Value, path: string) => Value | undefined;

/** What each operator makes of the value at its path; `undefined` out means that the field is not there afterwards. */
const OPERATORS: Record<string, Operator> = {
  $set: (_current, operand) => operand,
  $unset: () => undefined,
  $inc: (current, operand, path) => numeric('$inc', current, path, 0) + operandNumber('$inc', operand, path),
  $mul: (current, operand, path) => numeric('$mul', current, path, 0) * operandNumber('$mul', operand, path),
  $min: (current, operand) => (current === undefined || compare(operand, current) < 0 ? operand : current),
  $max: (current, operand) => (current === undefined || compare(operand, current) > 0 ? operand : current),
  $push: (current, operand, path) => push(items('$push', current, path) ?? [], operand),
  $addToSet: (current, operand, path) => addToSet(items('$addToSet', current, path) ?? [], operand),
  $pop: (current, operand, path) => items('$pop', current, path)?.slice(...(operand === -1 ? [1] : [0, -1])),
  $pullAll: (current, operand, path) => {
    const gone = Array.isArray(operand) ? operand : [];
    return items('$pullAll', current, path)?.filter((item) => !gone.some((other) => compare(item, other) === 0));
  },
  $pull: (current, operand, path) => pull(items('$pull', current, path), operand),
};

/** Applies update operators to a copy of `document`. Refuses as MongoDB does what cannot be applied. */
export function applyUpdate(document: Document, update: Document): Document {
  const next: Document = { ...document };
  for (const [name, fields] of Object.entries(update)) {
    if (!isPlainObject(fields))
      throw requestFailed(`[FailedOperation] Modifiers operate on fields but we found type ${typeof fields}`);
    for (const [path, operand] of Object.entries(fields)) {
      if (name === '$rename') rename(next, path, operand);
      else changeAt(next, path, (current) => operatorNamed(name)(current, operand, path));
    }
  }
  return next;
}

/** Refuses an update before any document is touched: unknown operators, the `_id`, paths that contradict each other. */
export function checkUpdate(update: Document): void {
  const paths: string[] = [];
  for (const [name, fields] of Object.entries(update)) {
    if (name !== '$rename') operatorNamed(name);
    if (!isPlainObject(fields)) continue;
    for (const [path, operand] of Object.entries(fields)) {
      if (path === '_id' || path.startsWith('_id.')) {
        throw requestFailed(
          "[FailedOperation] Performing an update on the path '_id' would modify the immutable field '_id'",
        );
      }
      if (path.split('.').some((step) => step === '' || step.startsWith('$'))) {
        throw /\$(\[|$|\.)/.test(path)
          ? notOffered(`the positional path '${path}'`)
          : requestFailed(`[FailedOperation] invalid path '${path}'`);
      }
      paths.push(path);
      if (name === '$rename' && typeof operand === 'string') paths.push(operand);
    }
  }
  for (const [at, path] of paths.entries()) {
    const other = paths.find(
      (next, place) => place > at && (next === path || next.startsWith(`${path}.`) || path.startsWith(`${next}.`)),
    );
    if (other !== undefined) {
      throw requestFailed(`[FailedOperation] Updating the path '${other}' would create a conflict at '${path}'`);
    }
  }
}

function operatorNamed(name: string): Operator {
  const operator = OPERATORS[name];
  if (operator !== undefined) return operator;
  if (['$bit', '$currentDate', '$setOnInsert'].includes(name)) throw notOffered(`the update operator ${name}`);
  throw requestFailed(`[FailedOperation] Unknown modifier: ${name}`);
}

/** Changes the value at a path within `root`, whose own fields may be written; everything below is copied on the way. */
function changeAt(root: Document, path: string, change: (current: Value | undefined) => Value | undefined): void {
  const steps = path.split('.');
  const last = steps.pop() ?? path;
  let holder: Document | Value[] = root;
  for (const step of steps) {
    const child = read(holder, step);
    if (child === undefined) {
      const added: Document = {};
      if (change(undefined) === undefined) return;
      write(holder, step, added, path);
      holder = added;
    } else if (Array.isArray(child) || isPlainObject(child)) {
      const copy: Document | Value[] = Array.isArray(child) ? [...child] : { ...child };
      write(holder, step, copy, path);
      holder = copy;
    } else {
      if (change(undefined) === undefined) return;
      throw requestFailed(
        `[FailedOperation] Cannot create field '${last}' in element {${step}: ${JSON.stringify(child)}}`,
      );
    }
  }
  const current = read(holder, last);
  const value = change(current);
  if (value === undefined) {
    // MongoDB leaves a hole of null where it unsets an array's item.
    if (Array.isArray(holder) && current !== undefined) write(holder, last, null, path);
    else if (!Array.isArray(holder)) Reflect.deleteProperty(holder, last);
  } else write(holder, last, value, path);
}

function read(holder: Document | Value[], step: string): Value | undefined {
  if (!Array.isArray(holder)) return Object.hasOwn(holder, step) ? holder[step] : undefined;
  return /^\d+$/.test(step) ? holder[Number(step)] : undefined;
}

function write(holder: Document | Value[], step: string, value: Value, path: string): void {
  if (!Array.isArray(holder)) {
    holder[step] = value;
    return;
  }
  if (!/^\d+$/.test(step))
    throw requestFailed(`[FailedOperation] Cannot create field '${step}' in an array (path '${path}')`);
  while (holder.length < Number(step)) holder.push(null);
  holder[Number(step)] = value;
}

function rename(root: Document, from: string, to: Value): void {
  if (typeof to !== 'string')
    throw requestFailed(`[FailedOperation] The 'to' field for $rename must be a string: ${from}`);
  let value: Value | undefined;
  changeAt(root, from, (current) => {
    value = current;
    return undefined;
  });
  const moved = value;
  if (moved !== undefined) changeAt(root, to, () => moved);
}

function numeric(operator: string, current: Value | undefined, path: string, missing: number): number {
  if (current === undefined) return missing;
  if (typeof current === 'number') return current;
  throw requestFailed(`[FailedOperation] Cannot apply ${operator} to a value of non-numeric type (field '${path}')`);
}

function operandNumber(operator: string, operand: Value, path: string): number {
  if (typeof operand === 'number') return operand;
  throw requestFailed(
    `[FailedOperation] Cannot ${operator.slice(1)} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`,
  );
}

function items(operator: string, current: Value | undefined, path: string): Value[] | undefined {
  if (current === undefined || Array.isArray(current)) return current;
  throw requestFailed(`[FailedOperation] The field '${path}' must be an array for ${operator}`);
}

function push(current: Value[], operand: Value): Value[] {
  if (!isPlainObject(operand) || !Array.isArray(operand['$each'])) return [...current, operand];
  const { $each: added, $position: position, $slice: slice, $sort: sort, ...others } = operand;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) throw requestFailed(`[FailedOperation] Unrecognized clause in $push: ${unknown}`);
  const at = typeof position === 'number' ? position : current.length;
  let result = [...current.slice(0, at), ...added, ...current.slice(at)];
  if (sort !== undefined) result = sortItems(result, sort);
  if (typeof slice !== 'number') return result;
  return slice < 0 ? result.slice(slice) : result.slice(0, slice);
}

function sortItems(values: Value[], sort: Value): Value[] {
  // An item has no name of its own: under this one, sorting whole items is sorting by a field.
  const wrap = (item: Value): Document => ({ item });
  if (sort === 1 || sort === -1) return sortDocuments(values, wrap, [['item', sort]]);
  if (!isPlainObject(sort))
    throw requestFailed('[FailedOperation] The $sort is invalid: use 1/-1 to sort the whole element');
  return sortDocuments(
    values,
    wrap,
    Object.entries(sort).map(([field, way]) => [`item.${field}`, way === -1 ? -1 : 1]),
  );
}

function addToSet(current: Value[], operand: Value): Value[] {
  const added = isPlainObject(operand) && Array.isArray(operand['$each']) ? operand['$each'] : [operand];
  const result = [...current];
  for (const item of added) if (!result.some((other) => compare(other, item) === 0)) result.push(item);
  return result;
}

function pull(current: Value[] | undefined, operand: Value): Value[] | undefined {
  if (current === undefined) return undefined;
  if (!isPlainObject(operand)) {
    if (operand instanceof RegExp) throw notOffered('$pull with a pattern');
    return current.filter((item) => compare(item, operand) !== 0);
  }
  if (isOperators(operand)) {
    const query = new Query({ item: operand });
    return current.filter((item) => !query.test({ item }));
  }
  const query = new Query(operand);
  return current.filter((item) => !(isPlainObject(item) && query.test(item)));
}

function compare(a: Value, b: Value): number {
  return Buffer.compare(encodeKey(a), encodeKey(b));
}
