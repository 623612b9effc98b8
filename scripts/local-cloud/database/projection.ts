import { compileItemTest } from './matcher';
import { requestFailed } from './refusal';
import { isPlainObject, type Document, type Value } from './wire';

/** Reduces a document to the fields that were asked for. */
export type Projector = (document: Document) => Document;

type Change = (value: Value) => Value | undefined;

/** What to do with each field of an object: keep or drop it whole, change it, or look inside it. */
interface Plan {
  [field: string]: 'whole' | Change | { inside: Plan };
}

/**
 * Makes a projection into a function. As in MongoDB it either names what to keep or what to drop, `_id` apart;
 * `$slice` alone drops nothing, `$elemMatch` alone keeps nothing else.
 */
export function compileProjection(spec: Document): Projector {
  const plan: Plan = {};
  let keepsId = true;
  let includes: boolean | undefined;
  for (const [path, want] of Object.entries(spec)) {
    const isIncluded = wayOf(path, want);
    if (path === '_id' && !isPlainObject(want)) {
      keepsId = isIncluded === true;
      continue;
    }
    if (isIncluded !== undefined) {
      if (includes !== undefined && includes !== isIncluded) {
        throw requestFailed('[FailedOperation] Projection cannot have a mix of inclusion and exclusion.');
      }
      includes = isIncluded;
    }
    addTo(plan, path, isPlainObject(want) ? changeOf(path, want) : 'whole');
  }
  const isInclusion = includes ?? ('_id' in spec && keepsId && Object.keys(spec).length === 1);
  if (isInclusion ? keepsId : !keepsId) plan['_id'] = 'whole';
  return (document) => (isInclusion ? include(document, plan) : exclude(document, plan));
}

/** Whether an entry asks to keep (true) or drop (false) its field; undefined for what goes with both. */
function wayOf(path: string, want: Value): boolean | undefined {
  if (isPlainObject(want)) return '$elemMatch' in want ? true : undefined;
  if (typeof want === 'number' || typeof want === 'boolean') return Boolean(want);
  throw requestFailed(`[FailedOperation] the projection of '${path}' is neither 0 nor 1`);
}

function addTo(plan: Plan, path: string, action: 'whole' | Change): void {
  const steps = path.split('.');
  const last = steps.pop() ?? path;
  let level = plan;
  for (const step of steps) {
    const known = level[step];
    if (known !== undefined && !(typeof known === 'object')) throw collision(path);
    const next: Plan = known?.inside ?? {};
    level[step] = { inside: next };
    level = next;
  }
  if (level[last] !== undefined) throw collision(path);
  level[last] = action;
}

function collision(path: string): Error {
  return requestFailed(`[FailedOperation] Path collision at ${path}`);
}

function changeOf(path: string, want: Document): Change {
  const [operator, ...others] = Object.keys(want);
  if (operator === '$slice' && others.length === 0) return sliceOf(want['$slice']);
  if (operator === '$elemMatch' && others.length === 0) {
    if (path.includes('.'))
      throw requestFailed('[FailedOperation] Cannot use $elemMatch projection on a nested field.');
    const condition = want['$elemMatch'];
    if (!isPlainObject(condition))
      throw requestFailed('[FailedOperation] elemMatch: Invalid argument, object required');
    const test = compileItemTest(condition, false);
    return (value) => {
      const item = Array.isArray(value) ? value.find((candidate) => test(candidate)) : undefined;
      return item === undefined ? undefined : [item];
    };
  }
  throw requestFailed(`[FailedOperation] Unsupported projection option: ${path}: ${JSON.stringify(want)}`);
}

function sliceOf(operand: Value | undefined): Change {
  if (typeof operand === 'number') {
    return (value) => (!Array.isArray(value) ? value : operand < 0 ? value.slice(operand) : value.slice(0, operand));
  }
  const [skip, limit] = Array.isArray(operand) ? operand : [];
  if (typeof skip !== 'number' || typeof limit !== 'number' || limit <= 0) {
    throw requestFailed('[FailedOperation] $slice needs a number, or a number to skip and a positive number to keep');
  }
  return (value) => {
    if (!Array.isArray(value)) return value;
    const from = skip < 0 ? Math.max(0, value.length + skip) : skip;
    return value.slice(from, from + limit);
  };
}

function include(document: Document, plan: Plan): Document {
  const result: Document = {};
  for (const [field, value] of Object.entries(document)) {
    const action = plan[field];
    if (action === undefined) continue;
    const kept =
      action === 'whole'
        ? value
        : typeof action === 'function'
          ? action(value)
          : within(value, (inner) => include(inner, action.inside), false);
    if (kept !== undefined) result[field] = kept;
  }
  return result;
}

function exclude(document: Document, plan: Plan): Document {
  const result: Document = {};
  for (const [field, value] of Object.entries(document)) {
    const action = plan[field];
    if (action === 'whole') continue;
    const kept =
      action === undefined
        ? value
        : typeof action === 'function'
          ? action(value)
          : within(value, (inner) => exclude(inner, action.inside), true);
    if (kept !== undefined) result[field] = kept;
  }
  return result;
}

/** Projects an object, or each object in an array; what is no object is kept only where fields are dropped. */
function within(value: Value, project: Projector, keepsOthers: boolean): Value | undefined {
  if (isPlainObject(value)) return project(value);
  if (!Array.isArray(value)) return keepsOthers ? value : undefined;
  return value.flatMap((item) => {
    const kept = within(item, project, keepsOthers);
    // An array within an array stays one item.
    return kept === undefined ? [] : [kept];
  });
}
