import { compileOperator, equalTo, type FieldTest } from './conditions';
import { isOperators } from './criteria';
import { expressionTest } from './expressions';
import { leavesAt, own } from './paths';
import { notOffered, requestFailed } from './refusal';
import { isPlainObject, type Document, type Value } from './wire';

/** Tells whether a document matches. */
export type Matcher = (document: Document) => boolean;

/** Top-level operators that CloudBase's MongoDB has and this database does not answer. */
const NOT_OFFERED = new Set(['$where', '$text', '$jsonSchema', '$comment', '$search']);

/**
 * Makes a filter into a test. Refuses, before any document is looked at, what MongoDB would refuse, and by name what
 * cannot be answered exactly as MongoDB answers it. `variables` are those that a `$lookup` gives to its pipeline's `$expr`.
 */
export function compileMatcher(criteria: Document, variables: Document = {}): Matcher {
  const tests = Object.entries(criteria).map(([field, condition]) => compileEntry(field, condition, variables));
  const only = tests[0];
  if (tests.length === 1 && only !== undefined) return only;
  return (document) => tests.every((test) => test(document));
}

/**
 * Makes the condition on an array's item into a test. An item that is an array stands for its own items in `$pull`, and
 * only for itself in `$elemMatch` (`expands`).
 */
export function compileItemTest(condition: Value, expands: boolean): (item: Value) => boolean {
  if (!isPlainObject(condition) || (isOperators(condition) && !Object.keys(condition).some(isLogical))) {
    const test = compileCondition(condition);
    return (item) => test([item], expands);
  }
  const matcher = compileMatcher(condition);
  return (item) => isPlainObject(item) && matcher(item);
}

function isLogical(name: string): boolean {
  return name === '$and' || name === '$or' || name === '$nor';
}

function compileEntry(field: string, condition: Value, variables: Document): Matcher {
  if (field === '$expr') return expressionTest(condition, variables);
  if (isLogical(field)) return compileLogical(field, condition, variables);
  if (!field.startsWith('$')) return compileField(field, condition);
  throw NOT_OFFERED.has(field)
    ? notOffered(field)
    : requestFailed(`[FailedOperation] (BadValue) unknown top level operator: ${field}`);
}

function compileLogical(name: string, operands: Value, variables: Document): Matcher {
  if (!Array.isArray(operands) || operands.length === 0) {
    throw requestFailed(`[FailedOperation] (BadValue) ${name} must be a nonempty array`);
  }
  const tests = operands.map((part) => {
    if (!isPlainObject(part)) {
      throw requestFailed(`[FailedOperation] (BadValue) ${name} entries need to be full objects`);
    }
    return compileMatcher(part, variables);
  });
  if (name === '$and') return (document) => tests.every((test) => test(document));
  if (name === '$or') return (document) => tests.some((test) => test(document));
  return (document) => !tests.some((test) => test(document));
}

function compileField(field: string, condition: Value): Matcher {
  const test = compileCondition(condition);
  return at(field, test);
}

function compileCondition(condition: Value): FieldTest {
  if (!isOperators(condition)) return equalTo(condition);
  const tests = Object.entries(condition).map(([name, operand]) => {
    if (name === '$not') return compileNot(operand);
    if (name === '$elemMatch') return compileElemMatch(operand);
    if (name === '$all') return compileAll(operand);
    return compileOperator(name, operand, condition);
  });
  const only = tests[0];
  if (tests.length === 1 && only !== undefined) return only;
  return (leaves, expands) => tests.every((test) => test(leaves, expands));
}

function compileNot(operand: Value): FieldTest {
  if (operand instanceof RegExp || isOperators(operand)) {
    const test = compileCondition(operand);
    return (leaves, expands) => !test(leaves, expands);
  }
  throw requestFailed('[FailedOperation] (BadValue) $not needs a regex or a document');
}

function compileElemMatch(operand: Value): FieldTest {
  if (!isPlainObject(operand)) throw requestFailed('[FailedOperation] (BadValue) $elemMatch needs an Object');
  const test = compileItemTest(operand, false);
  return (leaves) => leaves.some((leaf) => Array.isArray(leaf) && leaf.some(test));
}

function compileAll(operand: Value): FieldTest {
  if (!Array.isArray(operand)) throw requestFailed('[FailedOperation] (BadValue) $all needs an array');
  const tests = operand.map((item) => {
    if (!isOperators(item)) return equalTo(item);
    if ('$elemMatch' in item && Object.keys(item).length === 1) return compileCondition(item);
    throw requestFailed('[FailedOperation] (BadValue) no $ expressions in $all');
  });
  return (leaves, expands) => tests.length > 0 && tests.every((test) => test(leaves, expands));
}

/** The test of a field at a path; a plain field without an array, the usual case, is handed over without a search. */
function at(path: string, test: FieldTest): Matcher {
  if (!path.includes('.')) return (document) => test([own(document, path)], true);
  return (document) => test(leavesAt(document, path).leaves, true);
}
