import { ballotEntry, closeEntry } from '../../domain/ledger/entry';
import { closesAt } from '../../domain/release';
import { ballotIdRange, listWaiting, markCounted, waitingPageSize, type StoredBallot } from '../../store/ballots';
import { appendBatch, publishDue, recoverHead, type Head } from './log-head';

/** Ballots that arrived after the close are set aside under this number, never counted and never lost. */
const afterClose = -1;

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
        const step = await this.#attempt(pollId, report, () => this.#take(pollId, ballots));
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

  /** Acts on polls whose time has come: closes their logs, or releases their counts. */
  async actOn(pollIds: readonly string[]): Promise<SequenceReport> {
    const report: SequenceReport = { batches: 0, ballots: 0, faults: [] };
    for (const pollId of pollIds) await this.#attempt(pollId, report, () => this.#act(pollId));
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

  async #take(pollId: string, ballots: StoredBallot[]): Promise<'counted' | 'read again' | 'no such poll'> {
    const head = this.#heads.get(pollId);
    if (head === undefined) {
      // The page was read before the head, so ballots in it may be counted by now.
      return (await this.#recover(pollId)) ? 'read again' : 'no such poll';
    }
    if (head.tally.closed) {
      const tags = ballots.map(({ tag }) => tag);
      await markCounted(pollId, tags, afterClose);
      throw new Error(`${tags.length} ballots arrived after the close and are set aside`);
    }
    return (await this.#append(head, ballots.map(ballotEntry))) ? 'counted' : 'read again';
  }

  async #act(pollId: string): Promise<void> {
    const head = await this.#recover(pollId);
    if (head === null || head.tally.closed) return;
    if (this.#clock() < closesAt(head.poll)) return publishDue(head, this.#clock());
    if (await this.#isWaiting(pollId)) return;
    if (await this.#isWaiting(pollId)) return;
    await this.#append(head, [closeEntry(head.tally.ballots)]);
  }

  async #isWaiting(pollId: string): Promise<boolean> {
    const { after, before } = ballotIdRange(pollId);
    return (await listWaiting(after, before)).length > 0;
  }

  async #recover(pollId: string): Promise<Head | null> {
    const head = await recoverHead(pollId, this.#clock());
    return this.#remember(pollId, head);
  }

  async #append(head: Head, entries: string[]): Promise<Head | null> {
    return this.#remember(head.poll.id, await appendBatch(head, entries, this.#clock()));
  }

  #remember(pollId: string, head: Head | null): Head | null {
    if (head === null) this.#heads.delete(pollId);
    else this.#heads.set(pollId, head);
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
