import { requestFailed } from './refusal';
import type { IndexDeclaration } from './declaration';
import { EMPTY_ARRAY_KEY, encodeKey, invert, MAX_KEY_BYTES } from './keys';
import { valuesAt } from './paths';
import type { Document, Value } from './wire';

/** One index of one collection: turns documents into keys. Where they are kept is the keyspace's business. */
export class CollectionIndex {
  constructor(
    /** Which part of the collection's keyspace the entries take. */
    readonly space: number,
    readonly declaration: IndexDeclaration,
    /** Whether any document ever gave several keys. Such an index cannot order results nor be trusted without a filter. */
    public isMultikey: boolean,
  ) {}

  /** The distinct keys under which `document` is found, without its row. */
  keysOf(document: Document): { keys: Buffer[]; isArray: boolean } {
    let keys: Buffer[] = [];
    let isArray = false;
    for (const [field, direction] of this.declaration.keys) {
      const at = valuesAt(document, field);
      if (at.isArray && isArray) throw requestFailed('[FailedOperation] cannot index parallel arrays');
      isArray ||= at.isArray;
      const parts = at.isEmpty
        ? [direction === 1 ? EMPTY_ARRAY_KEY : invert(EMPTY_ARRAY_KEY)]
        : at.values.map((value) => this.part(value, direction));
      keys = keys.length === 0 ? parts : keys.flatMap((key) => parts.map((part) => Buffer.concat([key, part])));
    }
    for (const key of keys) {
      if (key.length > MAX_KEY_BYTES) {
        throw requestFailed(
          `[FailedOperation] Btree::insert: key too large to index, failing ${this.declaration.name}`,
        );
      }
    }
    return { keys: isArray ? distinct(keys) : keys, isArray };
  }

  /** The bytes of one field's value in this index. */
  part(value: Value | undefined, direction: 1 | -1): Buffer {
    const key = encodeKey(value);
    return direction === 1 ? key : invert(key);
  }
}

function distinct(keys: Buffer[]): Buffer[] {
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
}
