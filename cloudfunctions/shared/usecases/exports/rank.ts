import type { LotState } from '../../universal/ledger/count/lot-state';
import { placesOf } from '../../universal/places';
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
  ranking: RankedCandidate[];
}

export interface RankedCandidate {
  candidateId: string;
  number: number;
  name: string;
  group?: string;
  votes: number;
  /** Equal votes share a rank, unless a lot was drawn; who is withdrawn stands behind all others and takes none. */
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
  const none: ShownCounts = { batch: 0, counts: {}, ballots: 0, asOf: poll.stages.voting };
  const shown = standings?.shown ?? (isLive ? none : null);
  if (shown === null) {
    return { hidden: true, nextAt: standings?.nextAt ?? dueAt(poll, null, now) ?? poll.stages.verifying };
  }
  const isFinal = standings?.final ?? false;
  const lot = standings?.lot ?? undefined;
  const ranking = rank(candidates, shown.counts, lot);
  const drawn = lot === undefined ? {} : { lot };
  return { hidden: false, asOf: shown.asOf, isFinal, ballots: shown.ballots, ranking, ...drawn };
}

export function rank(
  candidates: readonly PlacedCandidate[],
  counts: Readonly<Record<string, number>>,
  lot?: LotState,
): RankedCandidate[] {
  const votesOf = ({ id }: PlacedCandidate): number => counts[id] ?? 0;
  const isOut = ({ standing }: PlacedCandidate): boolean => standing?.state === 'withdrawn';
  const standing = candidates.filter((each) => !isOut(each));
  const gone = placesOf(candidates.filter(isOut), votesOf, undefined);
  const behind = gone.map(({ candidate, place }) => ({ candidate, place: place + standing.length }));
  return [...placesOf(standing, votesOf, lot), ...behind].map(({ candidate, place }) => {
    const { id, number, name, group } = candidate;
    const placed = {
      candidateId: id,
      number,
      name,
      votes: votesOf(candidate),
      rank: place,
      isWithdrawn: isOut(candidate),
    };
    return { ...placed, ...(group === undefined ? {} : { group }) };
  });
}
