import type { BallotEntry, LogEntry } from '../../domain/ledger/entries/log-entry';
import type { FoldRefusal } from '../../domain/ledger/count/log-state';
import { ballotIdRange, listWaiting, markCounted, waitingPageSize, type StoredBallot } from '../../store/ballots';
import { actOnPoll } from './act-on-poll';
import { take, type Head } from './log-head';
import { appendBatch, recoverHead } from './log-writer';
import { LogPublisher } from './publish-log';

/** Ballots that no log takes are set aside under these numbers, never counted and never lost. */
const afterClose = -1;
const refusedByTheLog = -2;

/** What one firing did. */
export interface SequenceReport {
  batches: number;
  ballots: number;
  /** What went wrong with single polls; the others went on. The next firing repeats it. */
  faults: { pollId: string; fault: unknown }[];
}

/**
 * Takes waiting ballots into their polls' logs. Any number of sequencers may run at once and each may die at any
 * step: a batch's number is a unique key, so of two the second starts again from what the first wrote.
 */
export class Sequencer {
  /** Heads this instance wrote or recovered itself. One that another overtook is found out by the collision. */
  readonly #heads = new Map<string, Head>();
  readonly #publisher = new LogPublisher();
  readonly #clock: () => number;

  /** @param clock epoch milliseconds */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /**
   * Drains what is waiting, at most a page of each poll in turn, so that no poll starves another. A firing that
   * finds nothing costs one call.
   * @param deadline start nothing behind this instant; what is left waits for the next firing
   */
  async drain(deadline: number): Promise<SequenceReport> {
    const report: SequenceReport = { batches: 0, ballots: 0, faults: [] };
    let after = '';
    let hasCounted = false;
    let isMoreToCome = false;
    while (this.#clock() < deadline) {
      const page = await listWaiting(after);
      for (const [pollId, ballots] of groupByPoll(page)) {
        const step = await this.#attempt(pollId, report, () => this.#take(pollId, ballots, report));
        if (step === 'read again') isMoreToCome = true;
        if (step === 'counted') {
          hasCounted = true;
          report.batches += 1;
          report.ballots += ballots.length;
        }
      }
      const last = page.at(-1);
      if (last && page.length === waitingPageSize) {
        after = ballotIdRange(last.pollId).before;
        isMoreToCome ||= hasCounted;
      } else {
        // What has arrived meanwhile is the next firing's: by then it is worth a batch.
        if (!isMoreToCome) break;
        after = '';
        hasCounted = false;
        isMoreToCome = false;
      }
    }
    return report;
  }

  /**
   * Acts on polls whose time has come: opens, publishes, releases, closes, archives.
   * @param deadline as above; archiving a large log goes on in the next firing
   */
  async actOn(pollIds: readonly string[], deadline: number): Promise<SequenceReport> {
    const report: SequenceReport = { batches: 0, ballots: 0, faults: [] };
    for (const pollId of pollIds) {
      await this.#attempt(pollId, report, async () => {
        this.#heads.delete(pollId);
        const onFault = faultOf(pollId, report);
        const head = await actOnPoll(pollId, { publisher: this.#publisher, clock: this.#clock, deadline, onFault });
        this.#remember(pollId, head);
      });
    }
    return report;
  }

  async #attempt<Step>(pollId: string, report: SequenceReport, step: () => Promise<Step>): Promise<Step | undefined> {
    try {
      return await step();
    } catch (fault) {
      // Whether the last write took effect is unknown: recovering finds out.
      this.#heads.delete(pollId);
      report.faults.push({ pollId, fault });
      return undefined;
    }
  }

  async #take(
    pollId: string,
    ballots: StoredBallot[],
    report: SequenceReport,
  ): Promise<'counted' | 'read again' | 'no such log'> {
    const onFault = faultOf(pollId, report);
    const head = this.#heads.get(pollId);
    if (head === undefined) {
      // The page was read before the head, so ballots in it may be counted by now.
      const recovered = await recoverHead(pollId, this.#publisher, this.#clock(), onFault);
      return this.#remember(pollId, recovered) ? 'read again' : 'no such log';
    }
    if (head.state.isClosed) {
      await setAside(pollId, ballots, afterClose);
      throw new Error(`${ballots.length} ballots arrived after the close and are set aside`);
    }
    const { entries, refused } = takeBallots(head, ballots);
    const written = await appendBatch(head, entries, this.#publisher, this.#clock(), onFault);
    if (refused.size > 0) {
      await setAside(pollId, [...refused.keys()], refusedByTheLog);
      onFault(new Error(`the log takes no ballot like these: ${[...new Set(refused.values())].join(', ')}`));
    }
    return this.#remember(pollId, written) ? 'counted' : 'read again';
  }

  #remember(pollId: string, head: Head | null): Head | null {
    if (head === null) this.#heads.delete(pollId);
    else this.#heads.set(pollId, head);
    return head;
  }
}

function faultOf(pollId: string, report: SequenceReport): (fault: unknown) => void {
  return (fault) => report.faults.push({ pollId, fault });
}

/** What the voter function let in, the log takes; what came into the database by another way, it may refuse. */
function takeBallots(
  head: Head,
  ballots: readonly StoredBallot[],
): { entries: LogEntry[]; refused: Map<StoredBallot, FoldRefusal> } {
  const entries: LogEntry[] = [];
  const refused = new Map<StoredBallot, FoldRefusal>();
  for (const ballot of ballots) {
    const { tag, period, choices } = ballot;
    const entry: BallotEntry = { v: 1, kind: 'ballot', tag, period, choices: [...choices].sort() };
    const refusal = take(head, entry);
    if (refusal) refused.set(ballot, refusal);
    else entries.push(entry);
  }
  return { entries, refused };
}

async function setAside(pollId: string, ballots: readonly StoredBallot[], number: number): Promise<void> {
  await markCounted(
    pollId,
    ballots.map(({ tag }) => tag),
    number,
  );
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
