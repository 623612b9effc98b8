import { criterionNames } from '../../../text/candidate-page';
import type { CandidateFields } from '../services/candidates';

export type FormField = keyof CandidateFields;

/** What of a candidate is typed; pictures and film are on their way on their own. */
export type Texts = Omit<CandidateFields, 'pictures' | 'video'>;

type Criterion = Texts['criteria'][number]['criterion'];

/** What one field of the form now holds: one of the candidate's own, or a criterion's text. */
export interface TypedField {
  field: 'name' | 'unit' | 'sentence' | 'detail' | Criterion;
  value: string;
}

/** The change that a field's new content makes. */
export function changeBy({ criteria }: Pick<Texts, 'criteria'>, { field, value }: TypedField): Partial<Texts> {
  if (!isCriterion(field)) return { [field]: value };
  return { criteria: [...criteria.filter(({ criterion }) => criterion !== field), { criterion: field, text: value }] };
}

function isCriterion(field: TypedField['field']): field is Criterion {
  return Object.hasOwn(criterionNames, field);
}
