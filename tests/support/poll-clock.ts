import { dayLength, dayOf, instantOf, startOfHour } from '../../cloudfunctions/shared/universal/day';
import type { TestCloud } from './test-cloud';

const minute = 60 * 1000;
const hour = 60 * minute;

/** When in a minute the scheduler's timer fires, milliseconds. */
const firesAt = 35 * 1000;

/**
 * A cloud's clock that begins at twenty past nine tomorrow, whatever the machine's says: releases follow the hours, and counts a time
 * of day. It stands still, so that nothing depends on how long a test takes.
 */
export class PollClock {
  #now: number;

  constructor(private readonly cloud: TestCloud) {
    this.#now = instantOf(dayOf(Date.now() + dayLength), '09:20');
    this.#set();
  }

  get now(): number {
    return this.#now;
  }

  /** Moves it on, milliseconds. */
  later(duration: number): void {
    this.#now += duration;
    this.#set();
  }

  /** Moves it to an instant, epoch milliseconds. */
  to(instant: number): void {
    this.#now = instant;
    this.#set();
  }

  /** Moves it to when the timer fires behind the next full hour. */
  toNextHour(): void {
    this.to(startOfHour(this.#now) + hour + firesAt);
  }

  /**
   * Moves it minute by minute, firing the scheduler in each, until an instant. What a ballot called for comes to its end first: no
   * release takes minutes.
   */
  async run(until: number): Promise<void> {
    await this.cloud.whenStill();
    for (let next = this.#nextFiring(); next <= until; next = this.#nextFiring()) {
      this.to(next);
      await this.cloud.fireTimer('scheduler');
      await this.cloud.whenStill();
    }
    this.to(until);
  }

  #nextFiring(): number {
    const thisMinute = this.#now - (this.#now % minute) + firesAt;
    return thisMinute > this.#now ? thisMinute : thisMinute + minute;
  }

  #set(): void {
    const now = this.#now;
    this.cloud.setClock(() => now);
  }
}
