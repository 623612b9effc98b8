/**
 * How many codes one file holds: six pages. WeChat draws some five at a time in half a second each, so a part of codes that nobody has
 * asked for before takes eight seconds or so, a quarter of what an organiser's phone waits, and is some megabytes large.
 */
const codesInPart = 72;

/** How many files so many codes fill; one at least. */
export function partsOf(codes: number): number {
  return Math.max(1, Math.ceil(codes / codesInPart));
}

/** What is in a part; nothing behind the last. @param part the first is 0 */
export function ofPart<Item>(items: readonly Item[], part: number): Item[] {
  return items.slice(part * codesInPart, (part + 1) * codesInPart);
}
