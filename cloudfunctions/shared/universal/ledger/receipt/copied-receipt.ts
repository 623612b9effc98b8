import { entryCodeOfHex } from '../bundle/entry-code';
import type { SignedReceipt } from './receipt-text';

/** A receipt as it leaves a phone: all that anyone needs to look for the ballot, and none of the choices. */
export interface CopiedReceipt extends SignedReceipt {
  /** For people; follows from the leaf hash. */
  code: string;
  pollId: string;
  /** "once", or a day like "2026-11-23". */
  period: string;
  nth: number;
}

/** The one line of a copied receipt that machines read: JSON. */
export function machineLine(receipt: CopiedReceipt): string {
  const { code, pollId, period, nth, origin, leafHash, promisedAt, keyId, signature } = receipt;
  return JSON.stringify({ code, pollId, period, nth, origin, leafHash, promisedAt, keyId, signature });
}

/**
 * The JSON in a text that may hold more: what was copied is read as it is, whatever was written around it and wherever a
 * messenger has broken the line.
 * @returns null when there is none
 */
export function jsonIn(text: string): Record<string, unknown> | null {
  const whole = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  const lines = text.split(/\r?\n/).filter((line) => line.trim().startsWith('{'));
  for (const attempt of [...lines, whole, whole.replace(/[\r\n]+/g, '')]) {
    try {
      const value: unknown = JSON.parse(attempt);
      // Any object has string keys; what they hold is looked at by whoever asks.
      if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
    } catch {
      // Not JSON as it stands; the next attempt may be.
    }
  }
  return null;
}

const shapes: Readonly<Record<keyof CopiedReceipt, (value: unknown) => boolean>> = {
  code: isText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
  pollId: isText(/^\S{1,64}$/),
  period: isText(/^(once|\d{4}-\d{2}-\d{2})$/),
  nth: Number.isSafeInteger,
  origin: isText(/^\S{1,200}$/),
  leafHash: isText(/^[0-9a-f]{64}$/),
  promisedAt: Number.isSafeInteger,
  keyId: isText(/^[0-9a-f]{8}$/),
  signature: isText(/^[A-Za-z0-9+/]{86}==$/),
};

/**
 * Reads a copied receipt back.
 * @returns NO_RECEIPT when the text holds none; RECEIPT_INCOMPLETE when something of it is missing or does not fit the rest
 */
export function readCopiedReceipt(text: string): CopiedReceipt | 'NO_RECEIPT' | 'RECEIPT_INCOMPLETE' {
  const json = jsonIn(text);
  if (json === null || !('leafHash' in json || 'signature' in json)) return 'NO_RECEIPT';
  return isCopiedReceipt(json) && entryCodeOfHex(json.leafHash) === json.code ? json : 'RECEIPT_INCOMPLETE';
}

function isCopiedReceipt(json: object): json is CopiedReceipt {
  const values = new Map<string, unknown>(Object.entries(json));
  return Object.entries(shapes).every(([name, fits]) => fits(values.get(name)));
}

function isText(shape: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && shape.test(value);
}
