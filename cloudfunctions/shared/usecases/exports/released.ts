import type { LotState } from '../../universal/ledger/count/lot-state';
import { rankByVotes, type Ranked } from '../../universal/ranking';
import { publicCount } from '../../domain/counting/public-count';
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
  const count = publicCount(poll, await findStandings(poll.id), now);
  if (count.hidden) return count;
  const { shown, final: isFinal, lot } = count;
  const ranking = rankByVotes(candidates, shown, { lot });
  const drawn = lot === undefined ? {} : { lot };
  return { hidden: false, asOf: shown.asOf, isFinal, ballots: shown.ballots, ranking, ...drawn };
}
