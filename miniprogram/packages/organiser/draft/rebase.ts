/** What was typed and is not saved, with what the fields were when it was typed. */
export interface Unsaved<Change extends object> {
  base: Change;
  change: Change;
}

export interface Rebased<Name extends string> {
  /** Fields that can be saved upon the newer version, because nobody else has touched them. */
  kept: Name[];
  /** Fields that somebody else has changed meanwhile, and differently. */
  clashes: Name[];
}

/**
 * Puts what was typed upon a newer version. What the newer version already says is done; what somebody else has changed
 * too is for a person to decide.
 */
export function rebase<Fields extends object>(
  latest: Fields,
  { base, change }: Unsaved<Partial<Fields>>,
): Rebased<keyof Fields & string> {
  // The change has fields of these alone.
  const names = Object.keys(change) as (keyof Fields & string)[];
  const open = names.filter((name) => change[name] !== undefined && !isSame(latest[name], change[name]));
  const clashes = open.filter((name) => name in base && !isSame(latest[name], base[name]));
  return { kept: open.filter((name) => !clashes.includes(name)), clashes };
}

/** Whether two values are the same once they are saved: the cloud trims texts and knows no `undefined`. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.trim() === b.trim();
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [membersOf(a), membersOf(b)];
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && isSame(value, right.get(key)));
}

function membersOf(value: object): Map<string, unknown> {
  return new Map(Object.entries(value).filter(([, member]) => member !== undefined));
}
