import { VisitBook } from '../domain/visits';
import { DatabaseFault } from '../store/fault';
import { insertVisits } from '../store/visits';

/** How rarely an instance writes what it gathered, milliseconds. What it has when it ends is lost. */
const interval = 30_000;

const book = new VisitBook();
let writtenAt: number | undefined;

/**
 * Counts somebody who opens a poll, in this instance's memory. Now and then the one who comes by pays for writing it: one call at
 * most every half minute. Casting a ballot never does.
 * @param mark names the person within this poll, and cannot be read back
 */
export async function countVisit(pollId: string, channel: string, mark: string, now: number): Promise<void> {
  book.note(pollId, channel, mark, now);
  writtenAt ??= now;
  if (now - writtenAt < interval) return;
  writtenAt = now;
  const visits = book.take();
  if (visits.length === 0) return;
  try {
    await insertVisits(visits);
  } catch (fault) {
    // Whether they were written is unknown; rather some too few than some twice, and nobody is kept from voting by it.
    if (!(fault instanceof DatabaseFault)) throw fault;
  }
}
