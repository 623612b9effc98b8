import { participationOf, type Participating, type Participation } from './participation';

/** What of a public lot decides places: lists of ids that stand equal, in its order once it is drawn. */
export interface DrawnLot {
  tied: readonly (readonly string[])[];
  draw?: string | undefined;
}

/** Votes by candidate id, and of how many ballots they are. */
export interface Count {
  counts: Readonly<Record<string, number>>;
  ballots: number;
}

export interface Rankable extends Participating {
  id: string;
  number: number;
}

/** A candidate as every view of a count shows it: the app, the board, the team's pages and its tables only format this. */
export interface Ranked<Each> {
  candidate: Each;
  /** Null for who is withdrawn: it has left the ranking. */
  rank: number | null;
  votes: number;
  /** Percent of all ballots, 0 … 100. */
  percent: number;
  participation: Participation;
  /** Among those who win; all who are ranked, where no number of seats is told. */
  isInside: boolean;
}

/**
 * Candidates in the order of a ranking: the most votes first. Equal votes share a rank, and the next rank counts them: 1, 2, 2, 4.
 * Those between whom a public lot has decided stand in its order, each with a rank of its own. Who is frozen keeps its rank; who is
 * withdrawn takes none and stands behind all others, by number.
 */
export function rankByVotes<Each extends Rankable>(
  candidates: readonly Each[],
  count: Count,
  { seats, lot }: { seats?: number | undefined; lot?: DrawnLot | undefined } = {},
): Ranked<Each>[] {
  const drawn = new Map(lot?.draw === undefined ? [] : lot.tied.flat().map((id, at) => [id, at]));
  const drawnAt = (id: string): number => drawn.get(id) ?? drawn.size;
  const all = candidates.map((candidate) => counted(candidate, count));
  const ranked = all
    .filter(({ participation }) => participation !== 'withdrawn')
    .sort(
      ({ candidate: a, votes: ofA }, { candidate: b, votes: ofB }) =>
        ofB - ofA || drawnAt(a.id) - drawnAt(b.id) || a.number - b.number,
    );
  const gone = all
    .filter(({ participation }) => participation === 'withdrawn')
    .sort((a, b) => a.candidate.number - b.candidate.number);

  let rank = 1;
  const placed = ranked.map((each, at) => {
    const isShared = ranked[at - 1]?.votes === each.votes && !drawn.has(each.candidate.id);
    if (!isShared) rank = at + 1;
    return { ...each, rank, isInside: seats === undefined || rank <= seats };
  });
  return [...placed, ...gone.map((each) => ({ ...each, rank: null, isInside: false }))];
}

function counted<Each extends Rankable>(
  candidate: Each,
  { counts, ballots }: Count,
): Pick<Ranked<Each>, 'candidate' | 'votes' | 'percent' | 'participation'> {
  const votes = Object.hasOwn(counts, candidate.id) ? (counts[candidate.id] ?? 0) : 0;
  return { candidate, votes, percent: percentOf(votes, ballots), participation: participationOf(candidate) };
}

/** Percent of the whole; 0 where there is nothing yet. */
export function percentOf(part: number, whole: number): number {
  return whole > 0 ? Math.min(100, (part / whole) * 100) : 0;
}

/** 62.1% */
export function percentText(percent: number): string {
  return `${percent.toFixed(1)}%`;
}

/** The same as the width of a bar. */
export function barPercent(percent: number): number {
  return Math.round(percent * 10) / 10;
}
