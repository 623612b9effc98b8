import { invalidParam, notOffered, requestFailed } from './refusal';
import { isPlainObject, type Document, type Value } from './wire';

const LOGICAL = new Set(['$and', '$or', '$nor']);

const COMPARISONS = new Set(['$gt', '$gte', '$lt', '$lte']);

const FIELD_OPERATORS = new Set([
  ...['$eq', '$ne', '$in', '$nin', '$exists', '$size', '$mod', '$all', '$elemMatch', '$not', '$regex', '$options'],
  ...COMPARISONS,
]);

/** MongoDB has them and mingo would answer them differently or not at all. */
const NOT_OFFERED = new Set([
  ...['$near', '$nearSphere', '$geoWithin', '$geoIntersects', '$where', '$text', '$jsonSchema', '$type'],
  ...['$bitsAllClear', '$bitsAllSet', '$bitsAnyClear', '$bitsAnySet'],
]);

/** Refuses a filter that this database cannot answer exactly as the real one, before anything is read or written. */
export function checkCriteria(criteria: Document): void {
  for (const [field, condition] of Object.entries(criteria)) {
    if (LOGICAL.has(field)) {
      if (!Array.isArray(condition) || condition.length === 0) {
        throw requestFailed(`[FailedOperation] ${field} must be a nonempty array`);
      }
      for (const part of condition) {
        if (!isPlainObject(part)) throw requestFailed(`[FailedOperation] ${field} entries need to be full objects`);
        checkCriteria(part);
      }
    } else if (field === '$expr') {
      continue;
    } else if (field.startsWith('$')) {
      throw NOT_OFFERED.has(field)
        ? notOffered(field)
        : requestFailed(`[FailedOperation] unknown top level operator: ${field}`);
    } else {
      checkCondition(field, condition);
    }
  }
}

/** Tells whether a condition is an object of operators rather than a value to equal. */
export function isOperators(condition: Value | undefined): condition is Document {
  return isPlainObject(condition) && Object.keys(condition).some((name) => name.startsWith('$'));
}

function checkCondition(field: string, condition: Value): void {
  if (!isOperators(condition)) {
    checkEqual(field, condition);
    return;
  }
  for (const [operator, operand] of Object.entries(condition)) checkOperator(field, operator, operand);
}

function checkOperator(field: string, operator: string, operand: Value): void {
  if (NOT_OFFERED.has(operator)) throw notOffered(operator);
  if (!FIELD_OPERATORS.has(operator)) throw requestFailed(`[FailedOperation] unknown operator: ${operator}`);
  if (COMPARISONS.has(operator) && !isComparable(operand)) {
    throw notOffered(`${operator} with null, an array, an object or a pattern (at '${field}')`);
  }
  if (operator === '$eq' || operator === '$ne') checkEqual(field, operand);
  if (operator === '$in' || operator === '$nin' || operator === '$all') {
    if (!Array.isArray(operand)) throw requestFailed(`[FailedOperation] ${operator} needs an array`);
    for (const item of operand) {
      if (isOperators(item)) throw notOffered(`operators within ${operator} (at '${field}')`);
      checkEqual(field, item);
    }
  }
  if (operator === '$size' && !(Number.isInteger(operand) && Number(operand) >= 0)) {
    throw requestFailed('[FailedOperation] $size must be a whole number that is not negative');
  }
  if (operator === '$not' || operator === '$elemMatch') {
    if (operator === '$not' && operand instanceof RegExp) return;
    if (!isPlainObject(operand)) throw requestFailed(`[FailedOperation] ${operator} needs a regex or a document`);
    if (isOperators(operand) && !Object.keys(operand).some((name) => LOGICAL.has(name))) checkCondition(field, operand);
    else if (operator === '$elemMatch') checkCriteria(operand);
    else throw requestFailed('[FailedOperation] $not needs a document of operators');
  }
}

function isComparable(value: Value): boolean {
  return ['number', 'string', 'boolean'].includes(typeof value) || value instanceof Date;
}

/** mingo compares objects without regard to the order of their fields, MongoDB with it: one field has no order. */
function checkEqual(field: string, value: Value): void {
  if (isPlainObject(value) && Object.keys(value).length > 1) {
    throw notOffered(`equality with a whole object of several fields (at '${field}')`);
  }
}

/** Refuses an `_id` that MongoDB would refuse. */
export function checkId(id: Value | undefined): void {
  if (Array.isArray(id) || id instanceof RegExp || id === undefined)
    throw invalidParam(`can't use an array, a pattern or nothing for _id`);
}
