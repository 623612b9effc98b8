import { isCount } from '../tree/subtrees';

/** What JSON gave, told apart. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text for people: at most 500 UTF-16 units, no lone surrogate, which would have no UTF-8. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 500 && !/[\ud800-\udfff]/u.test(value);
}

/** Ids are printable ASCII without quotes and backslashes, so that every language sorts and writes them alike. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[!#-[\]-~]{1,64}$/.test(value);
}

export function isWhole(value: unknown): value is number {
  return typeof value === 'number' && isCount(value);
}

/** Epoch milliseconds within years of four digits, which every language's dates reach. */
export function isInstant(value: unknown): value is number {
  return isWhole(value) && value <= 253_000_000_000_000;
}

/** Points, weights and seats: small enough that sums and products of them stay safe integers. */
export function isPoints(value: unknown): value is number {
  return isWhole(value) && value <= 1_000_000;
}

export function areAll<Each>(value: unknown, is: (each: unknown) => each is Each): value is Each[] {
  return Array.isArray(value) && value.every(is);
}

/** Whether ids stand in ascending order, each once. */
export function areSorted(ids: readonly string[]): boolean {
  let before = '';
  for (const id of ids) {
    if (id <= before) return false;
    before = id;
  }
  return true;
}

export function areDistinct(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

/** SHA-256 as the log spells it. */
export function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}
