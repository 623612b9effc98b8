import type { LotState } from '../../universal/ledger/count/lot-state';
import { rankByVotes, type Ranked } from '../../universal/ranking';
import type { ShownCounts } from '../../universal/board';
import { dueAt } from '../../domain/counting/publication';
import { findStandings } from '../../store/counting/standings';
import type { TeamPoll } from '../../store/editing/team-polls';
import type { PlacedCandidate } from '../editing/describe-candidate';

export interface Released {
  hidden: false;
  asOf: number;
  isFinal: boolean;
  ballots: number;
  /** What a public lot decides between equal votes. */
  lot?: LotState;
  ranking: Ranked<PlacedCandidate>[];
}

/**
 * What is released of a poll's count to everyone, and not a vote more: the team and its observers learn it with the public.
 * @param now epoch milliseconds
 */
export async function loadReleased(
  poll: TeamPoll,
  candidates: readonly PlacedCandidate[],
  now: number,
): Promise<Released | { hidden: true; nextAt: number }> {
  const standings = await findStandings(poll.id);
  const isLive = poll.countPolicy.kind === 'live' && poll.status === 'published';
  const none: ShownCounts = { batch: 0, counts: {}, ballots: 0, asOf: poll.stages.voting };
  const shown = standings?.shown ?? (isLive ? none : null);
  if (shown === null) {
    return { hidden: true, nextAt: standings?.nextAt ?? dueAt(poll, null, now) ?? poll.stages.verifying };
  }
  const isFinal = standings?.final ?? false;
  const lot = standings?.lot ?? undefined;
  const ranking = rankByVotes(candidates, shown, { lot });
  const drawn = lot === undefined ? {} : { lot };
  return { hidden: false, asOf: shown.asOf, isFinal, ballots: shown.ballots, ranking, ...drawn };
}
