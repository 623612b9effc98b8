/** The cloud's clock, which tests may move, and its distance from the machine's as the function instances see it. */
export class CloudTime {
  /** Ms to add to the machine's clock, for the instances' threads. Kept up to date by each reading of the clock. */
  readonly shared = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  private readonly offset = new Float64Array(this.shared);

  /** `clock` gives epoch ms. */
  constructor(private clock: () => number) {
    this.now();
  }

  /** The cloud's time in epoch ms. */
  readonly now = (): number => {
    const time = this.clock();
    this.offset[0] = time - Date.now();
    return time;
  };

  /** Replaces the clock: an offset to the machine's in ms, or another clock. */
  set(clock: number | (() => number)): void {
    this.clock = typeof clock === 'number' ? () => Date.now() + clock : clock;
    this.now();
  }
}
