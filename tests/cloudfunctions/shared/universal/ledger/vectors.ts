import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The folder of public test vectors, or undefined: then the tests that need it say that they skip. */
export const vectors = process.env.LEDGER_VECTORS;

/** `describe` where the vectors are at hand, else one that says what is missing. */
export function describeVectors(title: string, body: (folder: string) => void): void {
  if (vectors !== undefined && existsSync(vectors)) describe(title, () => body(vectors));
  else describe.skip(`${title} (LEDGER_VECTORS names no folder)`, () => it('needs the vectors', () => undefined));
}

/** All files of a folder that end in `.json`, with their paths. */
export function jsonFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => path.join(folder, name))
    .sort();
}
