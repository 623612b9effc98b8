import { isPosition, own } from './paths';
import { checkPositions, concretePaths } from './positional';
import { requestFailed, writeFailed } from './refusal';
import { operatorNamed, type Operator } from './update-operators';
import { isPlainObject, type Document, type Value } from './wire';

/** A checked update, ready to be applied to any document. */
export type Update = (document: Document) => Document;

interface Step {
  path: string;
  operand: Value;
  /** Undefined for `$rename`, which works on two paths. */
  operator: Operator | undefined;
}

/**
 * Makes update operators into a function from a document to its changed copy. Refuses before any document is touched:
 * unknown operators, the `_id`, paths that contradict each other. The function refuses what one document does not take.
 * `criteria` is the filter that found the document, for the path `list.$`; `now` is the server's time in epoch ms.
 */
export function compileUpdate(update: Document, criteria: Document, now: number): Update {
  const steps = readSteps(update);
  checkPaths(steps);
  return (document) => {
    const next: Document = { ...document };
    for (const { path, operand, operator } of steps) {
      if (operator === undefined) {
        rename(next, path, operand);
        continue;
      }
      for (const place of path.includes('$') ? concretePaths(next, path, criteria) : [path]) {
        changeAt(next, place, (current) => operator(current, operand, { path: place, now }));
      }
    }
    return next;
  };
}

function readSteps(update: Document): Step[] {
  if (Object.keys(update).length === 0) throw requestFailed('[FailedOperation] the update is empty');
  return Object.entries(update).flatMap(([name, fields]) => {
    const operator = name === '$rename' ? undefined : operatorNamed(name);
    if (!isPlainObject(fields)) {
      throw writeFailed('Update', `Modifiers operate on fields but we found type ${typeof fields} instead (${name})`);
    }
    return Object.entries(fields).map(([path, operand]) => ({ path, operand, operator }));
  });
}

function checkPaths(steps: Step[]): void {
  const paths = steps.flatMap(({ path, operand, operator }) =>
    operator === undefined && typeof operand === 'string' ? [path, operand] : [path],
  );
  for (const [at, path] of paths.entries()) {
    checkPath(path);
    const other = paths.find(
      (next, place) => place > at && (next === path || next.startsWith(`${path}.`) || path.startsWith(`${next}.`)),
    );
    if (other !== undefined) {
      throw writeFailed('Update', `Updating the path '${other}' would create a conflict at '${path}'`);
    }
  }
}

function checkPath(path: string): void {
  const steps = path.split('.');
  if (steps[0] === '_id') {
    throw writeFailed('Update', "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  checkPositions(path);
  if (steps.some((step) => step === '')) {
    throw writeFailed('Update', `The update path '${path}' contains an empty field name, which is not allowed.`);
  }
  if (steps[0]?.startsWith('$') === true || steps.includes('__proto__')) {
    throw writeFailed('Update', `The update path '${path}' names a field that no document may have.`);
  }
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
      throw writeFailed('Update', `Cannot create field '${last}' in element {${step}: ${JSON.stringify(child)}}`);
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
  if (!Array.isArray(holder)) return own(holder, step);
  return isPosition(step) ? holder[Number(step)] : undefined;
}

function write(holder: Document | Value[], step: string, value: Value, path: string): void {
  if (!Array.isArray(holder)) {
    holder[step] = value;
    return;
  }
  if (!isPosition(step))
    throw writeFailed('Update', `Cannot create field '${step}' in element of an array (path '${path}')`);
  while (holder.length < Number(step)) holder.push(null);
  holder[Number(step)] = value;
}

function rename(root: Document, from: string, to: Value): void {
  if (typeof to !== 'string') {
    throw writeFailed('Update', `The 'to' field for $rename must be a string: ${from}`);
  }
  checkNoArray(root, from, 'source');
  checkNoArray(root, to, 'destination');
  let value: Value | undefined;
  changeAt(root, from, (current) => {
    value = current;
    return undefined;
  });
  const moved = value;
  if (moved !== undefined) changeAt(root, to, () => moved);
}

function checkNoArray(root: Document, path: string, end: string): void {
  let value: Value | undefined = root;
  for (const step of path.split('.').slice(0, -1)) {
    value = isPlainObject(value) ? own(value, step) : undefined;
    if (Array.isArray(value)) throw writeFailed('Update', `The ${end} field cannot be an array element, '${path}'`);
  }
}
