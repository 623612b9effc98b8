import type { LogState } from '../../universal/ledger/count/log-state';
import { parseEntry } from '../../universal/ledger/entries/parse-entry';
import { entryAt, findBatchAt, type Batch } from '../../store/counting/batches';

/**
 * Tells a resumed count the jury's sheets that its log has: a tally says where they lie, since no batch copies them.
 * @throws when a read does not show one
 */
export async function recallSheets(pollId: string, state: LogState): Promise<void> {
  let batch: Batch | null = null;
  for (const place of state.jury.forgotten) {
    // They come one behind the other, many in a batch.
    let text: string | undefined = batch === null ? undefined : entryAt(batch, place);
    if (text === undefined) {
      batch = await findBatchAt(pollId, place);
      text = batch === null ? undefined : entryAt(batch, place);
    }
    const entry = parseEntry(text ?? '');
    if (typeof entry === 'string' || entry.kind !== 'jury')
      throw new Error(`a read does not show entry ${place} of the log of ${pollId}`);
    state.recallSheet(entry);
  }
}
