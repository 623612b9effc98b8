import type { InquiryReport } from '../../universal/ledger/bundle/inquiry-report';
import type { LogEntry } from '../../universal/ledger/entries/log-entry';
import { dueAt } from '../../domain/counting/publication';
import { closesAt, nextReleaseAt } from '../../domain/counting/release';
import { shownCounts, standingsChange } from '../../domain/counting/standings';
import { findBatch, findLastBatch, insertBatch, type Batch } from '../../store/counting/batches';
import { findPoll } from '../../store/poll/polls';
import {
  advanceStandings,
  findStandings,
  insertStandings,
  isBehind,
  showCounts,
  type PublishedLog,
} from '../../store/counting/standings';
import { batchOf, firstBatch, headBehind, isUnpublished, moveBehind, progressOf, type Head } from './log-head';
import { loggedTagsUpTo } from './logged-tags-of';
import { recallSheets } from './recall-sheets';
import { publishStandings } from './publish-board';
import type { LogPublisher } from './publish-log';

/** What is told of something that failed and that the rest goes on without. */
export type OnFault = (fault: unknown) => void;

/**
 * Finds the end of a poll's log and publishes what whoever wrote it may have left unpublished. Opens the log where the vote has begun
 * and there is none. What a read shows may be older than what is: then the next insert collides, or a number is missing, or an update
 * finds nothing to change, and nothing wrong is written.
 * @param known what this instance knew of the log: its tags need not be read again
 * @returns null when the poll is not there any more, stands still, is not open yet, or somebody else opens its log at this moment
 * @throws DatabaseFault, storage's faults; repeating is safe
 */
export async function recoverHead(
  pollId: string,
  publisher: LogPublisher,
  now: number,
  onFault: OnFault,
  known?: Head,
): Promise<Head | null> {
  // Before the poll: who changes it asks for a look afterwards, and must not be overlooked.
  const standings = await findStandings(pollId);
  const [poll, last] = await Promise.all([findPoll(pollId), findLastBatch(pollId)]);
  if (poll === null || poll.status === 'frozen' || (last === null && now < poll.stages.voting)) return null;
  if ((standings?.batch ?? -1) > (last?.n ?? -1))
    throw new Error(`a read does not show the end of the log of ${pollId}`);
  if (last === null) {
    const opening = await firstBatch(poll, now);
    if (!(await insertBatch(opening))) return null;
    const tags = await loggedTagsUpTo(opening);
    const head = headBehind(poll, { first: opening, signed: opening, last: opening }, tags, standings ?? {});
    return publishRelease(head, publisher, onFault, opening);
  }
  const at = async (n: number): Promise<Batch> => (n === last.n ? last : existingBatch(pollId, n));
  const [first, signed, tags] = await Promise.all([at(0), at(last.signed.n), loggedTagsUpTo(last, known)]);
  const head = headBehind(poll, { first, signed, last }, tags, standings ?? {});
  await recallSheets(pollId, head.state);
  return isUnpublished(head) ? publishPending(head, publisher, onFault) : head;
}

async function existingBatch(pollId: string, n: number): Promise<Batch> {
  const batch = await findBatch(pollId, n);
  if (batch === null) throw new Error(`a read does not show batch ${n} of the log of ${pollId}`);
  return batch;
}

/**
 * Writes entries that the head has taken as the log's next batch. The batch's number decides: of any number of sequencers one
 * writes it.
 * @param releasedAt when the release is told to be that it ends; null where that goes on
 * @param reports what decisions among the entries say of their grounds
 * @returns null when another sequencer wrote that batch first: nothing of this one was written, and the head is of no use any more
 * @throws DatabaseFault when the outcome is unknown; `recoverHead` finds out
 */
export async function appendBatch(
  head: Head,
  entries: readonly LogEntry[],
  now: number,
  releasedAt: number | null,
  reports: readonly InquiryReport[] = [],
): Promise<Batch | null> {
  const batch = batchOf(head, entries, now, releasedAt, reports);
  if (!(await insertBatch(batch))) return null;
  moveBehind(head, batch);
  return batch;
}

/** Publishes the last release where whoever wrote it did not, as far as the read that says so is right. */
async function publishPending(head: Head, publisher: LogPublisher, onFault: OnFault): Promise<Head | null> {
  const { poll, released, log } = head;
  // An earlier checkpoint must not take the place of a newer one.
  if ((await findStandings(poll.id)) === null || (await isBehind(poll.id, released.size))) {
    return publishRelease(head, publisher, onFault, await existingBatch(poll.id, released.batch));
  }
  if (log === undefined) throw new Error(`a read does not show where the log of ${poll.id} lies`);
  head.log = { ...log, size: released.size, batch: released.batch };
  return head;
}

/**
 * Makes a release public: its files, the standings, the board. Repeating it at any step is safe.
 * @param batch the one that ends it
 * @returns null when more is public by now: another sequencer goes on with the log
 * @throws storage's faults
 */
export async function publishRelease(
  head: Head,
  publisher: LogPublisher,
  onFault: OnFault,
  batch: Batch,
): Promise<Head | null> {
  const { poll, released, previous } = head;
  const log = await publisher.publish(head, batch);
  const change = standingsChange(poll, released);
  if (!(await advanceStandings(poll.id, change, log, previous)) && !(await insertMissing(head, log))) {
    const newest = (await findStandings(poll.id))?.log;
    if (newest && newest.size > log.size) {
      // The checkpoint that was just put in its place is older.
      await publisher.publishCheckpoint(poll.id, await existingBatch(poll.id, newest.batch));
      return null;
    }
  }
  head.log = log;
  head.shown = change.shown ?? head.shown;
  if (change.nextAt !== undefined) head.nextAt = change.nextAt;
  await publishStandings(head).catch(onFault);
  return head;
}

/** Makes the standings of a poll that has none. @returns false when it has some */
async function insertMissing(head: Head, log: PublishedLog): Promise<boolean> {
  const { poll, released } = head;
  const nextAt = nextReleaseAt(poll, released.at);
  const due = dueAt(poll, { ...progressOf(head), nextAt, isPending: false }, released.at);
  const fresh = { shown: null, nextAt, dueAt: due, final: false };
  return insertStandings({ pollId: poll.id, ...fresh, ...standingsChange(poll, released), log });
}

/**
 * Shows the counts of the last release where the policy's time for it has come, and announces the next time.
 * @param settledAt as `releaseDue` has it: what was cast before that time is released first
 */
export async function showDue(head: Head, now: number, settledAt: number, onFault: OnFault): Promise<void> {
  const { poll, nextAt, released } = head;
  if (nextAt === null) return;
  const isDue = poll.countPolicy.kind === 'daily' && nextAt <= settledAt && nextAt < closesAt(poll);
  // On its way to that time, or to the close.
  if (!isDue && nextAt <= now) return;
  const next = nextReleaseAt(poll, now);
  if (!isDue && next === nextAt) return;
  const shown = isDue ? shownCounts(released) : null;
  if (!(await showCounts(poll.id, nextAt, shown, next))) return;
  head.shown = shown ?? head.shown;
  head.nextAt = next;
  await publishStandings(head).catch(onFault);
}
