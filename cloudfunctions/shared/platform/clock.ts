/** The server's clock, epoch milliseconds. */
export function now(): number {
  return Date.now();
}

/** @param ms milliseconds of the machine's own clock */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
