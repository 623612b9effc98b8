import { Plan } from './plan';
import { Sequencer, type SequenceReport } from './sequence-ballots';

/** How long one firing may start new work, milliseconds; its time-out leaves as much again as one batch can take. */
const workingTime = 40_000;

/** How many firings in a row must have found nothing before one asks for the plan in place of ballots. */
const idleFiringsBeforePlan = 5;

/** One instance's scheduler: what it remembers between firings makes idle ones cheap, and may be lost at any time. */
export class Ticker {
  readonly #clock: () => number;
  readonly #sequencer: Sequencer;
  readonly #plan = new Plan();
  #idleFirings = 0;

  /** @param clock epoch milliseconds */
  constructor(clock: () => number) {
    this.#clock = clock;
    this.#sequencer = new Sequencer(clock);
  }

  /**
   * One firing: counts what waits, then acts on polls whose time has come. Where nothing waits and nothing is due it
   * costs one call: the question for waiting ballots, or once in a while, in its place, for the plan.
   */
  async fire(): Promise<SequenceReport> {
    const startedAt = this.#clock();
    let report: SequenceReport = { batches: 0, ballots: 0, faults: [] };
    if (this.#idleFirings >= idleFiringsBeforePlan && this.#plan.isStale(startedAt)) {
      await this.#plan.read(startedAt);
      // A poll that cannot be settled makes the plan stale at once; ballots have their turn in between all the same.
      this.#idleFirings = 0;
    } else {
      report = await this.#sequencer.drain(startedAt + workingTime);
    }
    const isIdle = report.batches === 0;
    if (!isIdle && this.#plan.isStale(startedAt)) await this.#plan.read(startedAt);
    this.#idleFirings = isIdle ? this.#idleFirings + 1 : 0;

    const acted = await this.#sequencer.actOn(this.#plan.takeDue(this.#clock()), startedAt + workingTime);
    return { ...report, faults: [...report.faults, ...acted.faults] };
  }
}
