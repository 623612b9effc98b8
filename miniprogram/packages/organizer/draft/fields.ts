import type { EditedPoll, PollChange, PollFields } from '../services/polls';

export type FieldName = keyof PollFields;

const names: Readonly<Record<FieldName, true>> = {
  title: true,
  organiser: true,
  summary: true,
  purpose: true,
  approval: true,
  hotline: true,
  objectionChannel: true,
  cover: true,
  stages: true,
  opensAtOnce: true,
  rules: true,
  countPolicy: true,
  result: true,
  voidReasons: true,
  latestEnd: true,
  criteria: true,
  secondPerson: true,
  nomination: true,
  isForGroups: true,
};

/** What of a poll can be edited, in the order of the editor. */
export const fieldNames: readonly FieldName[] = Object.keys(names).filter(isFieldName);

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(names, name);
}

/** The poll's fields in the shape in which they are saved. */
export function fieldsOf(poll: EditedPoll): PollFields {
  const { title, organiser, summary, purpose, approval, hotline, objectionChannel, stages, opensAtOnce, rules } = poll;
  const { countPolicy, result, voidReasons, latestEnd, criteria, secondPerson, nomination, isForGroups, cover } = poll;
  return {
    ...{ title, organiser, summary, purpose, approval, hotline, objectionChannel, stages, opensAtOnce, rules },
    ...{ countPolicy, result, voidReasons, latestEnd, criteria, secondPerson, nomination, isForGroups },
    cover: cover?.file ?? null,
  };
}

/** Those fields of `change` that are named. */
export function pick(change: PollChange, wanted: readonly FieldName[]): PollChange {
  return Object.fromEntries(Object.entries(change).filter(([name]) => wanted.some((each) => each === name)));
}

/** The names of the fields that `change` holds. */
export function namesIn(change: PollChange): FieldName[] {
  return fieldNames.filter((name) => change[name] !== undefined);
}
