import cloud from 'wx-server-sdk';

/** What the scheduler takes from another function, and nothing else. */
export const wakeEvent = { wake: true } as const;

/** So rarely one instance calls, milliseconds: a scheduler that was woken looks again a little later than this. */
const pause = 2_000;

let calledAt = -Infinity;

/**
 * Calls the scheduler, and waits for nothing: the request is on its way when this returns, and nobody needs its answer. A call that
 * is lost costs a minute, after which the timer does the same.
 * @param now epoch milliseconds
 * @returns false when this instance has just called
 */
export function wakeScheduler(now: number): boolean {
  if (now - calledAt < pause && now >= calledAt) return false;
  calledAt = now;
  // The SDK's typings also describe its callback forms.
  const called = cloud.callFunction({ name: 'scheduler', data: { ...wakeEvent } }) as Promise<unknown>;
  called.catch(() => undefined);
  return true;
}
