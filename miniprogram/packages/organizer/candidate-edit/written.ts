import { criterionNames } from '../../../text/candidate-page';
import type { Texts } from './candidate-form';

type Criterion = Texts['criteria'][number]['criterion'];

/** What one field of the form now holds: one of the candidate's own, or a criterion's text. */
export interface Written {
  field: 'name' | 'unit' | 'sentence' | 'detail' | Criterion;
  value: string;
}

/** The change that a field's new content makes. */
export function written({ criteria }: Pick<Texts, 'criteria'>, { field, value }: Written): Partial<Texts> {
  if (!isCriterion(field)) return { [field]: value };
  return { criteria: [...criteria.filter(({ criterion }) => criterion !== field), { criterion: field, text: value }] };
}

function isCriterion(field: Written['field']): field is Criterion {
  return Object.hasOwn(criterionNames, field);
}
