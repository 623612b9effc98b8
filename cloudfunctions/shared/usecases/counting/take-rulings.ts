import type { FoldRefusal } from '../../universal/ledger/count/log-state';
import {
  encodeEntry,
  type DrawEntry,
  type RulingEntry,
  type WithdrawalEntry,
} from '../../universal/ledger/entries/log-entry';
import { parseEntry } from '../../universal/ledger/entries/parse-entry';
import { entryAt, findBatchAt } from '../../store/counting/batches';
import { listWaitingRulings, settleRuling, type Ruling } from '../../store/counting/rulings';
import { DatabaseFault } from '../../store/fault';
import { take, type Head } from './log-head';
import type { OnFault } from './log-writer';

type Entry = RulingEntry | WithdrawalEntry | DrawEntry;

/** The number of a ruling that no batch has. */
const refused = -1;
/** All is as the ruling wants it: whoever wrote it died before saying so. */
const isDone: readonly FoldRefusal[] = ['ALREADY_VOID', 'NOT_VOID', 'ALREADY_WITHDRAWN', 'DRAW_TWICE'];

/**
 * Takes the rulings that wait into the head. One that the log cannot take is settled as refused; one that fails is left for the next
 * time, and holds up nothing.
 * @returns the entries, and the rulings they come from, to be settled once they are written
 * @throws DatabaseFault
 */
export async function takeRulings(head: Head, onFault: OnFault): Promise<{ entries: Entry[]; taken: Ruling[] }> {
  const entries: Entry[] = [];
  const taken: Ruling[] = [];
  for (const ruling of await listWaitingRulings(head.poll.id)) {
    // It was proposed behind the end of the vote: the log's close is on its way.
    if (ruling.kind === 'draw' && !head.state.isClosed) continue;
    try {
      const entry = await takeRuling(head, ruling, entries);
      if (entry === null) continue;
      entries.push(entry);
      taken.push(ruling);
    } catch (fault) {
      if (fault instanceof DatabaseFault) throw fault;
      onFault(new Error(`the ruling ${ruling._id} cannot be taken`, { cause: fault }));
    }
  }
  return { entries, taken };
}

/** @returns null when the log does not take it, or has it */
async function takeRuling(head: Head, ruling: Ruling, earlier: readonly Entry[]): Promise<Entry | null> {
  const { _id } = ruling;
  const entry = wholeEntryOf(ruling);
  if (entry === null) {
    await settleRuling(_id, refused, 'ENTRY_MALFORMED');
    return null;
  }
  if ('index' in entry && !earlier.some((each) => isOfBallot(each, entry.index))) await recall(head, entry.index);
  const refusal = take(head, entry);
  if (refusal === null) return entry;
  await (isDone.includes(refusal) ? settleRuling(_id, head.n) : settleRuling(_id, refused, refusal));
  return null;
}

/** What no reader of the log would take must not get into it, and holds up nothing else: null. */
function wholeEntryOf(ruling: Ruling): Entry | null {
  const entry = entryOf(ruling);
  try {
    return typeof parseEntry(encodeEntry(entry)) === 'string' ? null : entry;
  } catch {
    // Of a kind that there is not, a ruling has no text.
    return null;
  }
}

function entryOf(ruling: Ruling): Entry {
  const { proposer, approver } = ruling;
  if (ruling.kind === 'withdraw') {
    const { kind, candidate, reason } = ruling;
    return { v: 1, kind, candidate, reason, proposer, approver };
  }
  if (ruling.kind === 'draw') return { v: 1, kind: ruling.kind, draw: ruling.draw, proposer, approver };
  const { kind, index, reason, clause } = ruling;
  return { v: 1, kind, index, reason, clause, proposer, approver };
}

function isOfBallot(entry: Entry, index: number): boolean {
  return 'index' in entry && entry.index === index;
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
