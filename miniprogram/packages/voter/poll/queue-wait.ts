import type { CastQueue } from '../../../services/ballots';

/** A voter in the queue: shows how long the wait is, and lets them leave. */
export class QueueWait implements CastQueue {
  private end: ((goesOn: boolean) => void) | undefined;

  /** @param show told the seconds of each wait, and 0 when it is over */
  constructor(private readonly show: (seconds: number) => void) {}

  wait(ms: number): Promise<boolean> {
    this.show(Math.ceil(ms / 1000));
    return new Promise((resolve) => {
      const end = (goesOn: boolean): void => {
        clearTimeout(timer);
        this.end = undefined;
        this.show(0);
        resolve(goesOn);
      };
      const timer = setTimeout(end, ms, true);
      this.end = end;
    });
  }

  /** Waits no longer. Says whether anybody was waiting. */
  leave(): boolean {
    const isWaiting = this.end !== undefined;
    this.end?.(false);
    return isWaiting;
  }
}
