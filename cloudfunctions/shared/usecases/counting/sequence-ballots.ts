import { arrivalTime, releaseDue, restOfRelease, type DueRelease } from '../../domain/counting/release';
import { stepOf } from '../../universal/public-count';
import { ballotIdRange, listWaiting, waitingPageSize, type StoredBallot } from '../../store/voting/ballots';
import type { Planned } from '../../store/counting/standings';
import { actOnPoll } from './act-on-poll';
import { isUnfinished, type Head } from './log-head';
import { recoverHead } from './log-writer';
import { LogKeyMissing, LogPublisher } from './publish-log';
import { releaseBallots, type Releasing } from './release-ballots';
import { setAside, setAsideAs } from './set-aside';
import { sortOut } from './sort-waiting';

/** What one firing did. */
export interface SequenceReport {
  batches: number;
  ballots: number;
  /** Whether a poll was among them that releases each ballot by itself. */
  isSingly: boolean;
  /** What went wrong with single polls; the others went on. The next firing repeats it. */
  faults: { pollId: string; fault: unknown }[];
}

/** Who fired: the timer, or a function that has something for the scheduler. */
export type Occasion = 'timer' | 'wake';

/** How often a release is begun anew after another sequencer wrote the log's next batch. */
const attempts = 4;

/** How long ballots of a poll without a log are left alone, milliseconds. */
const pauseWithoutLog = 10 * 60 * 1000;

/**
 * Takes waiting ballots into their polls' logs. Any number of sequencers may run at once and each may die at any
 * step: a batch's number is a unique key, so of two the second starts again from what the first wrote.
 */
export class Sequencer {
  /** Heads this instance wrote or recovered itself. One that another overtook is found out by the collision. */
  readonly #heads = new Map<string, Head>();
  /** Polls that have ballots and no log, and when they were looked at. */
  readonly #without = new Map<string, number>();
  readonly #publisher = new LogPublisher();
  readonly #clock: () => number;

  /** @param clock epoch milliseconds */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /**
   * Looks at what waits, and releases what is due. A firing that finds nothing costs one call.
   * @param deadline start nothing behind this instant; what is left waits for the next firing
   */
  async drain(deadline: number, occasion: Occasion): Promise<SequenceReport> {
    const report: SequenceReport = { batches: 0, ballots: 0, isSingly: false, faults: [] };
    const look = (pollId: string, ballots: readonly StoredBallot[]): Promise<void> =>
      this.#attempt(pollId, report, () => this.#look(pollId, ballots, deadline, occasion, report));
    // Polls of which more waits than a page has come last, so that none starves the others.
    const large: [pollId: string, ballots: readonly StoredBallot[]][] = [];
    for (let after = ''; this.#clock() < deadline;) {
      const page = await listWaiting(after);
      const isWhole = page.length < waitingPageSize;
      const groups = groupByPoll(page);
      const last = page.at(-1)?.pollId ?? '';
      // How many wait of a poll has to be seen at once; one that fills a page has more than any step.
      const isCut = !isWhole && groups.size > 1;
      if (isCut) groups.delete(last);
      for (const [pollId, ballots] of groups) {
        if (ballots.length === waitingPageSize) large.push([pollId, ballots]);
        else await look(pollId, ballots);
      }
      if (isWhole) break;
      after = isCut ? ballotIdRange(last).after : ballotIdRange(last).before;
    }
    for (const [pollId, ballots] of large) if (this.#clock() < deadline) await look(pollId, ballots);
    return report;
  }

  /**
   * Acts on polls whose time has come: opens, shows counts, closes, archives.
   * @param deadline as above; archiving a large log goes on in the next firing
   */
  async actOn(pollIds: readonly string[], deadline: number, occasion: Occasion): Promise<SequenceReport> {
    const report: SequenceReport = { batches: 0, ballots: 0, isSingly: false, faults: [] };
    for (const pollId of pollIds) {
      await this.#attempt(pollId, report, async () => {
        const known = this.#heads.get(pollId);
        this.#heads.delete(pollId);
        this.#without.delete(pollId);
        const settledAt = (): number => this.#settledAt(occasion);
        const head = await actOnPoll(pollId, { ...this.#releasing(pollId, deadline, report), settledAt, known });
        // A closed log is hardly ever looked at again.
        if (head && !head.state.isClosed) this.#heads.set(pollId, head);
      });
    }
    return report;
  }

  /** Forgets what it knows of polls that somebody has asked for a look at since: their times may have moved. */
  forgetAsked(planned: readonly Planned[]): void {
    for (const { pollId, asked } of planned) {
      const head = this.#heads.get(pollId);
      if (head && (head.asked ?? 0) !== asked) this.#heads.delete(pollId);
    }
  }

  /**
   * The newest instant whose ballots have arrived. The timer fires half a minute behind the full minute, when all that was cast before
   * a full hour is there; whoever wakes the scheduler ahead of that leaves the hour's release to the timer.
   */
  #settledAt(occasion: Occasion): number {
    return occasion === 'timer' ? this.#clock() : this.#clock() - arrivalTime;
  }

