import type { ActObstacle } from '../../universal/act-obstacle';
import { tooFewFor, type Judged } from '../jury/sheet';
import type { JuryAct } from './act';

/** A juror's seat as acts about the jury have to know it. */
export interface SeatedJuror {
  label: string;
  recused: ReadonlySet<string>;
  isSubmitted: boolean;
  isExcluded: boolean;
}

export interface JuryBench {
  isOpen: boolean;
  isLocked: boolean;
  seats: readonly SeatedJuror[];
  candidates: readonly Judged[];
}

/** What stands in the way of an act about a jury, as its sheets are now. */
export function obstacleToJury(act: JuryAct, bench: JuryBench): ActObstacle | null {
  if (!bench.isOpen) return { obstacle: 'juryNotOpen' };
  return act.kind === 'lockJury' ? obstacleToLock(bench) : obstacleToExclusion(act.label, bench);
}

function obstacleToLock({ isLocked, seats, candidates }: JuryBench): ActObstacle | null {
  if (isLocked) return { obstacle: 'alreadyLocked' };
  const sitting = seats.filter(({ isExcluded }) => !isExcluded);
  const labels = sitting.filter(({ isSubmitted }) => !isSubmitted).map(({ label }) => label);
  if (labels.length > 0) return { obstacle: 'sheetsMissing', labels };
  return obstacleByNumber(sitting, candidates);
}

function obstacleToExclusion(label: string, { isLocked, seats, candidates }: JuryBench): ActObstacle | null {
  const seat = seats.find((each) => each.label === label);
  if (seat === undefined) return { obstacle: 'noSuchJuror' };
  if (seat.isExcluded) return { obstacle: 'alreadyExcluded' };
  const left = seats.filter((each) => each !== seat && !each.isExcluded && (!isLocked || each.isSubmitted));
  return obstacleByNumber(left, candidates);
}

/** Each candidate keeps one sheet: the mean of none would be nothing. */
function obstacleByNumber(left: readonly SeatedJuror[], candidates: readonly Judged[]): ActObstacle | null {
  const recusals = left.map(({ recused }) => recused);
  return tooFewFor(candidates, recusals, 1).length > 0 ? { obstacle: 'tooFewSheets' } : null;
}
