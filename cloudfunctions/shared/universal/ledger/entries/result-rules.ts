import { areAll, areDistinct, isId, isPoints, isRecord, isText } from './shape';

/** How votes and jury sheets become a ranking, as rules of version 2 and today's polls have it. Everything is a whole number, so that everyone computes the same. */
export interface ResultRules {
  /** How many candidates win; a shared last place wins for all who share it. */
  seats: number;
  /** Of the score that is shown, 0 … 6. */
  decimals: number;
  votes: {
    weight: number;
    /**
     * A candidate's part of 1: its votes by the most that any got, its votes by the ballots that count, or the candidates
     * that do not have more votes than it by all candidates.
     */
    by: 'maximum' | 'ballots' | 'rank';
  };
  /** A candidate's part of 1: the mean over its jurors of weighted points by the most possible. */
  jury?: { weight: number; most: number; criteria: { id: string; weight: number }[] };
  /** What decides between equal scores, one after the other. What is equal after all of them shares its rank. */
  ties: TieBreak[];
}

export type TieBreak =
  | { by: 'votes' }
  /** The mean points by this criterion. */
  | { by: 'jury'; criterion: string }
  /** `draw` says which public draw decides; see `lotOrder`. How many digits it gives only rules of version 3 say. */
  | { by: 'lot'; draw: string; digits?: number };

const mostDecimals = 6;

/** Whether what JSON gave is rules for a result that can be computed. */
export function areResultRules(value: unknown): value is ResultRules {
  if (!isRecord(value) || !isRecord(value.votes)) return false;
  const { seats, decimals, votes, jury, ties } = value;
  return (
    isPoints(seats) &&
    seats > 0 &&
    isPoints(decimals) &&
    decimals <= mostDecimals &&
    isWeight(votes.weight) &&
    (votes.by === 'maximum' || votes.by === 'ballots' || votes.by === 'rank') &&
    (jury === undefined || isJury(jury)) &&
    areAll(ties, (tie): tie is TieBreak => isTieBreak(tie, criteriaOf(jury)))
  );
}

const isWeight = (value: unknown): boolean => isPoints(value) && value > 0 && value <= 1000;

function isJury(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const isCriterion = (each: unknown): each is object => isRecord(each) && isId(each.id) && isWeight(each.weight);
  const ids = criteriaOf(value);
  const isUnique = areDistinct(ids) && ids.length > 0;
  return isWeight(value.weight) && isWeight(value.most) && areAll(value.criteria, isCriterion) && isUnique;
}

function criteriaOf(jury: unknown): unknown[] {
  if (!isRecord(jury) || !Array.isArray(jury.criteria)) return [];
  return jury.criteria.map((each: unknown) => (isRecord(each) ? each.id : undefined));
}

function isTieBreak(value: unknown, criteria: readonly unknown[]): boolean {
  if (!isRecord(value)) return false;
  switch (value.by) {
    case 'votes':
      return true;
    case 'jury':
      return criteria.includes(value.criterion);
    case 'lot':
      return isText(value.draw);
    default:
      return false;
  }
}
