import { ruleSentences } from '../../../text/rules';
import type { PollFields } from '../services/polls';
import { candidateSentence } from '../text/candidate-step';
import { titleSentence } from '../text/basics';
import { scheduleSentence } from '../text/schedule';
import type { StepName } from './steps';

/** What residents will read of this step, as the fields stand now. */
export function stepSentence(step: StepName, fields: PollFields, candidateCount: number): string {
  switch (step) {
    case 'basics':
      return titleSentence(fields.title, fields.organiser);
    case 'times':
      return scheduleSentence(fields);
    case 'rules':
      return ruleSentences(fields.rules, fields.countPolicy, fields.measure).join('');
    case 'candidates':
      return candidateSentence(candidateCount, fields.rules.groups?.length ?? 0, fields.measure);
    case 'publish':
      return [
        titleSentence(fields.title, fields.organiser),
        scheduleSentence(fields),
        ...ruleSentences(fields.rules, fields.countPolicy, fields.measure),
      ].join('');
  }
}
