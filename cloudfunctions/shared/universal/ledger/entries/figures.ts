import { areAll, isId, isRecord, isText, isWhole } from './shape';

/** What a count adds up to. A result says it, and before it each notice of one. */
export interface Figures {
  /** Ballots that count. */
  ballots: number;
  voided: number;
  /** Voided ballots by reason, reasons sorted. */
  voids: { reason: string; ballots: number }[];
  /** What the lot that the rules announced drew, once it was needed. */
  draw?: string;
  /** The best first; those that share a rank in the rules' order. */
  ranking: RankedCandidate[];
  /** Those that were withdrawn, in the rules' order; absent where none was. */
  withdrawn?: WithdrawnCandidate[];
}

export interface WithdrawnCandidate {
  candidate: string;
  votes: number;
  /** Votes of voided ballots. */
  voided: number;
}

export interface RankedCandidate extends WithdrawnCandidate {
  /** Its part by votes and by the jury, of 100, each where the rules have that part; not in results of version 1. */
  public?: string;
  jury?: string;
  /** Rounded once, here: votes, or points of 100 with the rules' decimals. */
  score: string;
  rank: number;
  won: boolean;
}

/** The fields in the canonical order. @param hasParts whether what a candidate has of the public and the jury stands in them */
export function figuresInOrder(figures: Figures, hasParts: boolean): Figures {
  const { ballots, voided, voids, draw, ranking, withdrawn } = figures;
  return {
    ballots,
    voided,
    voids: voids.map(({ reason, ballots: count }) => ({ reason, ballots: count })),
    ...(draw === undefined ? {} : { draw }),
    ranking: ranking.map((each) => ({
      ...counted(each),
      ...(hasParts && each.public !== undefined ? { public: each.public } : {}),
      ...(hasParts && each.jury !== undefined ? { jury: each.jury } : {}),
      score: each.score,
      rank: each.rank,
      won: each.won,
    })),
    ...(withdrawn === undefined ? {} : { withdrawn: withdrawn.map(counted) }),
  };
}

function counted({ candidate, votes, voided }: WithdrawnCandidate): WithdrawnCandidate {
  return { candidate, votes, voided };
}

/** Whether what JSON gave is such figures. @param hasParts as for `figuresInOrder` */
export function areFigures(value: Partial<Record<keyof Figures, unknown>>, hasParts: boolean): boolean {
  const { ballots, voided, voids, draw, ranking, withdrawn } = value;
  const isPart = (part: unknown): boolean => !hasParts || part === undefined || isText(part);
  const isRanked = (each: unknown): each is object =>
    isCounted(each) &&
    [each.public, each.jury].every(isPart) &&
    isWhole(each.rank) &&
    isText(each.score) &&
    typeof each.won === 'boolean';
  return (
    isWhole(ballots) &&
    isWhole(voided) &&
    areAll(voids, isVoid) &&
    (draw === undefined || isText(draw)) &&
    areAll(ranking, isRanked) &&
    (withdrawn === undefined || (areAll(withdrawn, isCounted) && withdrawn.length > 0))
  );
}

function isVoid(each: unknown): each is object {
  return isRecord(each) && isText(each.reason) && isWhole(each.ballots);
}

function isCounted(each: unknown): each is Record<string, unknown> {
  return isRecord(each) && isId(each.candidate) && [each.votes, each.voided].every(isWhole);
}
