import { sweepFiles } from '../files/sweep-files';
import { renewLinks } from '../spread/renew-links';
import { forgetObjectors } from '../outcome/forget-objectors';
import { surveyTotals } from '../feedback/survey-totals';
import { publishObjections } from '../outcome/publish-objections';
import { sendReminders } from '../reminders/send-reminders';
import { Errands } from './errand';
import { keptErrands } from './kept-errands';
import { Plan } from './plan';
import { Sequencer, type Occasion, type SequenceReport } from '../counting/sequence-ballots';

/** How long one firing may start new work, milliseconds; its time-out leaves as much again as one batch can take. */
const workingTime = 40_000;

/**
 * How soon a scheduler that was woken looks a second time, milliseconds. It was called beside a ballot's insert, which may land
 * after it looked, and for two seconds after that instance of `voter` calls no more.
 */
const secondLook = 2_500;

export interface FiringReport extends SequenceReport {
  /** What went wrong beside single polls. */
  besides: { part: string; fault: unknown }[];
}

/**
 * One instance's scheduler: what it remembers between firings makes idle ones cheap, and may be lost at any time. Firings may
 * overlap, come late or twice.
 */
export class Ticker {
  readonly #clock: () => number;
  readonly #pause: (ms: number) => Promise<void>;
  readonly #sequencer: Sequencer;
  readonly #plan = new Plan();
  readonly #errands: Errands;

  /** @param clock epoch milliseconds */
  constructor(clock: () => number, pause: (ms: number) => Promise<void>) {
    this.#clock = clock;
    this.#pause = pause;
    this.#sequencer = new Sequencer(clock);
    this.#errands = new Errands(
      [publishObjections, surveyTotals, sendReminders, renewLinks, sweepFiles, forgetObjectors, keptErrands],
      clock,
    );
  }

  /**
   * One firing: releases what is due, then acts on polls whose time has come. Where a poll is open and nothing is due it costs one
   * call, the question for ballots that wait; where none is open, none. Now and then one more, for the plan or an errand's.
   */
  async fire(occasion: Occasion): Promise<FiringReport> {
    const deadline = this.#clock() + workingTime;
    const report: FiringReport = { batches: 0, ballots: 0, isSingly: false, faults: [], besides: [] };
    await this.#work(report, deadline, occasion);
    if (occasion === 'wake') {
      // A release has taken the ballot that woke it, unless each ballot is one.
      if (report.batches > 0 && !report.isSingly) return report;
      await this.#pause(secondLook);
      await this.#work(report, deadline, occasion);
      return report;
    }
    // Last: nothing that is counted waits for a message.
    report.besides.push(...(await this.#errands.run(deadline)));
    return report;
  }

  /** What fails in one of its parts keeps none of the others. */
  async #work(report: FiringReport, deadline: number, occasion: Occasion): Promise<void> {
    if (this.#plan.isStale(this.#clock(), occasion === 'wake')) {
      await guard(report, 'plan', async () => this.#sequencer.forgetAsked(await this.#plan.read(this.#clock())));
    }
    const drain = async (): Promise<void> => addTo(report, await this.#sequencer.drain(deadline, occasion));
    if (this.#plan.hasOpen) await guard(report, 'ballots', drain);
    const due = this.#plan.takeDue(this.#clock());
    if (due.length > 0) this.#errands.noteLook();
    addTo(report, await this.#sequencer.actOn(due, deadline, occasion));
  }
}

function addTo(report: FiringReport, { batches, ballots, isSingly, faults }: SequenceReport): void {
  report.batches += batches;
  report.ballots += ballots;
  report.isSingly ||= isSingly;
  report.faults.push(...faults);
}

async function guard(report: FiringReport, part: string, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (fault) {
    report.besides.push({ part, fault });
  }
}
