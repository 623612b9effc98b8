/** A number in [0, 1); the same seed gives the same sequence. */
export type Random = () => number;

/** Mulberry32: good enough to look drawn by chance, and nothing that has to be secret may depend on it. */
export function seededRandom(text: string): Random {
  let state = 0;
  for (const character of text) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number in [least, most]. */
export function wholeBetween(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** The items in a random order in which heavy ones tend to come first (Efraimidis and Spirakis, 2006). */
export function weightedOrder<Item>(random: Random, items: readonly Item[], weightOf: (item: Item) => number): Item[] {
  return items
    .map((item) => ({ item, key: -Math.log(1 - random()) / weightOf(item) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
