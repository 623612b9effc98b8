import { ballotEntry } from '../../universal/ledger/entries/make-entry';
import { markCounted, type StoredBallot } from '../../store/voting/ballots';
import { findBatch, readBatches } from '../../store/counting/batches';
import { tagsInBatch, type Head } from './log-head';
import type { OnFault } from './log-writer';
import { setAside, setAsideAs } from './set-aside';

/** So many in a page that are in the log already are no accident: marks were lost on a large scale. */
const manyMarksLost = 50;

/**
 * Sorts ballots that seem to wait. What is in the log already, as lost marks, a restored collection or a lagging read show it, is
 * marked anew, and not counted once more.
 * @returns those that the log does not have
 * @throws DatabaseFault; repeating is safe
 */
export async function sortOut(
  head: Head,
  ballots: readonly StoredBallot[],
  onFault: OnFault,
): Promise<{ fresh: StoredBallot[] }> {
  const fresh: StoredBallot[] = [];
  const known = new Map<StoredBallot, number[]>();
  for (const ballot of ballots) {
    const batches = head.tags.find(ballot.tag);
    if (batches.length === 0) fresh.push(ballot);
    else known.set(ballot, batches);
  }
  if (known.size === 0) return { fresh };
  if (known.size >= manyMarksLost && new Set([...known.values()].flat()).size >= manyMarksLost) {
    await markAll(head);
    return { fresh };
  }
  const texts = new Map<number, ReadonlyMap<string, string>>();
  const marks = new Map<number, string[]>();
  const replaced: StoredBallot[] = [];
  for (const [ballot, batches] of known) {
    const found = await findIn(head, batches, ballot.tag, texts);
    if (found === null) fresh.push(ballot);
    else if (found.text !== ballotEntry(ballot)) replaced.push(ballot);
    // What is not public yet is marked by whoever ends its release.
    else if (found.n <= head.released.batch) marks.set(found.n, [...(marks.get(found.n) ?? []), ballot.tag]);
  }
  for (const [n, tags] of marks) await markCounted(head.poll.id, tags, n);
  if (replaced.length > 0) {
    await setAside(head.poll.id, replaced, setAsideAs.replaced);
    onFault(new Error(`${replaced.length} ballots stand in the place of others that the log has`));
  }
  // Where two tags begin alike: in their order.
  return { fresh: fresh.sort((a, b) => (a.tag < b.tag ? -1 : 1)) };
}

/** Where the log has a tag, and with which text: of the batches that may have it. */
async function findIn(
  head: Head,
  batches: readonly number[],
  tag: string,
  texts: Map<number, ReadonlyMap<string, string>>,
): Promise<{ n: number; text: string } | null> {
  for (const n of batches) {
    const known = texts.get(n) ?? (await textsIn(head, n));
    texts.set(n, known);
    const text = known.get(tag);
    if (text !== undefined) return { n, text };
  }
  return null;
}

async function textsIn({ poll }: Head, n: number): Promise<ReadonlyMap<string, string>> {
  const batch = await findBatch(poll.id, n);
  if (batch === null) throw new Error(`a read does not show batch ${n} of the log of ${poll.id}`);
  return new Map(
    batch.entries.flatMap((text) => tagsInBatch({ entries: [text] }).map((tag): [string, string] => [tag, text])),
  );
}

/** Marks every ballot of the released log that has no mark, batch by batch: far fewer calls than to look each of them up. */
async function markAll({ poll, released }: Head): Promise<void> {
  for await (const batch of readBatches(poll.id, 1)) {
    if (batch.n > released.batch) return;
    const tags = tagsInBatch(batch);
    if (tags.length > 0) await markCounted(poll.id, tags, batch.n);
  }
}
