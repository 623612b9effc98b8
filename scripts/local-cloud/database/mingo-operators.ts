import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import type { Iterator } from 'mingo/lazy';
import type { Options } from 'mingo/types';
import { requestFailed } from './refusal';
import type { Document, Value } from './wire';

/** mingo's settings, which each operator gets and hands on. */
export type Settings = Options;

/** An operator of expressions, as mingo calls it. */
export type ExpressionOperator = (document: Document, expression: Value, settings: Settings) => Value | undefined;

/** A stage of a pipeline, as mingo calls it: from one stream of documents to the next. */
export type Stage = (documents: Iterator, spec: Value, settings: Settings) => Iterator;

type Operators = NonNullable<Parameters<typeof Context.init>[0]>;

/** A context with operators of our own. Of several contexts that are joined, the first that knows an operator wins. */
export function contextOf(own: {
  expression?: Record<string, ExpressionOperator>;
  pipeline?: Record<string, Stage>;
}): Context {
  // mingo's types for operators are the sum of all that it has; ours are called in the same way.
  return Context.init(own as Operators);
}

/** The settings under which mingo computes for us. */
export function settingsWith(context: Context, variables: Document = {}): Settings {
  return {
    context,
    variables,
    idKey: '_id',
    processingMode: ProcessingMode.CLONE_OFF,
    useStrictMode: true,
    scriptEnabled: false,
    failOnError: true,
  };
}

/** The value of an expression. */
export function compute(document: Document, expression: Value, settings: Settings): Value | undefined {
  // mingo's results are built of the values that it was given.
  return evalExpr(document, expression, settings) as Value | undefined;
}

/** An operator that takes a list of arguments, computed before it is called; a missing one is `undefined`. */
export function withArguments(
  name: string,
  counts: { least: number; most: number },
  work: (...args: (Value | undefined)[]) => Value,
): ExpressionOperator {
  return (document, expression, settings) => {
    const list = Array.isArray(expression) ? expression : [expression];
    if (list.length < counts.least || list.length > counts.most) {
      throw requestFailed(`[FailedOperation] Expression ${name} takes ${counts.least} to ${counts.most} arguments`);
    }
    return work(...list.map((item) => compute(document, item, settings)));
  };
}
