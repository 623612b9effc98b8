/** A name without what people write differently: white space, punctuation, width and case. */
function bare(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}

/**
 * Whether two names are likely to mean the same project: equal once bare, or one holds the other and they differ by little.
 */
export function areAlike(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.includes(short) && long.length - short.length <= 4;
}
