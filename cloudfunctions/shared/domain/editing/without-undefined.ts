/** The same shape without `undefined`: what is not there is left out. */
export type WithoutUndefined<Value> = Value extends readonly (infer Each)[]
  ? WithoutUndefined<Each>[]
  : Value extends object
    ? { [Key in keyof Value]: WithoutUndefined<Exclude<Value[Key], undefined>> }
    : Value;

/**
 * Leaves out every member that is `undefined`, at any depth. What the contract's schemas give carries them, and neither
 * the database nor a comparison wants them.
 */
export function withoutUndefined<Value>(value: Value): WithoutUndefined<Value> {
  // What remains has the shape that the type says.
  return strip(value) as WithoutUndefined<Value>;
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(kept.map(([key, member]) => [key, strip(member)]));
}
