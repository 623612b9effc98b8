import { createHash, randomBytes } from 'node:crypto';

/** Short enough to read out on the telephone: "R-7F3A21". */
export function newRequestId(): string {
  return `R-${randomBytes(3).toString('hex').toUpperCase()}`;
}

/** Crockford's base 32 in small letters: no i, l, o, u to misread. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

function letters(bytes: Uint8Array, length: number): string {
  return Array.from(bytes.subarray(0, length), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}

/** An id that nobody can guess. @param length 5 bits each, at most 32 */
export function randomId(length: number): string {
  return letters(randomBytes(length), length);
}

/** The same id for the same parts: a repeated request finds what it made. @param length at most 32 */
export function derivedId(length: number, ...parts: string[]): string {
  return letters(createHash('sha256').update(JSON.stringify(parts)).digest(), length);
}

/** A secret for a link: 192 bits, 32 characters that need no escape. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** What hides a text behind its hash: 128 bits, 32 hex digits. */
export function newSalt(): string {
  return randomBytes(16).toString('hex');
}

/** What is stored in place of a token: who reads the database cannot use it. */
export function tokenDigest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
