import { isPollText } from '../../../../cloudfunctions/shared/universal/poll-fields';
import { countPolicyText, ruleSentences } from '../../../text/rules';
import { criterionNames } from '../../../text/candidate-page';
import { conflictView, type ConflictView, type Side } from '../components/conflict-sheet/conflict-sheet.view';
import type { FieldName } from '../draft/fields';
import type { EditedPoll, PollFields } from '../services/polls';
import { conflictWords } from '../text/editor';
import { countedRuleWords, tieNames, ruleWords } from '../text/rule-step';
import { scheduleSentence } from '../text/schedule';
import { dateTimeText } from '../../../../cloudfunctions/shared/universal/times';

/**
 * Both sides of what two people changed of one poll.
 * @param chosen which side was chosen so far, by field
 * @param now the server's time, epoch milliseconds
 */
export function pollConflictView(
  by: EditedPoll['edited'],
  fields: readonly FieldName[],
  theirs: PollFields,
  mine: PollFields,
  chosen: Readonly<Partial<Record<FieldName, Side>>>,
  now: number,
): ConflictView {
  const sides = { theirs, mine };
  return conflictView(by, fields, (side, field) => shownField(sides[side], field), chosen, now);
}

/** A field's value as a person reads it. */
function shownField(fields: PollFields, field: FieldName): string {
  const shown = inWords(fields, field);
  return shown.trim() === '' ? conflictWords.empty : shown;
}

function inWords(fields: PollFields, field: FieldName): string {
  if (isPollText(field)) return fields[field];
  switch (field) {
    case 'stages':
    case 'opensAtOnce':
      return scheduleSentence(fields);
    case 'rules':
      return ruleSentences(fields.rules, fields.countPolicy, fields.measure).join('');
    case 'countPolicy':
      return countPolicyText(fields.countPolicy);
    case 'result': {
      const lot = fields.result.ties.find((tie) => tie.by === 'lot');
      const ties = lot === undefined ? tieNames.shared : `${tieNames.lot} ${lot.draw}`;
      return `${countedRuleWords(fields.measure).seats}：${fields.result.seats}，${ruleWords.ties}：${ties}`;
    }
    case 'voidReasons':
      return fields.voidReasons.join('、');
    case 'latestEnd':
      return fields.latestEnd === null ? '' : dateTimeText(fields.latestEnd);
    case 'criteria':
      return fields.criteria.map((criterion) => criterionNames[criterion]).join('、');
    case 'secondPerson':
      return fields.secondPerson ? conflictWords.on : conflictWords.off;
    case 'isForGroups':
      return fields.isForGroups ? conflictWords.on : conflictWords.off;
    case 'nomination':
      return fields.nomination.guide;
    case 'attachments':
      return fields.attachments.map(({ name }) => name).join('、');
    case 'cover':
      return fields.cover === null ? '' : conflictWords.picture;
    case 'measure':
      return fields.measure;
  }
}
