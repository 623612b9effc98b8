import { bytesToHex } from '@noble/hashes/utils.js';
import type { InquiryReport } from '../../universal/ledger/bundle/inquiry-report';
import { compareText } from '../../universal/ledger/count/text-order';
import { encodeEntry, type JuryEntry, type LogEntry } from '../../universal/ledger/entries/log-entry';
import { parseEntry } from '../../universal/ledger/entries/parse-entry';
import { encodeUtf8 } from '../../universal/ledger/utf8';
import { nativeHasher } from '../../platform/native-hasher';
import { mostEntryBytes } from '../../store/counting/batches';
import { listWaitingRulings, type Ruling } from '../../store/counting/rulings';
import { listSheets } from '../../store/jury/sheets';
import { take, type Head } from './log-head';
import { appendBatch } from './log-writer';

/** What is to be appended, and the rulings it comes from. */
export interface Growth {
  entries: LogEntry[];
  /** Of decisions among the entries. */
  reports: InquiryReport[];
  taken: Ruling[];
}

/**
 * Reveals all sheets of a jury that is locked, by the jurors' names. Batches that would grow too large are written on the way and covered
 * by no checkpoint, so that the public sees all sheets at once or none; whoever dies in between leaves a release that is gone on with.
 * @param grown what the head has taken and is not written yet; the rest of the sheets joins it
 * @returns null when another sequencer writes this log
 * @throws when a read does not show all that binds the sheets; the next look goes on
 */
export async function revealSheets(head: Head, grown: Growth, now: number): Promise<Growth | null> {
  const lock = await waitingLock(head);
  if (lock === undefined) return grown;
  const sealed = await sealedSheets(head.poll.id);
  const unbound = sealed.find((sheet) => head.state.jury.boundHash(sheet.juror) !== sheet.hash);
  // What binds it is on its way to the log, the lock saw to that: whoever looks next finds it.
  if (unbound) throw new Error(`a read does not show what binds a sheet of ${head.poll.id}`);
  let { entries, reports } = grown;
  let bytes = entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
  for (const { entry } of sealed.filter(({ juror }) => !head.state.jury.isRevealed(juror))) {
    const size = sizeOf(entry);
    if (entries.length > 0 && bytes + size > mostEntryBytes) {
      if ((await appendBatch(head, entries, now, null, reports)) === null) return null;
      [entries, reports, bytes] = [[], [], 0];
    }
    const refusal = take(head, entry);
    if (refusal) throw new Error(`the log of ${head.poll.id} takes no sheet of its jury: ${refusal}`);
    entries = [...entries, entry];
    bytes += size;
  }
  return { entries, reports, taken: [...grown.taken, lock] };
}

async function waitingLock({ poll, state }: Head): Promise<Ruling | undefined> {
  if (!state.isClosed || state.hasResult || poll.result.jury === undefined) return undefined;
  return (await listWaitingRulings(poll.id)).find(({ kind }) => kind === 'lock');
}

interface SealedSheet {
  juror: string;
  hash: string;
  entry: JuryEntry;
}

/** What is locked, in the order in which it becomes public. */
async function sealedSheets(pollId: string): Promise<SealedSheet[]> {
  const sheets = await listSheets(pollId);
  return sheets
    .flatMap(({ sealed, lockedBy }): SealedSheet[] => {
      if (sealed === undefined || lockedBy === undefined) return [];
      const entry = parseEntry(sealed);
      if (typeof entry === 'string' || entry.kind !== 'jury') throw new Error(`a sheet of ${pollId} is no entry`);
      return [{ juror: entry.juror, hash: bytesToHex(nativeHasher.leaf(sealed)), entry }];
    })
    .sort((a, b) => compareText(a.juror, b.juror));
}

function sizeOf(entry: LogEntry): number {
  return encodeUtf8(encodeEntry(entry)).length;
}
