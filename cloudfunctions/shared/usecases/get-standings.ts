import type * as z from 'zod';
import type { standingsGet } from '../contract/standings';
import { done, refuse, type Outcome } from '../contract/outcome';
import { dueAt } from '../domain/release';
import { findStandings } from '../store/standings';
import { openPoll } from './open-poll';

/** What the public may see of the count now: one read, however many ballots there are. */
export async function getStandings(
  input: z.output<typeof standingsGet.input>,
  now: number,
): Promise<Outcome<z.output<typeof standingsGet.output>>> {
  const open = await openPoll(input.pollId);
  if (open === null) return refuse('POLL_NOT_FOUND', 'no such poll', { field: 'pollId' });
  const standings = await findStandings(open.poll.id);
  const { shown, nextAt, final, ballots } = standings ?? { shown: null, nextAt: null, final: false, ballots: 0 };
  if (shown === null) return done({ hidden: true, nextAt: nextAt ?? dueAt(open.poll, now), ballots });
  const zeros = Object.fromEntries(open.candidates.map(({ id }) => [id, 0]));
  return done({
    hidden: false,
    counts: { ...zeros, ...shown.counts },
    ballots: shown.ballots,
    asOf: shown.asOf,
    batch: shown.batch,
    nextAt,
    final,
  });
}
