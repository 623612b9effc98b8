import { groupedText } from '../../../../../cloudfunctions/shared/universal/numbers';
import { tieText } from '../../../../text/rules';
import type { OutcomeNotice, PublishedOutcome } from '../../services/outcome';
import { countWords } from '../../text/outcome';

/** How a result was worked out: how many ballots counted, which did not and why, and by which rule. */
export interface CountView {
  figures: { name: string; figure: string }[];
  /** Voided ballots, a line each reason. */
  voids: string[];
  rules: string[];
}

export function countView(
  { seats, lot, choices, measure = '项' }: PublishedOutcome['poll'],
  { ballots, voids }: Pick<OutcomeNotice, 'ballots' | 'voids'>,
): CountView {
  const voided = voids.reduce((sum, each) => sum + each.ballots, 0);
  return {
    figures: [
      { name: countWords.valid, figure: groupedText(ballots) },
      { name: countWords.voided, figure: groupedText(voided) },
    ],
    voids:
      voids.length === 0
        ? [countWords.noVoids]
        : voids.map((each) => countWords.voids(each.reason, groupedText(each.ballots))),
    rules: [
      choices.max === 1 ? countWords.one(measure) : countWords.many(measure),
      seats === undefined ? countWords.all : countWords.seats(seats, measure),
      tieText(seats, lot),
    ],
  };
}
