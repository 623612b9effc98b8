import { plateText } from '../../../cloudfunctions/shared/universal/plate';
import type { BoardCandidate, BoardPoll, BoardStandings } from '../../../cloudfunctions/shared/universal/board';
import { placesOf } from '../../../cloudfunctions/shared/universal/places';
import { groupedText } from '../../shared/numbers';

/** One line of a ranking, or of a list of candidates. */
export interface RankRow {
  id: string;
  rank: string;
  number: string;
  name: string;
  unit: string;
  /** An address, or empty. */
  picture: string;
  votes: string;
  /** Of all ballots: 62.1%. */
  share: string;
  /** The same as a bar's width, 0 … 100. */
  percent: number;
  /** Among the winners' places. */
  isInside: boolean;
}

/** A ranking of all candidates, or of one group. */
export interface RankTable {
  /** The group; '' for all. */
  id: string;
  name: string;
  rows: RankRow[];
}

export interface Count {
  counts: Readonly<Record<string, number>>;
  /** That count. */
  ballots: number;
}

/**
 * Candidates by votes; equal votes share a place and stand by number, unless a lot was drawn. Withdrawn ones are left out.
 * @param seats how many win; undefined draws no line
 */
export function rank(
  candidates: readonly BoardCandidate[],
  count: Count,
  seats: number | undefined,
  lot?: BoardStandings['lot'],
): RankRow[] {
  const votesOf = ({ id }: BoardCandidate): number => count.counts[id] ?? 0;
  const standing = candidates.filter(({ withdrawn }) => !withdrawn);
  return placesOf(standing, votesOf, lot).map(({ candidate, place }) => ({
    ...row(candidate, votesOf(candidate), count.ballots),
    rank: String(place),
    isInside: seats === undefined || place <= seats,
  }));
}

/** Those that left, by number, with the votes they got. */
export function withdrawnRows({ candidates }: Pick<BoardPoll, 'candidates'>, count: Count | null): RankRow[] {
  return candidates
    .filter(({ withdrawn }) => withdrawn)
    .map((each) => row(each, count?.counts[each.id] ?? 0, count?.ballots ?? 0));
}

/** Those that stand, by number, before there is anything to rank. */
export function unrankedRows({ candidates }: Pick<BoardPoll, 'candidates'>): RankRow[] {
  const standing = candidates.filter(({ withdrawn }) => !withdrawn).sort((a, b) => a.number - b.number);
  return standing.map((each) => row(each, 0, 0));
}

/** The ranking of all, and where the poll has groups, of each. */
export function rankTables(poll: BoardPoll, count: Count, nameOfAll: string, lot?: BoardStandings['lot']): RankTable[] {
  const { candidates, groups = [], seats } = poll;
  const all = { id: '', name: nameOfAll, rows: rank(candidates, count, seats, lot) };
  // The line is over all candidates: within a group it would say who wins, and that is not what seats count.
  const each = groups.map(({ id, name }) => ({
    id,
    name,
    rows: rank(
      candidates.filter(({ group }) => group === id),
      count,
      undefined,
      lot,
    ),
  }));
  return [all, ...each.filter(({ rows }) => rows.length > 0)];
}

function row({ id, number, name, unit, picture = '' }: BoardCandidate, votes: number, ballots: number): RankRow {
  const percent = ballots > 0 ? Math.min(100, (votes / ballots) * 100) : 0;
  return {
    id,
    rank: '–',
    number: plateText(number),
    name,
    unit,
    picture,
    votes: groupedText(votes),
    share: `${percent.toFixed(1)}%`,
    percent: Math.round(percent * 10) / 10,
    isInside: false,
  };
}
