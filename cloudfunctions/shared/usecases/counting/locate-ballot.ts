import type * as z from 'zod';
import type { ballotLocate } from '../../contract/ledger';
import { done, refuse, type AnswerTo } from '../../contract/answered';
import { ballotEntry } from '../../universal/ledger/entries/make-entry';
import { tagOf } from '../../domain/voting/slot';
import { findBallots, type StoredBallot } from '../../store/voting/ballots';
import { findBatch, firstIndexOf } from '../../store/counting/batches';
import { listRulingsOn } from '../../store/counting/rulings';
import { findStandings, type Standings } from '../../store/counting/standings';
import { describeLog } from './describe-log';
import { isPublic } from './is-public';
import { explainAbsence } from '../poll/explain-absence';
import { lastVoidingOn } from './voidings';
import { openPoll } from '../poll/open-poll';

type Output = z.output<typeof ballotLocate.output>;

/**
 * Where the caller's own ballot stands in the log, and where the log lies. A page asks once a ballot: with the answer it
 * proves the rest from static files.
 */
export async function locateBallot(
  { pollId, period, nth }: z.output<typeof ballotLocate.input>,
  openid: string,
): Promise<AnswerTo<typeof ballotLocate>> {
  const open = await openPoll(pollId);
  if (open === null) return explainAbsence(pollId);
  const tag = tagOf({ mac: open.mac, openid }, period, nth);
  const [ballots, standings] = await Promise.all([findBallots(open.poll.id, [tag]), findStandings(open.poll.id)]);
  const [ballot] = ballots;
  if (ballot === undefined) return refuse('BALLOT_NOT_FOUND', 'the caller has no such ballot', { field: 'nth' });
  const index = isPublic(ballot, standings) ? await indexOf(ballot) : null;
  const ruling = index === null ? undefined : await publicRuling(open.poll.id, index, standings);
  return done({ index, log: describeLog(standings?.log) ?? null, ruling });
}

/** What was last ruled about a ballot, as far as the log is public. */
async function publicRuling(pollId: string, index: number, standings: Standings | null): Promise<Output['ruling']> {
  const published = standings?.log === undefined ? null : await findBatch(pollId, standings.log.batch);
  if (published?.tally.ruledIn !== undefined) {
    const voiding = await lastVoidingOn(published, index);
    return voiding && { kind: voiding.kind, reason: voiding.reason, clause: voiding.clause };
  }
  const rulings = await listRulingsOn(pollId, index);
  const last = rulings.filter((ruling) => isPublic(ruling, standings)).at(-1);
  if (last?.kind !== 'void' && last?.kind !== 'restore') return undefined;
  const { kind, reason, clause } = last;
  return { kind, reason, clause };
}

async function indexOf(ballot: StoredBallot): Promise<number | null> {
  const batch = await findBatch(ballot.pollId, ballot.batch ?? -1);
  const place = batch?.entries.indexOf(ballotEntry(ballot)) ?? -1;
  return batch === null || place < 0 ? null : firstIndexOf(batch) + place;
}
