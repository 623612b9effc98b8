import { fieldText } from '../../../../text/fields';
import { conflictWords } from '../../text/editor';
import { choices, type Choice } from '../choice-row/choice-row.view';

export interface Clash {
  field: string;
  label: string;
  theirs: string;
  mine: string;
  choices: Choice[];
}

/** Both sides of what two people have changed at once. */
export interface ConflictView {
  title: string;
  who: string;
  clashes: Clash[];
  isSettled: boolean;
}

export type Side = 'theirs' | 'mine';

/**
 * What the sheet shows of fields that two people have changed.
 * @param by who saved first, and when (epoch milliseconds)
 * @param shown a side's value of a field as a person reads it
 * @param chosen which side was chosen so far, by field
 * @param now the server's time, epoch milliseconds
 */
export function conflictView<Name extends string>(
  by: { name: string; at: number },
  fields: readonly Name[],
  shown: (side: Side, field: Name) => string,
  chosen: Readonly<Partial<Record<Name, Side>>>,
  now: number,
): ConflictView {
  const names = { theirs: conflictWords.theirs(by.name), mine: conflictWords.mine };
  return {
    title: conflictWords.title(by.name, by.at, now),
    who: conflictWords.theirText(by.name),
    clashes: fields.map((field) => ({
      field,
      label: fieldText(field),
      theirs: shown('theirs', field),
      mine: shown('mine', field),
      choices: choices(names, chosen[field]),
    })),
    isSettled: fields.every((field) => chosen[field] !== undefined),
  };
}
