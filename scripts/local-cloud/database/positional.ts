// Serves conformance alone; see the README.

import { compileItemTest, compileMatcher } from './matcher';
import { isOperators } from './criteria';
import { own } from './paths';
import { notOffered, writeFailed } from './refusal';
import { isPlainObject, type Document, type Value } from './wire';

/**
 * The plain paths that an update's path stands for: `$[]` for each item of its array, `$` for the first item that the
 * filter found. A path without either stands for itself.
 */
export function concretePaths(document: Document, path: string, criteria: Document): string[] {
  const steps = path.split('.');
  const at = steps.findIndex((step) => step === '$' || step === '$[]');
  if (at < 0) return [path];
  const prefix = steps.slice(0, at).join('.');
  const rest = steps.slice(at + 1);
  const items = valueAt(document, prefix);
  if (!Array.isArray(items)) {
    throw writeFailed('Update', `Cannot apply array updates to non-array element ${prefix}`);
  }
  const positions = steps[at] === '$' ? [foundPosition(items, prefix, criteria)] : [...items.keys()];
  return positions.flatMap((position) =>
    concretePaths(document, [prefix, String(position), ...rest].join('.'), criteria),
  );
}

/** Refuses positions that need array filters, which the SDK cannot send. */
export function checkPositions(path: string): void {
  const other = path.split('.').find((step) => /^\$\[.+\]$/.test(step));
  if (other !== undefined) throw notOffered(`the filtered position '${other}'`);
}

function foundPosition(items: Value[], path: string, criteria: Document): number {
  for (const test of itemTests(path, criteria)) {
    const position = items.findIndex(test);
    if (position >= 0) return position;
  }
  throw writeFailed('Update', 'The positional operator did not find the match needed from the query.');
}

/** What a filter asks of the items of the array at `path`. */
function* itemTests(path: string, criteria: Document): Generator<(item: Value) => boolean> {
  for (const [field, condition] of Object.entries(criteria)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isPlainObject(part)) yield* itemTests(path, part);
    } else if (field === path) {
      const inner = isOperators(condition) ? condition['$elemMatch'] : undefined;
      yield compileItemTest(inner ?? (isOperators(condition) ? condition : { $eq: condition }), false);
    } else if (field.startsWith(`${path}.`)) {
      const matcher = compileMatcher({ [field.slice(path.length + 1)]: condition });
      yield (item) => isPlainObject(item) && matcher(item);
    }
  }
}

function valueAt(document: Document, path: string): Value | undefined {
  let value: Value | undefined = document;
  for (const step of path.split('.')) {
    value = Array.isArray(value) ? value[Number(step)] : isPlainObject(value) ? own(value, step) : undefined;
  }
  return value;
}
