import { readFileSync } from 'node:fs';
import { jsonIn } from '../../cloudfunctions/shared/universal/ledger/receipt/copied-receipt';

/**
 * Reads a receipt: the text as the app copies it, or JSON alone with `origin` and `leafHash` among its fields.
 * @throws a sentence when the file holds none
 */
export function readReceipt(file: string): { origin: string; leafHash: string } {
  const { origin, leafHash } = jsonIn(readFileSync(file, 'utf8')) ?? {};
  if (typeof origin === 'string' && typeof leafHash === 'string' && /^[0-9a-f]{64}$/.test(leafHash)) {
    return { origin, leafHash };
  }
  throw new Error(`${file} holds no receipt: the text that the app copies, or JSON with "origin" and "leafHash"`);
}
