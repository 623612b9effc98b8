/** The server's clock, epoch milliseconds. */
export function now(): number {
  return Date.now();
}

/** @param ms milliseconds of the machine's own clock */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** What comes of `work` if it comes within `ms` milliseconds of the machine's own clock, else undefined; what it throws later is lost. */
export async function within<Value>(ms: number, work: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<undefined>((resolve) => (timer = setTimeout(resolve, ms, undefined)));
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}
