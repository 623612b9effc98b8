import { $push } from 'mingo/operators/accumulator';
import { compareValues } from './compare';
import { distinct } from './expression-lists';
import { compute, type ExpressionOperator, type Settings } from './mingo-operators';
import { requestFailed } from './refusal';
import type { Value } from './wire';

/** Accumulators that also stand in expressions, where mingo takes lists only; what is no number is passed over, as in MongoDB. */
export const accumulators: Record<string, ExpressionOperator> = {
  $push: ofGroup((values) => values),
  $addToSet: ofGroup((values) => distinct(values)),
  $sum: over((values) => numbersIn(values).reduce((total, value) => total + value, 0)),
  $avg: over((values) => mean(numbersIn(values))),
  $min: over((values) => extreme(values, -1)),
  $max: over((values) => extreme(values, 1)),
  $stdDevPop: over((values) => deviation(numbersIn(values), 0)),
  $stdDevSamp: over((values) => deviation(numbersIn(values), 1)),
};

/** In `$group` an operator is called with all documents of a group; elsewhere it has one list, or several operands. */
function over(fold: (values: (Value | undefined)[]) => Value): ExpressionOperator {
  return (document, expression, settings) => {
    const group: unknown = document;
    if (Array.isArray(group)) return fold(valuesOf(group, expression, settings));
    if (!Array.isArray(expression)) {
      const value = compute(document, expression, settings);
      return fold(Array.isArray(value) ? value : [value]);
    }
    const values = expression.map((item) => compute(document, item, settings));
    const [only] = values;
    return fold(values.length === 1 && Array.isArray(only) ? only : values);
  };
}

/** What stands in `$group` only: a missing field is passed over, null is not. */
function ofGroup(fold: (values: Value[]) => Value): ExpressionOperator {
  return (document, expression, settings) => {
    const group: unknown = document;
    if (!Array.isArray(group)) throw requestFailed('[FailedOperation] an accumulator of $group was used elsewhere');
    return fold(valuesOf(group, expression, settings).filter((value) => value !== undefined));
  };
}

/** The expression's value for each document. mingo's own `$push` makes null of missing fields, unless they are wrapped. */
function valuesOf(group: unknown[], expression: Value, settings: Settings): (Value | undefined)[] {
  // mingo's results are built of the values that it was given.
  const wrapped = $push(group, { value: expression }, settings) as { value: Value | undefined }[];
  return wrapped.map(({ value }) => value);
}

function numbersIn(values: (Value | undefined)[]): number[] {
  return values.filter((value) => typeof value === 'number');
}

function mean(values: number[]): number | null {
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length;
}

function extreme(values: (Value | undefined)[], way: 1 | -1): Value {
  let best: Value = null;
  for (const value of values) {
    if (value === undefined || value === null) continue;
    if (best === null || compareValues(value, best) * way > 0) best = value;
  }
  return best;
}

/** `lost` is 1 for a sample, whose mean costs one degree of freedom. */
function deviation(values: number[], lost: 0 | 1): number | null {
  const middle = mean(values);
  if (middle === null || values.length <= lost) return null;
  const squares = values.reduce((total, value) => total + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - lost));
}
