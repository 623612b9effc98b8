import { hexToBytes } from '@noble/hashes/utils.js';
import { resultOf } from '../../universal/ledger/count/result';
import type { ResultEntry } from '../../universal/ledger/entries/log-entry';
import { Frontier } from '../../universal/ledger/tree/frontier';
import { nativeHasher } from '../../platform/native-hasher';
import { findClosingBatch } from '../../store/counting/batches';
import type { Head } from './log-head';

/**
 * What a closed log adds up to now, with every ruling so far.
 * @throws when it has no close
 */
export async function resultEntry(head: Head): Promise<ResultEntry> {
  return resultOf(head.state, { closeRoot: await closeRootOf(head) });
}

/**
 * The tree's root at the close, from which a public lot is drawn.
 * @throws when the log has no close
 */
export async function closeRootOf({ poll }: Head): Promise<Uint8Array> {
  // The close ends its batch, so the tree after it is the batch's.
  const closing = await findClosingBatch(poll.id);
  if (closing === null) throw new Error(`the log of ${poll.id} has no close`);
  return new Frontier(nativeHasher, closing.tally.size, closing.peaks.map(hexToBytes)).root();
}
