import type { ShownCounts } from '../../domain/standings';
import { dueAt } from '../../domain/publication';
import { findStandings } from '../../store/standings';
import type { TeamPoll } from '../../store/organizing/team-polls';
import type { PlacedCandidate } from './describe-candidate';

export interface Released {
  hidden: false;
  asOf: number;
  isFinal: boolean;
  ballots: number;
  ranking: RankedCandidate[];
}

export interface RankedCandidate {
  candidateId: string;
  number: number;
  name: string;
  group?: string;
  votes: number;
  /** Equal votes share a rank; who is withdrawn stands behind all others and takes none. */
  rank: number;
  isWithdrawn: boolean;
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
  const none: ShownCounts = { batch: 0, counts: {}, ballots: 0, asOf: now };
  const shown = standings?.shown ?? (isLive ? none : null);
  if (shown === null) {
    return { hidden: true, nextAt: standings?.nextAt ?? dueAt(poll, null, now) ?? poll.stages.verifying };
  }
  const isFinal = standings?.final ?? false;
  return { hidden: false, asOf: shown.asOf, isFinal, ballots: shown.ballots, ranking: rank(candidates, shown.counts) };
}

export function rank(
  candidates: readonly PlacedCandidate[],
  counts: Readonly<Record<string, number>>,
): RankedCandidate[] {
  const scored = candidates.map(({ id, number, name, group, standing }) => ({
    ...{ candidateId: id, number, name, votes: counts[id] ?? 0, isWithdrawn: standing?.state === 'withdrawn' },
    ...(group === undefined ? {} : { group }),
  }));
  const rankOf = ({ votes, isWithdrawn }: (typeof scored)[number]): number =>
    1 +
    scored.filter((other) =>
      isWithdrawn ? !other.isWithdrawn || other.votes > votes : !other.isWithdrawn && other.votes > votes,
    ).length;
  return scored.map((each) => ({ ...each, rank: rankOf(each) })).sort((a, b) => a.rank - b.rank || a.number - b.number);
}
