import { encodeEntry, type JuryEntry } from '../../universal/ledger/entries/log-entry';
import type { WholeJuryRules } from '../../universal/ledger/entries/whole-result';

/** By the rules' criteria in their order; null where one has no points yet. */
export type Points = readonly (number | null)[];

/** Of each candidate, by its id. */
export type Scores = ReadonlyMap<string, Points>;

/** A candidate as a sheet has to have it. */
export interface Judged {
  id: string;
  /** It is out for good: it may stand in a sheet, and need not. */
  isWithdrawn: boolean;
}

/** A juror hands in so many versions at most. */
export const mostVersions = 20;

/** Points of one candidate that no sheet of these rules can have. */
export type PointsFault =
  { kind: 'length'; wanted: number } | { kind: 'range'; place: number; criterion: string; most: number };

export function faultOf(points: Points, { criteria, most }: WholeJuryRules): PointsFault | null {
  if (points.length !== criteria.length) return { kind: 'length', wanted: criteria.length };
  const place = points.findIndex((each) => each !== null && each > most);
  const criterion = criteria[place];
  return criterion === undefined ? null : { kind: 'range', place, criterion: criterion.id, most };
}

function isWhole(points: Points | undefined): points is readonly number[] {
  return points?.every((each) => each !== null) === true;
}

/** Candidates that have to have points and lack some, in their order. */
export function missingIn(scores: Scores, recused: ReadonlySet<string>, candidates: readonly Judged[]): string[] {
  return candidates
    .filter(({ id, isWithdrawn }) => !isWithdrawn && !recused.has(id) && !isWhole(scores.get(id)))
    .map(({ id }) => id);
}

/** Of how many candidates each criterion has its points. */
export function scoredIn(scores: Scores, recused: ReadonlySet<string>, candidates: readonly Judged[]): number {
  return candidates.filter(({ id }) => !recused.has(id) && isWhole(scores.get(id))).length;
}

/**
 * The very text that the log will reveal of a sheet that lacks nothing. What stands there of a candidate who is out does no harm; that
 * it stands there at all holds whether or not the log knows of it yet.
 * @param salt 32 hex digits, which hide the points behind the text's hash until then
 */
export function sheetText(
  juror: string,
  scores: Scores,
  recused: ReadonlySet<string>,
  candidates: readonly Judged[],
  salt: string,
): string {
  const ids = candidates.map(({ id }) => id).sort();
  const scored = ids.flatMap((id): JuryEntry['scores'] => {
    const points = scores.get(id);
    return recused.has(id) || !isWhole(points) ? [] : [[id, ...points]];
  });
  return encodeEntry({
    v: 2,
    kind: 'jury',
    juror,
    scores: scored,
    recused: ids.filter((id) => recused.has(id)),
    salt,
  });
}

/** Candidates that fewer than so many jurors may judge. @param recusals of each juror, by candidate */
export function tooFewFor(
  candidates: readonly Judged[],
  recusals: readonly ReadonlySet<string>[],
  least: number,
): string[] {
  return candidates
    .filter(({ id, isWithdrawn }) => !isWithdrawn && recusals.filter((recused) => !recused.has(id)).length < least)
    .map(({ id }) => id);
}
