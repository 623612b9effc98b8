import type * as z from 'zod';
import type { standingsGet } from '../../contract/counting';
import { done, refuse, type AnswerTo } from '../../contract/answered';
import { closesAt, nextReleaseAt, stepOf } from '../../domain/counting/release';
import type { ShownCounts } from '../../universal/board';
import type { StoredPoll } from '../../store/poll/polls';
import { findStandings } from '../../store/counting/standings';
import { describeLog } from './describe-log';
import { openPoll } from '../poll/open-poll';

/** What the public may see of the count now: one read, however many ballots there are. */
export async function getStandings(
  input: z.output<typeof standingsGet.input>,
  now: number,
): Promise<AnswerTo<typeof standingsGet>> {
  const open = await openPoll(input.pollId);
  if (open === null) return refuse('POLL_NOT_FOUND', 'no such poll', { field: 'pollId' });
  const standings = await findStandings(open.poll.id);
  const { nextAt, final, ballots } = standings ?? { nextAt: null, final: false, ballots: 0 };
  const log = describeLog(standings?.log);
  const shown = standings?.shown ?? countsBeforeTheLog(open.poll);
  const step = stepOf(open.poll);
  if (shown === null) {
    const comesAt = nextAt ?? nextReleaseAt(open.poll, now) ?? closesAt(open.poll);
    const asOf = standings?.releasedAt ?? open.poll.stages.voting;
    return done({ hidden: true, nextAt: comesAt, ballots, asOf, step, log });
  }
  const zeros = Object.fromEntries(open.candidates.map(({ id }) => [id, 0]));
  return done({
    hidden: false,
    counts: { ...zeros, ...shown.counts },
    ballots: shown.ballots,
    asOf: shown.asOf,
    batch: shown.batch,
    nextAt,
    final,
    lot: standings?.lot ?? undefined,
    step,
    log,
  });
}

/** Live counts are never hidden: before the log begins they are nought. */
function countsBeforeTheLog({ countPolicy, stages }: StoredPoll): ShownCounts | null {
  return countPolicy.kind === 'live' ? { batch: 0, counts: {}, ballots: 0, asOf: stages.voting } : null;
}
