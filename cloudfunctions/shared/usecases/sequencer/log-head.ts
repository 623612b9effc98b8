import { decodeEntry, rulesEntry } from '../../domain/ledger/entry';
import { dueAt, nextReleaseAt } from '../../domain/release';
import { standingsChange, type Occasion } from '../../domain/standings';
import { emptyTally, fold, type Tally } from '../../domain/tally';
import { markCounted } from '../../store/ballots';
import { findLastBatch, insertBatch, type Batch } from '../../store/batches';
import { listCandidates } from '../../store/candidates';
import { findPoll, type StoredPoll } from '../../store/polls';
import { advanceStandings, findStandings, insertStandings } from '../../store/standings';

/** The end of a poll's log as this instance knows it: everything up to batch `n` is published and marked. */
export interface Head {
  poll: StoredPoll;
  n: number;
  tally: Tally;
}

/**
 * Finds the end of a poll's log and finishes what whoever wrote it may have left undone. Makes the first batch,
 * which holds the rules, where there is none.
 * @returns null when the poll is not there any more
 * @throws DatabaseFault; repeating is safe
 */
export async function recoverHead(pollId: string, now: number): Promise<Head | null> {
  const poll = await findPoll(pollId);
  if (poll === null) return null;
  const last = (await findLastBatch(pollId)) ?? (await startLog(poll, now));
  if (last === null) return null;
  return finishBatch(poll, last);
}

/** @returns null when somebody else started it at the same time: the next tick finds it */
async function startLog(poll: StoredPoll, now: number): Promise<Batch | null> {
  const candidates = await listCandidates(poll.id);
  const entries = [
    rulesEntry(
      poll,
      candidates.map(({ id }) => id),
    ),
  ];
  const batch = { pollId: poll.id, n: 0, at: now, entries, tally: fold(emptyTally, entries) };
  return (await insertBatch(batch)) ? batch : null;
}

/**
 * Appends entries to a poll's log as its next batch, publishes what may be public and marks the ballots. Ballots
 * are marked last: whoever dies in between leaves them waiting, and so is found out.
 * @returns null when another sequencer wrote that batch first: nothing of this one was written
 * @throws DatabaseFault when the outcome is unknown; `recoverHead` finds out
 */
export async function appendBatch(head: Head, entries: string[], now: number): Promise<Head | null> {
  const { poll } = head;
  const batch = { pollId: poll.id, n: head.n + 1, at: now, entries, tally: fold(head.tally, entries) };
  return (await insertBatch(batch)) ? finishBatch(poll, batch) : null;
}

async function finishBatch(poll: StoredPoll, { n, at, entries, tally }: Batch): Promise<Head> {
  await publish(poll, n, tally, 'growth', at);
  const tags = entries.map(decodeEntry).flatMap((entry) => (entry.kind === 'ballot' ? [entry.tag] : []));
  if (tags.length > 0) await markCounted(poll.id, tags, n);
  return { poll, n, tally };
}

/** Publishes what the scheduler found due at `now`: a release, or nothing but the next time to look. */
export async function publishDue({ poll, n, tally }: Head, now: number): Promise<void> {
  const nextAt = (await findStandings(poll.id))?.nextAt ?? null;
  const isReleaseDue = nextAt !== null && nextAt <= now;
  await publish(poll, n, tally, isReleaseDue ? 'release' : 'planning', now);
}

async function publish(poll: StoredPoll, n: number, tally: Tally, occasion: Occasion, asOf: number): Promise<void> {
  const change = standingsChange(poll, n, tally, occasion, asOf);
  // Growth changes standings of an older batch only; other occasions also such as stand at this very one.
  const below = occasion === 'growth' ? n : n + 1;
  if (await advanceStandings(poll.id, below, change)) return;
  const fresh = { shown: null, nextAt: nextReleaseAt(poll, asOf), dueAt: dueAt(poll, asOf), final: false };
  await insertStandings({ pollId: poll.id, ...fresh, ...change });
}
