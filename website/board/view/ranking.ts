import { plateText } from '../../../cloudfunctions/shared/universal/plate';
import type { BoardCandidate, BoardPoll, BoardStandings } from '../../../cloudfunctions/shared/universal/board';
import { participationWords } from '../../../cloudfunctions/shared/universal/participation';
import {
  barPercent,
  percentText,
  rankByVotes,
  type Count,
  type Ranked,
} from '../../../cloudfunctions/shared/universal/ranking';
import { groupedText } from '../../../cloudfunctions/shared/universal/numbers';

/** One line of a ranking, or of a list of candidates. */
export interface RankRow {
  id: string;
  rank: string;
  number: string;
  name: string;
  unit: string;
  /** Said beside it while it takes no votes; else empty. */
  note: string;
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

const noCount: Count = { counts: {}, ballots: 0 };

/**
 * Candidates by votes. Withdrawn ones are left out, frozen ones keep their place.
 * @param seats how many win; undefined draws no line
 */
export function rank(
  candidates: readonly BoardCandidate[],
  count: Count,
  seats: number | undefined,
  lot?: BoardStandings['lot'],
): RankRow[] {
  const ranked = rankByVotes(candidates, count, { seats, lot });
  return ranked.filter((each) => each.rank !== null).map((each) => rowOf(each));
}

/** Those that left, by number, with the votes they got. */
export function withdrawnRows({ candidates }: Pick<BoardPoll, 'candidates'>, count: Count | null): RankRow[] {
  const ranked = rankByVotes(candidates, count ?? noCount);
  // The heading above them says why they stand here.
  return ranked.filter((each) => each.rank === null).map((each) => ({ ...rowOf(each), note: '' }));
}

/** Those that stand, by number, before there is anything to rank. */
export function unrankedRows({ candidates }: Pick<BoardPoll, 'candidates'>): RankRow[] {
  const standing = rankByVotes(candidates, noCount).filter((each) => each.rank !== null);
  return standing.map((each) => ({ ...rowOf(each), rank: '–', isInside: false }));
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

function rowOf({ candidate, rank: place, votes, percent, participation, isInside }: Ranked<BoardCandidate>): RankRow {
  const { id, number, name, unit, picture = '' } = candidate;
  return {
    id,
    rank: place === null ? '–' : String(place),
    number: plateText(number),
    name,
    unit,
    note: participationWords[participation],
    picture,
    votes: groupedText(votes),
    share: percentText(percent),
    percent: barPercent(percent),
    isInside,
  };
}
