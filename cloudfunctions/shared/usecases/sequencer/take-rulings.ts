import type { FoldRefusal } from '../../domain/ledger/count/log-state';
import type { RulingEntry } from '../../domain/ledger/entries/log-entry';
import { parseEntry } from '../../domain/ledger/entries/parse-entry';
import { entryAt, findBatchAt } from '../../store/batches';
import { listWaitingRulings, settleRuling, type Ruling } from '../../store/rulings';
import { take, type Head } from './log-head';

/** The number of a ruling that no batch has. */
const refused = -1;
/** The ballot is as the ruling wants it: whoever wrote it died before saying so. */
const isDone: readonly FoldRefusal[] = ['ALREADY_VOID', 'NOT_VOID'];

/**
 * Takes the rulings that wait into the head. One that the log cannot take is settled as refused.
 * @returns the entries, and the rulings they come from, to be settled once they are written
 */
export async function takeRulings(head: Head): Promise<{ entries: RulingEntry[]; taken: Ruling[] }> {
  const entries: RulingEntry[] = [];
  const taken: Ruling[] = [];
  for (const ruling of await listWaitingRulings(head.poll.id)) {
    const { _id, kind, index, reason, clause, proposer, approver } = ruling;
    const entry: RulingEntry = { v: 1, kind, index, reason, clause, proposer, approver };
    if (!taken.some((earlier) => earlier.index === index)) await recall(head, index);
    const refusal = take(head, entry);
    if (refusal === null) {
      entries.push(entry);
      taken.push(ruling);
    } else {
      await (isDone.includes(refusal) ? settleRuling(_id, head.n) : settleRuling(_id, refused, refusal));
    }
  }
  return { entries, taken };
}

/** Marks rulings as written. Whoever dies before leaves them waiting, and the next run finds them done. */
export async function settleAll(rulings: readonly Ruling[], batch: number): Promise<void> {
  for (const { _id } of rulings) await settleRuling(_id, batch);
}

/** Looks up the ballot that a ruling names, if there is one. */
async function recall(head: Head, index: number): Promise<void> {
  const batch = await findBatchAt(head.poll.id, index);
  if (batch === null) return;
  const text = entryAt(batch, index);
  const entry = text === undefined ? undefined : parseEntry(text);
  if (typeof entry === 'object' && entry.kind === 'ballot') head.state.recall(index, entry);
}
