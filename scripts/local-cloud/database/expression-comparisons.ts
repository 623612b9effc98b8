import { compareValues } from './compare';
import { withArguments, type ExpressionOperator } from './mingo-operators';
import { requestFailed } from './refusal';

/** mingo sorts arrays and fields before it compares them, MongoDB compares them as they are. */
const compare = (name: string, accepts: (order: number) => boolean): ExpressionOperator =>
  withArguments(name, { least: 2, most: 2 }, (a, b) => accepts(order(a, b)));

/** In an expression, unlike in a filter, a missing field is less than null. */
function order(a: Parameters<typeof compareValues>[0], b: Parameters<typeof compareValues>[1]): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compareValues(a, b);
}

/** The comparison operators of expressions. */
export const comparisons: Record<string, ExpressionOperator> = {
  $eq: compare('$eq', (result) => result === 0),
  $ne: compare('$ne', (result) => result !== 0),
  $gt: compare('$gt', (result) => result > 0),
  $gte: compare('$gte', (result) => result >= 0),
  $lt: compare('$lt', (result) => result < 0),
  $lte: compare('$lte', (result) => result <= 0),
  $cmp: withArguments('$cmp', { least: 2, most: 2 }, (a, b) => Math.sign(order(a, b))),
  $in: withArguments('$in', { least: 2, most: 2 }, (item, list) => {
    if (!Array.isArray(list)) throw requestFailed('[FailedOperation] $in requires an array as a second argument');
    return list.some((other) => order(item, other) === 0);
  }),
};
