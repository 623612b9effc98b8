import { encodeEntry, type LogEntry } from '../../domain/ledger/entries/log-entry';
import { parseEntry } from '../../domain/ledger/entries/parse-entry';
import { dueAt } from '../../domain/publication';
import { nextReleaseAt } from '../../domain/release';
import { standingsChange, type Occasion } from '../../domain/standings';
import { markCounted } from '../../store/ballots';
import { findBatch, findLastBatch, insertBatch, type Batch } from '../../store/batches';
import { findPoll } from '../../store/polls';
import {
  advanceStandings,
  findStandings,
  insertStandings,
  notePublished,
  type PublishedLog,
} from '../../store/standings';
import { batchOf, countSoFar, firstBatch, headBehind, moveBehind, progressOf, type Head } from './log-head';
import { publishStandings } from './publish-board';
import type { LogPublisher } from './publish-log';

/** What is told of a publication that failed: counting goes on without it. */
export type OnFault = (fault: unknown) => void;

/**
 * Finds the end of a poll's log and finishes what whoever wrote it may have left undone. Opens the log where the vote has
 * begun and there is none.
 * @returns null when the poll is not there any more, is not open yet, or somebody else opens its log at this moment
 * @throws DatabaseFault; repeating is safe
 */
export async function recoverHead(
  pollId: string,
  publisher: LogPublisher,
  now: number,
  onFault: OnFault,
): Promise<Head | null> {
  const [poll, last, standings] = await Promise.all([findPoll(pollId), findLastBatch(pollId), findStandings(pollId)]);
  if (poll === null || (last === null && now < poll.stages.voting)) return null;
  if (last === null) {
    const opening = await firstBatch(poll, now);
    if (!(await insertBatch(opening))) return null;
    return finishBatch(headBehind(poll, opening, opening, {}), opening, publisher, onFault);
  }
  const first = last.n === 0 ? last : await findBatch(pollId, 0);
  if (first === null) throw new Error(`the log of ${pollId} has lost its beginning`);
  const head = headBehind(poll, first, last, standings ?? {});
  return finishBatch(head, last, publisher, onFault);
}

/**
 * Writes entries that the head has taken as the log's next batch, publishes what may be public and marks the ballots.
 * Ballots are marked last: whoever dies in between leaves them waiting, and so is found out.
 * @param isAsked whether its end is to be published even if nothing else asks for it
 * @returns null when another sequencer wrote that batch first: nothing of this one was written
 * @throws DatabaseFault when the outcome is unknown; `recoverHead` finds out
 */
export async function appendBatch(
  head: Head,
  entries: readonly LogEntry[],
  publisher: LogPublisher,
  now: number,
  onFault: OnFault,
  isAsked = false,
): Promise<Head | null> {
  const batch = batchOf(head, entries.map(encodeEntry), now, isAsked);
  if (!(await insertBatch(batch))) return null;
  moveBehind(head, batch);
  return finishBatch(head, batch, publisher, onFault);
}

async function finishBatch(head: Head, batch: Batch, publisher: LogPublisher, onFault: OnFault): Promise<Head> {
  const { poll } = head;
  const isToPublish = batch.signed.n === batch.n && (head.log?.size ?? 0) < batch.signed.size;
  const log = isToPublish ? await tryToPublish(head, batch, publisher, onFault) : undefined;
  if (log) head.log = log;
  const isNoted = await updateStandings(head, 'growth', batch.at, log);
  if (log && !isNoted) await notePublished(poll.id, log);
  const tags = batch.entries.flatMap(tagOfBallot);
  if (tags.length > 0) await markCounted(poll.id, tags, batch.n);
  // Last: no mark waits for storage.
  if (isNoted) await publishStandings(head, batch.at).catch(onFault);
  return head;
}

/** Storage may be out of order while the database is not: then the count goes on, and publishing is tried again later. */
async function tryToPublish(
  head: Head,
  batch: Batch,
  publisher: LogPublisher,
  onFault: OnFault,
): Promise<PublishedLog | undefined> {
  try {
    return await publisher.publish(head, batch);
  } catch (fault) {
    onFault(fault);
    return undefined;
  }
}

/**
 * Publishes the newest checkpoint where that was not done when it was made.
 * @throws when storage does not take it
 */
export async function publishPending(head: Head, publisher: LogPublisher): Promise<void> {
  if (head.signed.size === (head.log?.size ?? 0)) return;
  const batch = await findBatch(head.poll.id, head.signed.n);
  if (batch === null) throw new Error(`the log of ${head.poll.id} has lost a batch`);
  head.log = await publisher.publish(head, batch);
  await notePublished(head.poll.id, head.log);
}

function tagOfBallot(text: string): string[] {
  const entry = parseEntry(text);
  return typeof entry === 'object' && entry.kind === 'ballot' ? [entry.tag] : [];
}

/** Publishes what the scheduler found due at `now`: a release, or nothing but the next time to look. */
export async function publishDue(head: Head, now: number, onFault: OnFault): Promise<void> {
  const isReleaseDue = head.nextAt !== null && head.nextAt <= now;
  const isNoted = await updateStandings(head, isReleaseDue ? 'release' : 'planning', now);
  if (isNoted) await publishStandings(head, now).catch(onFault);
}

/** @returns false when they stood as far already: then nothing is changed */
async function updateStandings(head: Head, occasion: Occasion, asOf: number, log?: PublishedLog): Promise<boolean> {
  const { poll, n } = head;
  const change = standingsChange(poll, countSoFar(head), occasion, asOf);
  // Growth changes standings of an older batch only; other occasions also such as stand at this very one.
  const below = occasion === 'growth' ? n : n + 1;
  if (await advanceStandings(poll.id, below, change, log)) {
    if (change.nextAt !== undefined) head.nextAt = change.nextAt;
  } else {
    const { dueBy: _dueBy, ...known } = change;
    const due = dueAt(poll, progressOf(head), asOf);
    const fresh = { shown: null, nextAt: nextReleaseAt(poll, asOf), dueAt: due, final: false, ...known };
    if (!(await insertStandings({ pollId: poll.id, ...fresh, ...(log === undefined ? {} : { log }) }))) return false;
    head.nextAt = fresh.nextAt;
  }
  head.shown = change.shown ?? head.shown;
  return true;
}
