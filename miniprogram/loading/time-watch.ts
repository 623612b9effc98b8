/** The longest one waits; a phone's timers lag after sleep, so the time left is looked at again. Milliseconds. */
const longest = 30_000;

/** Looks at the time again and again while a page is in sight. */
export class TimeWatch {
  private isOn = false;
  private stopTimer = (): void => undefined;

  /**
   * @param subject knows the instant at which something is due to change (or null), and what to do then
   * @param now the clock that instant is by, epoch milliseconds
   */
  constructor(
    private readonly subject: { nextLookAt: () => number | null; tick: () => Promise<void> },
    private readonly now: () => number,
  ) {}

  /** Begins the watch. */
  start(): void {
    this.isOn = true;
    this.wait();
  }

  /** What was waited for has changed; does nothing once the watch has ended. */
  again(): void {
    if (this.isOn) this.wait();
  }

  /** Ends the watch until it is started again. */
  stop(): void {
    this.isOn = false;
    this.stopTimer();
  }

  private wait(): void {
    this.stopTimer();
    this.stopTimer = wakeSoonAfter(this.subject.nextLookAt(), this.now(), () => {
      void this.subject.tick().then(() => this.again());
    });
  }
}

/**
 * Calls `look` soon after the instant, or after half a minute if that is earlier; ends with the returned function.
 * Up to two seconds of scatter: at midnight not every open page asks the server at once.
 * @param at epoch milliseconds, or null for nothing to wait for
 * @param now epoch milliseconds by the same clock
 */
function wakeSoonAfter(at: number | null, now: number, look: () => void): () => void {
  const scatter = 300 + Math.random() * 1700;
  const wait = at === null ? longest : Math.min(longest, Math.max(0, at - now) + scatter);
  const timer = setTimeout(look, wait);
  return () => clearTimeout(timer);
}
