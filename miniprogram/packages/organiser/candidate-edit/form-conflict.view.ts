import { criterionNames } from '../../../text/candidate-page';
import { conflictView, type ConflictView, type Side } from '../components/conflict-sheet/conflict-sheet.view';
import type { CandidateFields, EditedCandidate } from '../services/candidates';
import { conflictWords } from '../text/editor';
import type { FormField } from './typed-field';

export interface Conflict {
  by: EditedCandidate['edited'];
  clashes: FormField[];
  theirs: CandidateFields;
}

/** Both sides of what two people changed of one candidate. @param now the server's time, epoch milliseconds */
export function formConflictView(
  { by, clashes, theirs }: Conflict,
  mine: CandidateFields,
  chosen: Readonly<Partial<Record<FormField, Side>>>,
  now: number,
): ConflictView {
  const sides = { theirs, mine };
  return conflictView(by, clashes, (side, field) => inWords(sides[side], field), chosen, now);
}

function inWords(fields: CandidateFields, field: FormField): string {
  switch (field) {
    case 'name':
    case 'unit':
    case 'sentence':
    case 'detail':
      return fields[field] || conflictWords.empty;
    case 'group':
      return fields.group === null ? conflictWords.empty : conflictWords.otherGroup;
    case 'facts':
      return (
        fields.facts.map(({ figure, unit, label }) => `${figure}${unit} ${label}`).join('，') || conflictWords.empty
      );
    case 'criteria':
      return (
        fields.criteria.map(({ criterion, text }) => `${criterionNames[criterion]}：${text}`).join('\n') ||
        conflictWords.empty
      );
    case 'pictures':
      return conflictWords.pictures(fields.pictures.length);
    case 'video':
      return fields.video === null ? conflictWords.empty : conflictWords.video;
  }
}
