import { listPlanned, mostPlanned, type Planned } from '../../store/counting/standings';

/**
 * How long a plan is good for, milliseconds. Who changes a poll's times wakes the scheduler, and changes what lies further ahead than
 * this, so that a call that is lost does no harm either.
 */
const life = 8 * 60 * 1000;

/** A wake reads the plan anew if it is older than this, milliseconds; one that comes sooner leaves it to the next firing. */
const lifeWhenWoken = 10 * 1000;

/** What the scheduler has to do with which polls, read rarely, so that idle firings need not ask. */
export class Plan {
  #planned: Planned[] = [];
  #readAt = -Infinity;
  #isOutdated = true;
  /** Whether a poll in it was acted on: one that was opened has to be seen open by the next firing, whoever fires it. */
  #isActedOn = false;

  /** Whether it has to be read anew. */
  isStale(now: number, isWoken: boolean): boolean {
    const age = now - this.#readAt;
    if (isWoken && age < lifeWhenWoken && age >= 0 && !this.#isActedOn) {
      this.#isOutdated = true;
      return false;
    }
    return isWoken || this.#isOutdated || age >= life || age < 0;
  }

  /** One call. @returns the polls in it */
  async read(now: number): Promise<readonly Planned[]> {
    this.#planned = await listPlanned();
    this.#readAt = now;
    this.#isOutdated = false;
    this.#isActedOn = false;
    return this.#planned;
  }

  /** Whether ballots may wait: whether any poll is open, as far as one read tells. */
  get hasOpen(): boolean {
    return this.#planned.length === mostPlanned || this.#planned.some(({ isOpen }) => isOpen);
  }

  /** The polls whose time has come. Acting on them moves it, so the plan is read again afterwards. */
  takeDue(now: number): string[] {
    const due = this.#planned.filter(({ dueAt }) => dueAt <= now).map(({ pollId }) => pollId);
    if (due.length > 0) this.#isOutdated = this.#isActedOn = true;
    return due;
  }
}
