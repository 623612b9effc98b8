import { VisitBook } from '../../domain/spread/visits';
import { DatabaseFault } from '../../store/fault';
import { insertVisits, type VisitDocument } from '../../store/spread/visits';

/** How rarely an instance writes what it gathered, milliseconds. What it has when it ends is lost. */
const interval = 30_000;

const byChannel = new VisitBook();
/** Ways are the groups' places. They are verified, so the book has room for all that a poll may have. */
const byGroup = new VisitBook();
let writtenAt: number | undefined;

/**
 * Counts somebody who opens a poll, in this instance's memory. Now and then the one who comes by pays for writing it: one call at
 * most every half minute. Casting a ballot never does.
 * @param mark names the person within this poll, and cannot be read back
 */
export function countVisit(pollId: string, channel: string, mark: string, now: number): Promise<void> {
  byChannel.note(pollId, channel, mark, now);
  return writeNowAndThen(now);
}

/**
 * The same of somebody whose chat group the platform vouched for; their visit by a channel is counted beside it.
 * @param chatGroup the group's place in the poll's list
 */
export function countGroupVisit(pollId: string, chatGroup: number, mark: string, now: number): Promise<void> {
  // Who is in two of the groups is a visitor of both.
  byGroup.note(pollId, String(chatGroup), `${mark}|${chatGroup}`, now);
  return writeNowAndThen(now);
}

async function writeNowAndThen(now: number): Promise<void> {
  writtenAt ??= now;
  if (now - writtenAt < interval) return;
  writtenAt = now;
  const visits: VisitDocument[] = [
    ...byChannel.take().map(({ way, ...rest }) => ({ ...rest, channel: way })),
    ...byGroup.take().map(({ way, ...rest }) => ({ ...rest, chatGroup: Number(way) })),
  ];
  if (visits.length === 0) return;
  try {
    await insertVisits(visits);
  } catch (fault) {
    // Whether they were written is unknown; rather some too few than some twice, and nobody is kept from voting by it.
    if (!(fault instanceof DatabaseFault)) throw fault;
  }
}
