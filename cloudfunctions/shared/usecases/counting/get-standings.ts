import type * as z from 'zod';
import type { standingsGet } from '../../contract/counting';
import { done, type AnswerTo } from '../../contract/answered';
import { publicCount } from '../../domain/counting/public-count';
import { stepOf } from '../../universal/public-count';
import { findStandings } from '../../store/counting/standings';
import { describeLog } from './describe-log';
import { explainAbsence } from '../poll/explain-absence';
import { openPoll } from '../poll/open-poll';

/** What the public may see of the count now: one read, however many ballots there are. */
export async function getStandings(
  input: z.output<typeof standingsGet.input>,
  now: number,
): Promise<AnswerTo<typeof standingsGet>> {
  const open = await openPoll(input.pollId);
  if (open === null) return explainAbsence(input.pollId);
  const standings = await findStandings(open.poll.id);
  const log = describeLog(standings?.log);
  const step = stepOf(open.poll);
  const count = publicCount(open.poll, standings, now);
  if (count.hidden) {
    const asOf = standings?.releasedAt ?? open.poll.stages.voting;
    return done({ ...count, ballots: standings?.ballots ?? 0, asOf, step, log });
  }
  const { shown, ...rest } = count;
  const zeros = Object.fromEntries(open.candidates.map(({ id }) => [id, 0]));
  return done({ ...rest, ...shown, counts: { ...zeros, ...shown.counts }, step, log });
}
