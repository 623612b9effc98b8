import { pollFieldNames, pollFields } from '../../../../cloudfunctions/shared/universal/poll-fields';
import type { EditedPoll, PollChange, PollFields } from '../services/polls';

export type FieldName = keyof PollFields;

/** What of a poll can be edited, in the order of the editor. */
export const fieldNames: readonly FieldName[] = pollFieldNames;

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(pollFields, name);
}

/** The poll's fields in the shape in which they are saved. */
export function fieldsOf(poll: EditedPoll): PollFields {
  const fields = Object.fromEntries(fieldNames.map((name) => [name, poll[name]]));
  return {
    ...(fields as Omit<PollFields, 'cover' | 'attachments'>), // It has exactly these.
    cover: poll.cover?.file ?? null,
    attachments: poll.attachments.map(({ file, name, size }) => ({ file, name, size })),
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

/** Whether the caller may write this poll now: a draft, by an owner or editor. */
export function canEdit({ status, may }: Pick<EditedPoll, 'status' | 'may'>): boolean {
  return status === 'draft' && may.includes('poll.save');
}

/** Fields that cannot be saved as they stand, because a line in them is still empty. The others are saved meanwhile. */
export function unfinishedFields({ rules, voidReasons }: PollFields): FieldName[] {
  const isBlank = (text: string): boolean => text.trim() === '';
  const names: FieldName[] = [];
  if (rules.groups?.some(({ name }) => isBlank(name))) names.push('rules');
  if (voidReasons.some(isBlank)) names.push('voidReasons');
  return names;
}
