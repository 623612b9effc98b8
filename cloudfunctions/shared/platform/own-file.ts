import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** A file that was deployed beside the function's code. @throws when it was not */
export function readOwnFile(name: string): Promise<Uint8Array> {
  // A bundle's folder is the function's.
  return readFile(path.join(__dirname, name));
}
