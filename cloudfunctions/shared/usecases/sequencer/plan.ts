import { listDue } from '../../store/standings';

/** How long a plan is good for, milliseconds. A change that moves a poll's times lies further ahead than this. */
const life = 5 * 60 * 1000;

/** Which polls the scheduler has to act on soon, read rarely, so that idle ticks need not ask. */
export class Plan {
  #due: { pollId: string; dueAt: number }[] = [];
  #readAt = -Infinity;

  isStale(now: number): boolean {
    return now - this.#readAt >= life;
  }

  /** One call. */
  async read(now: number): Promise<void> {
    this.#due = await listDue(now + 2 * life);
    this.#readAt = now;
  }

  /** The polls whose time has come. Acting on them moves it, so the plan is read again afterwards. */
  takeDue(now: number): string[] {
    const due = this.#due.filter(({ dueAt }) => dueAt <= now).map(({ pollId }) => pollId);
    if (due.length > 0) this.#readAt = -Infinity;
    return due;
  }
}
