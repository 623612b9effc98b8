import { compareValues } from './compare';
import { notOffered, requestFailed, writeFailed } from './refusal';
import { addToSet, arrayAt, pop, pull, pullAll, push } from './update-arrays';
import { isPlainObject, type Value } from './wire';

/** What an operator may ask of its surroundings. */
export interface Place {
  path: string;
  /** The server's time in epoch ms. */
  now: number;
}

/** What an operator makes of the value at its path; `undefined` out means that the field is not there afterwards. */
export type Operator = (current: Value | undefined, operand: Value, place: Place) => Value | undefined;

const OPERATORS = new Map<string, Operator>(
  Object.entries({
    $set: (_current, operand) => operand,
    $unset: () => undefined,
    $inc: (current, operand, { path }) => numberAt('$inc', current, path) + numberOf('increment', operand, path),
    // `+ 0` keeps a missing field times a negative number from becoming -0.
    $mul: (current, operand, { path }) => numberAt('$mul', current, path) * numberOf('multiply', operand, path) + 0,
    $min: (current, operand) => (current === undefined || compareValues(operand, current) < 0 ? operand : current),
    $max: (current, operand) => (current === undefined || compareValues(operand, current) > 0 ? operand : current),
    $bit: bit,
    $currentDate: (_current, operand, { now }) => currentDate(operand, now),
    // Nothing that the SDK sends inserts and takes operators at once.
    $setOnInsert: (current) => current,
    $push: (current, operand, { path }) => push(arrayAt('$push', current, path) ?? [], operand),
    $addToSet: (current, operand, { path }) => addToSet(arrayAt('$addToSet', current, path) ?? [], operand),
    $pop: (current, operand, { path }) => pop(arrayAt('$pop', current, path), operand),
    $pull: (current, operand, { path }) => pull(arrayAt('$pull', current, path), operand),
    $pullAll: (current, operand, { path }) => pullAll(arrayAt('$pullAll', current, path), operand),
  } satisfies Record<string, Operator>),
);

/** The operator of that name; refuses one that MongoDB does not know. `$rename` works on two paths and is none of these. */
export function operatorNamed(name: string): Operator {
  const operator = OPERATORS.get(name);
  if (operator !== undefined) return operator;
  if (!name.startsWith('$')) {
    throw requestFailed("[FailedOperation] update document must contain key beginning with '$'");
  }
  throw requestFailed(`[FailedOperation] Unknown modifier: ${name}`);
}

function numberAt(operator: string, current: Value | undefined, path: string): number {
  if (current === undefined) return 0;
  if (typeof current === 'number') return current;
  throw writeFailed('Update', `Cannot apply ${operator} to a value of non-numeric type (field '${path}')`);
}

function numberOf(verb: string, operand: Value, path: string): number {
  if (typeof operand === 'number') return operand;
  throw writeFailed('Update', `Cannot ${verb} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`);
}

function bit(current: Value | undefined, operand: Value, { path }: Place): Value {
  const before = current ?? 0;
  if (typeof before !== 'number' || !Number.isInteger(before)) {
    throw writeFailed('Update', `Cannot apply $bit to a value of non-integral type (field '${path}')`);
  }
  if (!isPlainObject(operand) || Object.keys(operand).length === 0) {
    throw writeFailed('Update', 'The $bit modifier is not compatible with anything but an object');
  }
  let result = BigInt(before);
  for (const [name, value] of Object.entries(operand)) {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      throw writeFailed('Update', 'The $bit modifier field must be an Integer(32/64 bit)');
    }
    if (name === 'and') result &= BigInt(value);
    else if (name === 'or') result |= BigInt(value);
    else if (name === 'xor') result ^= BigInt(value);
    else throw writeFailed('Update', `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
  }
  return Number(BigInt.asIntN(64, result));
}

function currentDate(operand: Value, now: number): Value {
  const type = isPlainObject(operand) ? operand['$type'] : operand;
  if (type === 'timestamp') throw notOffered('$currentDate with a timestamp');
  if (typeof type !== 'boolean' && type !== 'date') {
    throw writeFailed('Update', '$currentDate takes a boolean or an object that names a $type');
  }
  return new Date(now);
}
