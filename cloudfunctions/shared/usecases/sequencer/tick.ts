import { sweepFiles } from '../passing/sweep-files';
import { renewLinks } from '../spreading/renew-links';
import { sendReminders } from '../reminding/send-reminders';
import { Errands } from './errand';
import { Plan } from './plan';
import { Sequencer, type SequenceReport } from './sequence-ballots';

/** How long one firing may start new work, milliseconds; its time-out leaves as much again as one batch can take. */
const workingTime = 40_000;

/** How many firings in a row must have found nothing before one asks for the plan in place of ballots. */
const idleFiringsBeforePlan = 5;

export interface FiringReport extends SequenceReport {
  /** What went wrong with errands. */
  errands: { errand: string; fault: unknown }[];
}

/** One instance's scheduler: what it remembers between firings makes idle ones cheap, and may be lost at any time. */
export class Ticker {
  readonly #clock: () => number;
  readonly #sequencer: Sequencer;
  readonly #plan = new Plan();
  readonly #errands: Errands;
  #askedLast: Plan | Errands | undefined;
  #idleFirings = 0;

  /** @param clock epoch milliseconds */
  constructor(clock: () => number) {
    this.#clock = clock;
    this.#sequencer = new Sequencer(clock);
    this.#errands = new Errands([sendReminders, renewLinks, sweepFiles], clock);
  }

  /**
   * One firing: counts what waits, then acts on polls whose time has come. Where nothing waits and nothing is due it
   * costs one call: the question for waiting ballots, or once in a while, in its place, for the plan or an errand's.
   */
  async fire(): Promise<FiringReport> {
    const startedAt = this.#clock();
    let report: SequenceReport = { batches: 0, ballots: 0, faults: [] };
    const question = this.#idleFirings >= idleFiringsBeforePlan ? this.#staleQuestion(startedAt) : undefined;
    if (question) {
      await question();
      // What cannot be settled makes a plan stale at once; ballots have their turn in between all the same.
      this.#idleFirings = 0;
    } else {
      report = await this.#sequencer.drain(startedAt + workingTime);
    }
    const isIdle = report.batches === 0;
    if (!isIdle && this.#plan.isStale(startedAt)) await this.#plan.read(startedAt);
    else if (!isIdle && this.#errands.isOverdue(startedAt)) await this.#errands.read(startedAt);
    this.#idleFirings = isIdle ? this.#idleFirings + 1 : 0;

    const acted = await this.#sequencer.actOn(this.#plan.takeDue(this.#clock()), startedAt + workingTime);
    // Last: nothing that is counted waits for a message.
    const errands = await this.#errands.run();
    return { ...report, faults: [...report.faults, ...acted.faults], errands };
  }

  /** The question to ask next, of those that were not asked for long; the two take turns. */
  #staleQuestion(now: number): (() => Promise<void>) | undefined {
    const stale = [this.#plan, this.#errands].filter((each) => each.isStale(now));
    const [next] = stale.length > 1 ? stale.filter((each) => each !== this.#askedLast) : stale;
    if (next === undefined) return undefined;
    this.#askedLast = next;
    return () => next.read(now);
  }
}
