/** Lets a number of calls pass in each second, and refuses the rest. */
export class RateCap {
  private windowStart = -Infinity;
  private passed = 0;

  constructor(private readonly perSecond: number) {}

  /** Whether one more call may pass at `now`, in ms of any clock that only goes forward. */
  admits(now: number): boolean {
    if (now - this.windowStart >= 1000) {
      this.windowStart = now;
      this.passed = 0;
    }
    if (this.passed >= this.perSecond) return false;
    this.passed += 1;
    return true;
  }
}
