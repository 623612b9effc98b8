import { EMPTY_ARRAY_KEY, encodeKey } from './keys';
import { valuesAt } from './paths';
import type { Order } from './planner';
import type { Document } from './wire';

/** Sorts as MongoDB does: an array counts by its least item ascending and its greatest descending; ties keep their order. */
export function sortDocuments<T>(items: T[], documentOf: (item: T) => Document, order: Order): T[] {
  const keyed = items.map((item) => ({
    item,
    keys: order.map(([field, way]) => sortKey(documentOf(item), field, way)),
  }));
  keyed.sort((a, b) => {
    for (const [at, [, way]] of order.entries()) {
      const left = a.keys[at];
      const right = b.keys[at];
      const result = left === undefined || right === undefined ? 0 : Buffer.compare(left, right);
      if (result !== 0) return result * way;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}

function sortKey(document: Document, field: string, way: 1 | -1): Buffer {
  const { values, isEmpty } = valuesAt(document, field);
  if (isEmpty) return EMPTY_ARRAY_KEY;
  const keys = values.map((value) => encodeKey(value));
  keys.sort((a, b) => Buffer.compare(a, b) * way);
  return keys[0] ?? encodeKey(null);
}
