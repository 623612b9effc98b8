import type { RankRow } from '../../../components/rank-row/rank-row';
import { placesOf } from '../../../../cloudfunctions/shared/universal/places';
import type { PollReply } from '../../../services/polls';
import { participationOf } from '../../../../cloudfunctions/shared/universal/participation';
import type { Drawing } from '../../../services/standings';
import { plateText } from '../../../../cloudfunctions/shared/universal/plate';
import { groupedText, percentOf, shareText } from '../../../text/numbers';
import { resultWords, spokenRank } from '../../../text/results';

/** What of a candidate its line is made of. */
export type RankedCandidate = Pick<
  PollReply['candidates'][number],
  'id' | 'number' | 'name' | 'group' | 'picture' | 'withdrawn' | 'standing'
>;

type Candidate = RankedCandidate;

export interface Count {
  counts: Readonly<Record<string, number>>;
  ballots: number;
}

/**
 * The candidates by votes; equal votes share a place and stand by number, unless a lot was drawn. Withdrawn ones close the list, unplaced; frozen ones keep their place.
 * @param seats how many win; undefined draws no line
 * @param mine ids that were chosen on this phone
 * @param lot what a public lot decides between equal votes
 */
export function ranking(
  candidates: readonly Candidate[],
  { counts, ballots }: Count,
  seats: number | undefined,
  mine: ReadonlySet<string>,
  lot?: Drawing,
): RankRow[] {
  const votesOf = ({ id }: Candidate): number => counts[id] ?? 0;
  const standing = candidates.filter((each) => !isWithdrawn(each));
  const gone = candidates.filter(isWithdrawn).map((candidate) => ({ candidate, place: undefined }));
  return [...placesOf(standing, votesOf, lot), ...gone].map(({ candidate, place }) => {
    const votes = votesOf(candidate);
    const rank = place === undefined ? '–' : String(place);
    const share = shareText(votes, ballots);
    const isMine = mine.has(candidate.id);
    const isOut = place === undefined;
    return {
      id: candidate.id,
      rank,
      number: plateText(candidate.number),
      name: nameOf(candidate),
      picture: candidate.picture ?? '',
      votes: groupedText(votes),
      share,
      percent: Math.round(percentOf(votes, ballots) * 10) / 10,
      isInside: !isOut && (seats === undefined || place <= seats),
      isMine,
      spoken: spokenRank({ rank, name: candidate.name, votes, share, isMine, isWithdrawn: isOut }),
    };
  });
}

function isWithdrawn(candidate: Candidate): boolean {
  return participationOf(candidate) === 'withdrawn';
}

/** Says where a candidate takes no votes. */
function nameOf(candidate: Candidate): string {
  const participation = participationOf(candidate);
  return participation === 'standing' ? candidate.name : `${candidate.name}（${resultWords[participation]}）`;
}
