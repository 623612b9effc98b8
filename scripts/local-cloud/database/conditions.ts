import { areEqual, compareValues } from './compare';
import { isOperators } from './criteria';
import { compileGeoWithin } from './geo';
import { tagOf } from './keys';
import { notOffered, requestFailed } from './refusal';
import type { Value } from './wire';

/**
 * A test of what lies at the ends of a field's path (`leavesAt`), arrays whole and missing fields as `undefined`.
 * `expands` tells whether an array also stands for its items: a field does, an item within `$elemMatch` does not.
 */
export type FieldTest = (leaves: readonly (Value | undefined)[], expands: boolean) => boolean;

type ValueTest = (value: Value | undefined) => boolean;

/** MongoDB has them, and this database does not answer them. */
const NOT_OFFERED = new Set([
  ...[
    '$near',
    '$nearSphere',
    '$geoIntersects',
    '$type',
    '$bitsAllClear',
    '$bitsAllSet',
    '$bitsAnyClear',
    '$bitsAnySet',
  ],
]);

/** The test of one operator; `siblings` are the operators beside it, where `$regex` finds its `$options`. */
export function compileOperator(name: string, operand: Value, siblings: { [name: string]: Value }): FieldTest {
  switch (name) {
    case '$eq':
      return equalTo(operand);
    case '$ne':
      return not(equalTo(operand));
    case '$in':
      return oneOf(name, operand);
    case '$nin':
      return not(oneOf(name, operand));
    case '$gt':
      return ordered(name, operand, (order) => order > 0);
    case '$gte':
      return ordered(name, operand, (order) => order >= 0);
    case '$lt':
      return ordered(name, operand, (order) => order < 0);
    case '$lte':
      return ordered(name, operand, (order) => order <= 0);
    case '$exists':
      return exists(operand);
    case '$size':
      return size(operand);
    case '$mod':
      return mod(operand);
    case '$regex':
      return anyValue(patternTest(patternOf(operand, siblings['$options'])));
    case '$options':
      if (siblings['$regex'] === undefined) throw requestFailed('[FailedOperation] (BadValue) $options needs a $regex');
      return () => true;
    case '$geoWithin':
      return anyLeaf(compileGeoWithin(operand));
    default:
      throw NOT_OFFERED.has(name)
        ? notOffered(name)
        : requestFailed(`[FailedOperation] (BadValue) unknown operator: ${name}`);
  }
}

/** The test of equality: null also finds a missing field, a pattern also finds texts, an array is found whole or as an item. */
export function equalTo(operand: Value): FieldTest {
  return anyValue(equalityOf(operand));
}

function equalityOf(operand: Value): ValueTest {
  if (operand === null) return (value) => value === null || value === undefined;
  if (operand instanceof RegExp) return patternTest(operand);
  if (typeof operand === 'string' || typeof operand === 'boolean') return (value) => value === operand;
  return (value) => value !== undefined && areEqual(value, operand);
}

function not(test: FieldTest): FieldTest {
  return (leaves, expands) => !test(leaves, expands);
}

/** True if any leaf passes, or any item of a leaf that is an array. */
function anyValue(test: ValueTest): FieldTest {
  return (leaves, expands) =>
    leaves.some((leaf) => test(leaf) || (expands && Array.isArray(leaf) && leaf.some((item) => test(item))));
}

function anyLeaf(test: ValueTest): FieldTest {
  return (leaves) => leaves.some(test);
}

function oneOf(name: string, operand: Value): FieldTest {
  if (!Array.isArray(operand)) throw requestFailed(`[FailedOperation] (BadValue) ${name} needs an array`);
  const texts = new Set<Value | undefined>();
  const others: ValueTest[] = [];
  for (const item of operand) {
    if (isOperators(item)) throw requestFailed(`[FailedOperation] (BadValue) cannot nest $ under ${name}`);
    if (typeof item === 'string') texts.add(item);
    else others.push(equalityOf(item));
  }
  return anyValue((value) => texts.has(value) || others.some((test) => test(value)));
}

/** Only values of the operand's own type are ever greater or less; a missing field counts as null. */
function ordered(name: string, operand: Value, accepts: (order: number) => boolean): FieldTest {
  if (operand instanceof RegExp) {
    throw requestFailed(`[FailedOperation] (BadValue) Can't have RegEx as arg to predicate over field (${name})`);
  }
  const tag = tagOf(operand);
  const isUnordered = (value: Value | undefined): boolean => Number.isNaN(value) !== Number.isNaN(operand);
  return anyValue((value) => tagOf(value) === tag && !isUnordered(value) && accepts(compareValues(value, operand)));
}

function exists(operand: Value): FieldTest {
  const isWanted = operand !== false && operand !== 0 && operand !== null;
  return (leaves) => leaves.some((leaf) => leaf !== undefined) === isWanted;
}

function size(operand: Value): FieldTest {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0) {
    throw requestFailed('[FailedOperation] (BadValue) $size must be a whole number that is not negative');
  }
  return anyLeaf((leaf) => Array.isArray(leaf) && leaf.length === operand);
}

function mod(operand: Value): FieldTest {
  if (!Array.isArray(operand) || operand.length !== 2) {
    throw requestFailed('[FailedOperation] (BadValue) malformed mod, needs to be an array of two numbers');
  }
  const [divisor, remainder] = operand.map((item) => (typeof item === 'number' ? Math.trunc(item) : NaN));
  if (divisor === undefined || remainder === undefined || !Number.isFinite(divisor) || !Number.isFinite(remainder)) {
    throw requestFailed('[FailedOperation] (BadValue) malformed mod, divisor or remainder is no number');
  }
  if (divisor === 0) throw requestFailed('[FailedOperation] (BadValue) divisor cannot be 0');
  // `+ 0` makes the -0 of a negative multiple a plain 0.
  return anyValue((value) => typeof value === 'number' && (Math.trunc(value) % divisor) + 0 === remainder + 0);
}

function patternOf(operand: Value, options: Value | undefined): RegExp {
  if (!(operand instanceof RegExp) && typeof operand !== 'string') {
    throw requestFailed('[FailedOperation] (BadValue) $regex has to be a string');
  }
  const flags = typeof options === 'string' ? options : operand instanceof RegExp ? operand.flags : '';
  if (/[^ims]/.test(flags)) throw notOffered(`the regular expression option in "${flags}"`);
  try {
    return new RegExp(operand instanceof RegExp ? operand.source : operand, flags);
  } catch {
    throw requestFailed('[FailedOperation] (BadValue) Regular expression is invalid');
  }
}

function patternTest(pattern: RegExp): ValueTest {
  return (value) =>
    typeof value === 'string' ? pattern.test(value) : value instanceof RegExp && areEqual(value, pattern);
}