  #releasing(pollId: string, deadline: number, report: SequenceReport): Releasing {
    const onFault = (fault: unknown): void => void report.faults.push({ pollId, fault });
    return { publisher: this.#publisher, clock: this.#clock, deadline, onFault };
  }

  async #attempt(pollId: string, report: SequenceReport, step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (fault) {
      // Whether the last write took effect is unknown: recovering finds out.
      this.#heads.delete(pollId);
      report.faults.push({ pollId, fault });
    }
  }

  async #look(
    pollId: string,
    ballots: readonly StoredBallot[],
    deadline: number,
    occasion: Occasion,
    report: SequenceReport,
  ): Promise<void> {
    const lookedAt = this.#without.get(pollId);
    if (lookedAt !== undefined && this.#clock() - lookedAt < pauseWithoutLog) return;
    const releasing = this.#releasing(pollId, deadline, report);
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const head = this.#heads.get(pollId) ?? (await this.#recover(pollId, releasing));
      if (head === null) {
        // Somebody else may have opened it at this very moment.
        if (attempt === 1) continue;
        this.#without.set(pollId, this.#clock());
        return;
      }
      if (head.signer === undefined) throw new LogKeyMissing(pollId);
      const { fresh } = await sortOut(head, ballots, releasing.onFault);
      const isAll = ballots.length < waitingPageSize;
      if (head.state.isClosed) return this.#refuseLate(pollId, fresh);
      const due = this.#dueOf(head, fresh, occasion);
      if (due === null) return;
      const {
        outcome,
        batches,
        ballots: count,
      } = await releaseBallots(head, due, releasing, isAll ? fresh : undefined);
      report.batches += batches;
      report.ballots += count;
      if (stepOf(head.poll) === 1) report.isSingly = true;
      if (outcome !== 'overtaken') return;
      this.#heads.delete(pollId);
      // Its tags are good as far as it was written.
      await this.#recover(pollId, releasing, head);
    }
  }

  #dueOf(head: Head, fresh: readonly StoredBallot[], occasion: Occasion): DueRelease | null {
    const now = this.#clock();
    if (isUnfinished(head)) return restOfRelease(head.lastPeriod, now);
    const hours = fresh.map(({ hour }) => hour);
    return releaseDue(head.poll, head.released.at, hours, now, this.#settledAt(occasion));
  }

  async #refuseLate(pollId: string, ballots: readonly StoredBallot[]): Promise<void> {
    this.#heads.delete(pollId);
    if (ballots.length === 0) return;
    await setAside(pollId, ballots, setAsideAs.late);
    throw new Error(`${ballots.length} ballots arrived after the close and are set aside`);
  }

  async #recover(pollId: string, { publisher, clock, onFault }: Releasing, known?: Head): Promise<Head | null> {
    const head = await recoverHead(pollId, publisher, clock(), onFault, known);
    if (head) this.#heads.set(pollId, head);
    return head;
  }
}

/** @param page sorted by id, so that a poll's ballots stand together */
function groupByPoll(page: readonly StoredBallot[]): Map<string, StoredBallot[]> {
  const groups = new Map<string, StoredBallot[]>();
  for (const ballot of page) {
    const group = groups.get(ballot.pollId);
    if (group) group.push(ballot);
    else groups.set(ballot.pollId, [ballot]);
  }
  return groups;
}
