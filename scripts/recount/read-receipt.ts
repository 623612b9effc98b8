import { readFileSync } from 'node:fs';

/**
 * Reads a receipt as the app copies it: JSON with `origin` and `leafHash` among its fields.
 * @throws a sentence when the file holds none
 */
export function readReceipt(file: string): { origin: string; leafHash: string } {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof value === 'object' && value !== null && 'origin' in value && 'leafHash' in value) {
    const { origin, leafHash } = value;
    if (typeof origin === 'string' && typeof leafHash === 'string' && /^[0-9a-f]{64}$/.test(leafHash)) {
      return { origin, leafHash };
    }
  }
  throw new Error(`${file} holds no receipt: JSON with "origin" and "leafHash"`);
}
