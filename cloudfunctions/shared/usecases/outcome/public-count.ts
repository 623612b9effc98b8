import { bytesToHex } from '@noble/hashes/utils.js';
import { voidsOf } from '../../universal/ledger/count/tally';
import { resultAt } from '../../domain/counting/publication';
import type { OutcomeSoFar } from '../../domain/outcome/objection';
import { nativeHasher } from '../../platform/native-hasher';
import { entryAt, findBatch, findBatchAt, type Batch } from '../../store/counting/batches';
import { lastVoidingOn } from '../counting/voidings';
import { findStandings, type Standings } from '../../store/counting/standings';
import type { StoredPoll } from '../../store/poll/polls';

/** A poll's count as its public log says it: what lies behind the published end is nobody's business yet. */
export interface PublicCount {
  pollId: string;
  /** The log's name; undefined before the log is published. */
  origin: string | undefined;
  /** The batch that ends what is public. */
  last: Batch | null;
  standings: Standings | null;
}

/** Two reads. */
export async function readPublicCount(pollId: string): Promise<PublicCount> {
  const standings = await findStandings(pollId);
  const published = standings?.log;
  const last = published === undefined ? null : await findBatch(pollId, published.batch);
  return { pollId, origin: published?.origin, last, standings };
}

export function outcomeSoFar(poll: StoredPoll, { last, standings }: PublicCount): OutcomeSoFar {
  const award = last?.tally.award;
  const calledOffAt = endingOf(poll)?.at ?? (award?.callOff && (standings?.releasedAt ?? 0));
  const notice = award?.notice;
  return {
    ...(notice === undefined ? {} : { notice: { from: poll.reached?.notice ?? notice.from, until: notice.until } }),
    ...(poll.reached === undefined ? { resultAt: resultAt(poll) } : {}),
    ...(calledOffAt === undefined ? {} : { calledOffAt }),
  };
}

/** Why and when it was ended before its award, in one way or the other. */
export function endingOf({ callOff, withdrawal }: StoredPoll): { reason: string; at: number } | undefined {
  return callOff ?? withdrawal;
}

/** Whether this leaf is the one at this place of the public log. */
export async function isLeafAt({ pollId, last }: PublicCount, index: number, leafHash: string): Promise<boolean> {
  if (last === null || index >= last.tally.size) return false;
  const batch = await findBatchAt(pollId, index);
  const text = batch === null ? undefined : entryAt(batch, index);
  return text !== undefined && bytesToHex(nativeHasher.leaf(text)) === leafHash;
}

/** Whether the ballot at this place is void by now. */
export async function isVoid({ last }: PublicCount, index: number): Promise<boolean> {
  if (last === null) return false;
  if (last.tally.ruledIn !== undefined) return (await lastVoidingOn(last, index))?.kind === 'void';
  return voidsOf(last.tally).some(({ places }) => places.includes(index));
}
