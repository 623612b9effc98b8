// Serves conformance alone; see the README.

import { withArguments, type ExpressionOperator } from './mingo-operators';
import { requestFailed } from './refusal';
import type { Value } from './wire';

/** Arithmetic that mingo refuses where MongoDB answers: of null, and `$trunc` of a single number. */
export const numbers: Record<string, ExpressionOperator> = {
  $mod: withArguments('$mod', { least: 2, most: 2 }, (dividend, divisor) => {
    if (isNothing(dividend) || isNothing(divisor)) return null;
    const by = numberOf('$mod', divisor);
    if (by === 0) throw requestFailed("[FailedOperation] can't $mod by zero");
    return numberOf('$mod', dividend) % by;
  }),
  $trunc: withArguments('$trunc', { least: 1, most: 2 }, (number, places = 0) => {
    if (isNothing(number) || isNothing(places)) return null;
    const scale = 10 ** numberOf('$trunc', places);
    return Math.trunc(numberOf('$trunc', number) * scale) / scale;
  }),
};

function isNothing(value: Value | undefined): boolean {
  return value === null || value === undefined;
}

function numberOf(name: string, value: Value | undefined): number {
  if (typeof value === 'number') return value;
  throw requestFailed(`[FailedOperation] ${name} only supports numeric types`);
}
