import { randomBytes } from 'node:crypto';

/** Short enough to read out on the telephone: "R-7F3A21". */
export function newRequestId(): string {
  return `R-${randomBytes(3).toString('hex').toUpperCase()}`;
}
