/** What came of a run. */
export interface ErrandReport {
  /** Nothing more is due now. */
  isDone: boolean;
  faults: unknown[];
}

/** Work of the scheduler's beside counting, due at times of its own: in each firing counting comes first. */
export interface Errand {
  name: string;
  /** How long the answer of `nextAt` is believed, milliseconds. */
  life: number;
  /** It follows what somebody had the scheduler look at a poll for: its answer is not believed behind such a look. */
  followsLooks?: true;
  /** When something is due next, epoch milliseconds; null when nothing is. One call. */
  nextAt: () => Promise<number | null>;
  /**
   * Does what is due. Any number may run at once, and each may die at any step.
   * @param until the milliseconds that are left; start nothing when there are none
   */
  run: (now: number, until: () => number) => Promise<ErrandReport>;
}

/**
 * Does something with each of what is due, one after the other; one that fails keeps none of the others.
 * @param left as a run is told it
 * @param act answers false where it broke off for want of time
 * @returns whether each had its turn in time, and what failed
 */
export async function inTurn<Due>(
  due: readonly Due[],
  left: () => number,
  act: (each: Due) => Promise<unknown>,
): Promise<{ isThrough: boolean; faults: unknown[] }> {
  const faults: unknown[] = [];
  for (const each of due) {
    if (left() <= 0) return { isThrough: false, faults };
    try {
      if ((await act(each)) === false) return { isThrough: false, faults };
    } catch (fault) {
      faults.push(fault);
    }
  }
  return { isThrough: true, faults };
}

/** One instance's errands: asks rarely when they are due. */
export class Errands {
  readonly #plans: { errand: Errand; nextAt: number | null; readAt: number }[];
  readonly #clock: () => number;

  /** @param clock epoch milliseconds */
  constructor(errands: readonly Errand[], clock: () => number) {
    this.#plans = errands.map((errand) => ({ errand, nextAt: null, readAt: -Infinity }));
    this.#clock = clock;
  }

  /** A poll was looked at because its time has come, or because somebody asked. */
  noteLook(): void {
    for (const plan of this.#plans) if (plan.errand.followsLooks === true) plan.readAt = -Infinity;
  }

  /**
   * Asks where it was not asked for long, one call each, and does what is due. Where nothing is it costs nothing; what is not done
   * in time the next firing goes on with.
   * @param endsAt start nothing behind this instant
   */
  async run(endsAt: number): Promise<{ part: string; fault: unknown }[]> {
    const faults: { part: string; fault: unknown }[] = [];
    for (const plan of this.#plans) {
      const { name: part } = plan.errand;
      try {
        faults.push(...(await this.#runOne(plan, endsAt)).map((fault) => ({ part, fault })));
      } catch (fault) {
        // What is due is asked for anew.
        plan.readAt = -Infinity;
        faults.push({ part, fault });
      }
    }
    return faults;
  }

  async #runOne(plan: { errand: Errand; nextAt: number | null; readAt: number }, endsAt: number): Promise<unknown[]> {
    const { errand } = plan;
    const faults: unknown[] = [];
    if (this.#clock() - plan.readAt >= errand.life) {
      plan.nextAt = await errand.nextAt();
      plan.readAt = this.#clock();
    }
    for (let now = this.#clock(); plan.nextAt !== null && plan.nextAt <= now && now < endsAt; now = this.#clock()) {
      const report = await errand.run(now, () => endsAt - this.#clock());
      faults.push(...report.faults);
      if (!report.isDone) continue;
      plan.nextAt = await errand.nextAt();
      plan.readAt = this.#clock();
      // Some stay due that were tried: they have their turn in the next firing.
      break;
    }
    return faults;
  }
}
