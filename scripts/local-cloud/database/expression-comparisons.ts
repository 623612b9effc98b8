// Serves conformance alone; see the README.

import { compareValues } from './compare';
import { compute, withArguments, type ExpressionOperator } from './mingo-operators';
import { requestFailed } from './refusal';
import { isPlainObject, type Value } from './wire';

/** mingo sorts arrays and fields before it compares them, MongoDB compares them as they are. */
const compare = (name: string, accepts: (order: number) => boolean): ExpressionOperator =>
  withArguments(name, { least: 2, most: 2 }, (a, b) => accepts(order(a, b)));

/** In an expression, unlike in a filter, a missing field is less than null. */
function order(a: Value | undefined, b: Value | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compareValues(a, b);
}

/** Null, a missing field, false and 0 are not; an empty text or list is. */
export function isTrue(value: Value | undefined): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0;
}

/** The comparison operators of expressions, and the choice that is made by them. */
export const comparisons: Record<string, ExpressionOperator> = {
  $eq: compare('$eq', (result) => result === 0),
  $ne: compare('$ne', (result) => result !== 0),
  $gt: compare('$gt', (result) => result > 0),
  $gte: compare('$gte', (result) => result >= 0),
  $lt: compare('$lt', (result) => result < 0),
  $lte: compare('$lte', (result) => result <= 0),
  $cmp: withArguments('$cmp', { least: 2, most: 2 }, (a, b) => Math.sign(order(a, b))),
  $switch: (document, expression, settings) => {
    if (!isPlainObject(expression) || !Array.isArray(expression['branches'])) {
      throw requestFailed('[FailedOperation] $switch requires an object with an array of branches');
    }
    for (const branch of expression['branches']) {
      if (!isPlainObject(branch) || !('case' in branch) || !('then' in branch)) {
        throw requestFailed("[FailedOperation] $switch requires each branch have a 'case' and a 'then' expression");
      }
      const value = compute(document, branch['case'] ?? null, settings);
      if (isTrue(value)) return compute(document, branch['then'] ?? null, settings);
    }
    if (expression['default'] !== undefined) return compute(document, expression['default'], settings);
    throw requestFailed('[FailedOperation] $switch could not find a matching branch, and no default was specified.');
  },
  $in: withArguments('$in', { least: 2, most: 2 }, (item, list) => {
    if (!Array.isArray(list)) throw requestFailed('[FailedOperation] $in requires an array as a second argument');
    return list.some((other) => order(item, other) === 0);
  }),
};
