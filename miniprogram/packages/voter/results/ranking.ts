import type { RankRow } from '../../../components/rank-row/rank-row';
import { participationOf, type PollReply } from '../../../services/polls';
import { groupedText, percentOf, plateText, shareText } from '../../../text/numbers';
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
 * The candidates by votes; equal votes share a place and stand by number. Withdrawn ones close the list, unplaced; frozen ones keep their place.
 * @param seats how many win; undefined draws no line
 * @param mine ids that were chosen on this phone
 */
export function ranking(
  candidates: readonly Candidate[],
  { counts, ballots }: Count,
  seats: number | undefined,
  mine: ReadonlySet<string>,
): RankRow[] {
  const votesOf = ({ id }: Candidate): number => counts[id] ?? 0;
  const placed = candidates
    .filter((each) => !isWithdrawn(each))
    .sort((a, b) => votesOf(b) - votesOf(a) || a.number - b.number);
  const places = placeNumbers(placed.map(votesOf));
  const gone = candidates.filter(isWithdrawn);
  return [...placed, ...gone].map((candidate, index) => {
    const place = places[index];
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

/** 1, 2, 2, 4 …: how many have more votes, plus one. @param votes descending */
function placeNumbers(votes: readonly number[]): number[] {
  return votes.map((own) => votes.findIndex((other) => other === own) + 1);
}
