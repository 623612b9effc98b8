import { criterionNames } from '../../../text/candidate-page';
import { plateText } from '../../../../cloudfunctions/shared/universal/plate';
import { dateTimeText } from '../../../../cloudfunctions/shared/universal/times';
import type { Choice } from '../components/choice-row/choice-row.view';
import type { ListedCandidate } from '../services/candidates';
import type { PollFields } from '../services/polls';
import { candidateStepWords } from '../text/candidate-step';

/** How many candidates the step shows of a long list. */
const shown = 4;

interface Row {
  id: string;
  number: string;
  name: string;
  second: string;
  picture: string;
}

export interface CandidatesStepView {
  rows: Row[];
  /** 还有 16 项; '' where all are shown. */
  more: string;
  isEmpty: boolean;
  criteriaTitle: string;
  perPersonTitle: string;
  criteria: Choice[];
  isNominating: boolean;
  /** When residents can propose. */
  nominatingTimes: string;
  perPerson: number;
  guide: string;
}

export function candidatesStepView(fields: PollFields, candidates: readonly ListedCandidate[]): CandidatesStepView {
  const rest = candidates.length - shown;
  const criteria = Object.entries(criterionNames);
  return {
    rows: candidates.slice(0, shown).map(({ id, number, name, unit, pictures }) => ({
      id,
      number: plateText(number),
      name,
      second: unit,
      picture: pictures[0]?.file ?? '',
    })),
    more: rest > 0 ? candidateStepWords.more(rest, fields.measure) : '',
    criteriaTitle: candidateStepWords.criteria(fields.measure),
    perPersonTitle: candidateStepWords.perPerson(fields.measure),
    isEmpty: candidates.length === 0,
    criteria: criteria.map(([id, name]) => ({ id, name, isChosen: fields.criteria.some((each) => each === id) })),
    isNominating: fields.nomination.isOpen,
    nominatingTimes: nominatingTimes(fields),
    perPerson: fields.nomination.perPerson,
    guide: fields.nomination.guide,
  };
}

/** As the cloud takes them: by the stage where there is one, else until publishing. */
function nominatingTimes({ stages, opensAtOnce }: PollFields): string {
  const { nominating, promoting, voting } = stages;
  if (opensAtOnce) return candidateStepWords.nominationsAtOnce;
  if (nominating === undefined) return candidateStepWords.nominationsNow;
  return candidateStepWords.nominationsFrom(dateTimeText(nominating), dateTimeText(promoting ?? voting));
}
