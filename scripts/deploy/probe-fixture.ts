import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Finding } from './probe';

/** What `npm run probe -- --out FILE` wrote. */
const fixtureSchema = z.array(
  z.strictObject({ promise: z.string().min(1), isKept: z.boolean(), saw: z.record(z.string(), z.unknown()) }),
);

/** @throws a sentence where the file is none of the probe's */
export function readFixture(file: string): Finding[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file} is no JSON`, { cause });
  }
  const parsed = fixtureSchema.safeParse(value);
  if (!parsed.success) throw new Error(`${file} is not what the probe writes: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** What depends on the moment, and says nothing about how a cloud is. */
const momentary: ReadonlySet<string> = new Set(['seen']);

/**
 * Where another cloud behaves otherwise than the one that a fixture is of, a line each.
 * @param there what the probe saw in that cloud
 * @param here what it saw in this one
 */
export function differences(there: readonly Finding[], here: readonly Finding[]): string[] {
  const mine = new Map(here.map((finding) => [finding.promise, finding]));
  return there.flatMap(({ promise, saw }) => {
    const own = mine.get(promise);
    if (own === undefined) return [`${promise}: nobody looks at it here`];
    const names = [...new Set([...Object.keys(saw), ...Object.keys(own.saw)])].filter((name) => !momentary.has(name));
    return names
      .filter((name) => JSON.stringify(saw[name]) !== JSON.stringify(own.saw[name]))
      .map(
        (name) =>
          `${promise}: ${name} was ${JSON.stringify(saw[name])} there and is ${JSON.stringify(own.saw[name])} here`,
      );
  });
}
