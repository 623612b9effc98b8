import type { ResultRules } from '../entries/result-rules';
import type { WholeJuryRules } from '../entries/whole-result';
import type { CountState } from './count-state';
import { fraction, type Fraction } from './fraction';
import { compareText } from './text-order';

type JuryRules = NonNullable<ResultRules['jury']> | WholeJuryRules;

/** What one juror gave a candidate. */
export interface GivenPoints {
  juror: string;
  /** By criterion. */
  points: readonly number[];
  /** Weighted by the criteria. */
  total: number;
}

/**
 * What counts of what jurors gave a candidate. Whole sheets are dropped, by their totals and never by single criteria; of equal ones by
 * the juror's name, so that everybody drops the same.
 */
export function keptPoints(state: CountState, jury: JuryRules, number: number): GivenPoints[] {
  const given = state.jury.counted.flatMap(([juror, sheet]): GivenPoints[] => {
    const points = sheet.get(number);
    if (points === undefined) return [];
    return [
      { juror, points, total: jury.criteria.reduce((sum, { weight }, at) => sum + weight * (points[at] ?? 0), 0) },
    ];
  });
  if (!('drop' in jury)) return given;
  const { drop, least } = jury;
  const left = given.length - drop.top - drop.bottom;
  if (left < least) return given;
  const order = (a: GivenPoints, b: GivenPoints): number => a.total - b.total || compareText(a.juror, b.juror);
  return given.sort(order).slice(drop.bottom, drop.bottom + left);
}

/** A candidate's part of 1 by the jury: the mean of what counts, of all that was possible. */
export function juryPart(jury: JuryRules, kept: readonly GivenPoints[]): Fraction {
  if (kept.length === 0) return fraction(0);
  const sum = kept.reduce((all, { total }) => all + total, 0);
  const weights = jury.criteria.reduce((all, { weight }) => all + weight, 0);
  return fraction(sum, kept.length * weights * jury.most);
}

/** The mean points by one criterion, or by undefined the jury's part. */
export function meanPoints(jury: JuryRules, kept: readonly GivenPoints[], criterion: string | undefined): Fraction {
  if (criterion === undefined) return juryPart(jury, kept);
  const at = jury.criteria.findIndex(({ id }) => id === criterion);
  if (kept.length === 0) return fraction(0);
  return fraction(
    kept.reduce((all, { points }) => all + (points[at] ?? 0), 0),
    kept.length,
  );
}
