import { quantile } from './statistics';

/** What a number of callers saw who each called again as soon as they were answered. */
export interface Load {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
}

/**
 * Makes `calls` calls, `callers` of them at any time.
 * @param call one call, given its number; it throws when the answer is not what it should be
 */
export async function measureLoad(
  calls: number,
  callers: number,
  call: (index: number) => Promise<void>,
): Promise<Load> {
  const latencies: number[] = [];
  let next = 0;
  const startedAt = performance.now();
  const caller = async (): Promise<void> => {
    while (next < calls) {
      const index = next++;
      const calledAt = performance.now();
      await call(index);
      latencies.push(performance.now() - calledAt);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const seconds = (performance.now() - startedAt) / 1000;
  return { perSecond: calls / seconds, p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95) };
}
