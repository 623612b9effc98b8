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
  /** When something is due next, epoch milliseconds; null when nothing is. One call. */
  nextAt: () => Promise<number | null>;
  /**
   * Does what is due. Any number may run at once, and each may die at any step.
   * @param until the milliseconds that are left; start nothing when there are none
   */
  run: (now: number, until: () => number) => Promise<ErrandReport>;
}

/** How long one firing works on errands, milliseconds: the next one, which counts first, begins two seconds after this one. */
const workingTime = 1_500;

/** One instance's errands: asks rarely when they are due, and does them a slice in each firing. */
export class Errands {
  readonly #plans: { errand: Errand; nextAt: number | null; readAt: number; askedAt: number }[];
  readonly #clock: () => number;

  /** @param clock epoch milliseconds */
  constructor(errands: readonly Errand[], clock: () => number) {
    this.#plans = errands.map((errand) => ({ errand, nextAt: null, readAt: -Infinity, askedAt: clock() }));
    this.#clock = clock;
  }

  isStale(now: number): boolean {
    return this.#plans.some(({ readAt, errand }) => now - readAt >= errand.life);
  }

  /** Whether no idle firing has come to ask for so long that a busy one has to. */
  isOverdue(now: number): boolean {
    return this.#plans.some(({ askedAt, errand }) => now - askedAt >= 2 * errand.life);
  }

  /** Asks for the one that was not asked for longest, measured by its life. One call. */
  async read(now: number): Promise<void> {
    const [plan] = [...this.#plans].sort((a, b) => ageOf(b, now) - ageOf(a, now));
    if (plan === undefined) return;
    plan.nextAt = await plan.errand.nextAt();
    plan.readAt = now;
    plan.askedAt = now;
  }

  /** Does what is due, for a moment; the next firing goes on. Where nothing is due it costs nothing. */
  async run(): Promise<{ errand: string; fault: unknown }[]> {
    const endsAt = this.#clock() + workingTime;
    const faults: { errand: string; fault: unknown }[] = [];
    for (const plan of this.#plans) {
      const now = this.#clock();
      if (plan.nextAt === null || plan.nextAt > now || now >= endsAt) continue;
      const { errand } = plan;
      try {
        const report = await errand.run(now, () => endsAt - this.#clock());
        faults.push(...report.faults.map((fault) => ({ errand: errand.name, fault })));
        if (!report.isDone) continue;
      } catch (fault) {
        faults.push({ errand: errand.name, fault });
      }
      // What is due next is asked for anew.
      plan.nextAt = null;
      plan.readAt = -Infinity;
    }
    return faults;
  }
}

/** Since when an errand was not asked for, by how long the answer is believed. */
function ageOf({ errand, readAt, askedAt }: { errand: Errand; readAt: number; askedAt: number }, now: number): number {
  const age = (now - askedAt) / errand.life;
  // One that has just been done comes first.
  return readAt === -Infinity ? age + 1 : age;
}
