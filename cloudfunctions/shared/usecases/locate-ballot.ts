import type * as z from 'zod';
import type { ballotLocate } from '../contract/log';
import { done, refuse, type Outcome } from '../contract/outcome';
import { ballotEntry } from '../domain/ledger/entries/make-entry';
import { tagOf } from '../domain/slot';
import { findBallots, type StoredBallot } from '../store/ballots';
import { findBatch, firstIndexOf } from '../store/batches';
import { findStandings } from '../store/standings';
import { describeLog } from './describe-log';
import { isPublic } from './is-public';
import { openPoll } from './open-poll';

/**
 * Where the caller's own ballot stands in the log, and where the log lies. A page asks once a ballot: with the answer it
 * proves the rest from static files.
 */
export async function locateBallot(
  { pollId, period, nth }: z.output<typeof ballotLocate.input>,
  openid: string,
): Promise<Outcome<z.output<typeof ballotLocate.output>>> {
  const open = await openPoll(pollId);
  if (open === null) return refuse('POLL_NOT_FOUND', 'no such poll', { field: 'pollId' });
  const tag = tagOf({ mac: open.mac, openid }, period, nth);
  const [ballots, standings] = await Promise.all([findBallots(open.poll.id, [tag]), findStandings(open.poll.id)]);
  const [ballot] = ballots;
  if (ballot === undefined) return refuse('BALLOT_NOT_FOUND', 'the caller has no such ballot', { field: 'nth' });
  const index = isPublic(ballot, standings) ? await indexOf(ballot) : null;
  return done({ index, log: describeLog(standings?.log) ?? null });
}

async function indexOf(ballot: StoredBallot): Promise<number | null> {
  const batch = await findBatch(ballot.pollId, ballot.batch ?? -1);
  const place = batch?.entries.indexOf(ballotEntry(ballot)) ?? -1;
  return batch === null || place < 0 ? null : firstIndexOf(batch) + place;
}
