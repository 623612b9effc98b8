import type { RankRow } from '../../../components/rank-row/rank-row';
import { barPercent, percentText, rankByVotes, type Count } from '../../../../cloudfunctions/shared/universal/ranking';
import type { PollReply } from '../../../services/polls';
import { participationWords } from '../../../../cloudfunctions/shared/universal/participation';
import type { Drawing } from '../../../services/standings';
import { plateText } from '../../../../cloudfunctions/shared/universal/plate';
import { groupedText } from '../../../../cloudfunctions/shared/universal/numbers';

/** What of a candidate its line is made of. */
export type RankedCandidate = Pick<
  PollReply['candidates'][number],
  'id' | 'number' | 'name' | 'group' | 'picture' | 'withdrawn' | 'standing'
>;

/**
 * The candidates by votes. Withdrawn ones close the list, unplaced; frozen ones keep their place.
 * @param seats how many win; undefined draws no line
 * @param mine ids that were chosen on this phone
 * @param lot what a public lot decides between equal votes
 */
export function ranking(
  candidates: readonly RankedCandidate[],
  count: Count,
  seats: number | undefined,
  mine: ReadonlySet<string>,
  lot?: Drawing,
): RankRow[] {
  return rankByVotes(candidates, count, { seats, lot }).map((ranked) => {
    const { candidate, votes, percent, participation, isInside } = ranked;
    const rank = ranked.rank === null ? '–' : String(ranked.rank);
    const share = percentText(percent);
    const isMine = mine.has(candidate.id);
    const note = participationWords[participation];
    return {
      id: candidate.id,
      rank,
      isRanked: ranked.rank !== null,
      number: plateText(candidate.number),
      name: candidate.name,
      note,
      picture: candidate.picture ?? '',
      votes: groupedText(votes),
      share,
      percent: barPercent(percent),
      isInside,
      isMine,
    };
  });
}
