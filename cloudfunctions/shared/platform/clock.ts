/** The server's clock, epoch milliseconds. */
export function now(): number {
  return Date.now();
}
