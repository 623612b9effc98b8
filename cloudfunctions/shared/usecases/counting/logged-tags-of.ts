import { LoggedTags, packTags } from '../../domain/counting/logged-tags';
import { readBatches, readTags, type Batch } from '../../store/counting/batches';
import { tagsInBatch, type Head } from './log-head';

/**
 * The tags in all batches of a log up to its last: a call for each thousand, and none for a log of one batch behind its rules.
 * Batches never change and are numbered without a gap, so a read can only show too few of them, which is found out.
 * @param known a head further back, whose tags are taken over
 * @throws when a read shows less than there is; repeating is safe
 */
export async function loggedTagsUpTo(last: Batch, known?: Head): Promise<LoggedTags> {
  const { pollId, n, tally } = last;
  const isKnown = known !== undefined && known.n <= n;
  const tags = isKnown ? known.tags : new LoggedTags(tally.ballots);
  // The first batch holds the rules alone.
  let next = isKnown ? known.n + 1 : 1;
  const untold: number[] = [];
  if (next < n) {
    for await (const batch of readTags(pollId, next)) {
      if (batch.n !== next || batch.n >= n) break;
      next += 1;
      if (batch.tags === undefined) untold.push(batch.n);
      else tags.add(batch.tags, batch.n);
    }
  }
  if (next < n) throw new Error(`a read shows the log of ${pollId} up to ${next} and not to ${n}`);
  await addUntold(pollId, untold, tags);
  if (next === n && n > 0) tags.add(last.tags ?? packTags(tagsInBatch(last)), n);
  return tags;
}

/** Earlier versions kept no tags beside the entries: their batches are read whole. */
async function addUntold(pollId: string, untold: readonly number[], tags: LoggedTags): Promise<void> {
  const [from] = untold;
  if (from === undefined) return;
  const left = new Set(untold);
  for await (const batch of readBatches(pollId, from)) {
    if (left.delete(batch.n)) tags.add(packTags(tagsInBatch(batch)), batch.n);
    if (left.size === 0) return;
  }
  throw new Error(`a read does not show all of the log of ${pollId}`);
}
