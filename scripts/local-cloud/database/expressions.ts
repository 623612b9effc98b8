import { Context } from 'mingo/core';
import * as groupOperators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import { accumulators } from './expression-accumulators';
import { comparisons, isTrue } from './expression-comparisons';
import { dates } from './expression-dates';
import { lists } from './expression-lists';
import { numbers } from './expression-numbers';
import { texts } from './expression-texts';
import { compute, contextOf, settingsWith } from './mingo-operators';
import { notOffered, Refusal, requestFailed } from './refusal';
import { isPlainObject, type Document, type Value } from './wire';

/**
 * mingo's operators, with our own in the place of those that mingo and MongoDB compute differently. The earlier context
 * wins.
 */
export const operators = Context.from(
  contextOf({ expression: { ...comparisons, ...dates, ...texts, ...numbers, ...lists, ...accumulators } }),
  Context.init({ accumulator: groupOperators, expression: expressions, pipeline }),
);

/** Operators that CloudBase's MongoDB does not have, needs an index for, or that run code. */
const NOT_OFFERED = new Set(['$function', '$accumulator', '$where', '$meta', '$toHashedIndexKey', '$sigmoid']);

/** Operators of a filter may stand in `$match` and `$geoNear` only; there they are checked as filters. */
export function checkExpression(value: Value): void {
  if (Array.isArray(value)) for (const item of value) checkExpression(item);
  if (!isPlainObject(value)) return;
  for (const [field, item] of Object.entries(value)) {
    if (NOT_OFFERED.has(field)) throw notOffered(`the aggregation operator ${field}`);
    if (field !== '$literal') checkExpression(item);
  }
}

/** The test of a filter's `$expr`. */
export function expressionTest(expression: Value, variables: Document): (document: Document) => boolean {
  checkExpression(expression);
  const settings = settingsWith(operators, variables);
  return (document) => {
    return isTrue(refused(() => compute(document, expression, settings)));
  };
}

/** Runs mingo and turns what it refuses into the wire's refusal. */
export function refused<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    // mingo throws its own class for a wrong expression, and plain errors from deep inside where it expected another type.
    if (!(error instanceof Refusal) && error instanceof Error) {
      throw requestFailed(`[FailedOperation] ${error.message}`);
    }
    throw error;
  }
}
