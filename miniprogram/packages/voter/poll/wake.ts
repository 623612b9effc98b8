/** The longest one waits; a phone's timers lag after sleep, so the time left is looked at again. Milliseconds. */
const longest = 30_000;

/**
 * Calls `look` soon after the instant, or after half a minute if that is earlier; ends with the returned function.
 * Up to two seconds of scatter: at midnight not every open page asks the server at once.
 * @param at epoch milliseconds, or null for nothing to wait for
 * @param now epoch milliseconds by the same clock
 */
export function wakeSoonAfter(at: number | null, now: number, look: () => void): () => void {
  const scatter = 300 + Math.random() * 1700;
  const wait = at === null ? longest : Math.min(longest, Math.max(0, at - now) + scatter);
  const timer = setTimeout(look, wait);
  return () => clearTimeout(timer);
}
