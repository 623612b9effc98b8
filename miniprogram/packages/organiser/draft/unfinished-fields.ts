import type { PollFields } from '../services/polls';
import type { FieldName } from './fields';

/** Fields that cannot be saved as they stand, because a line in them is still empty. The others are saved meanwhile. */
export function unfinishedFields({ rules, voidReasons }: PollFields): FieldName[] {
  const isBlank = (text: string): boolean => text.trim() === '';
  const names: FieldName[] = [];
  if (rules.groups?.some(({ name }) => isBlank(name))) names.push('rules');
  if (voidReasons.some(isBlank)) names.push('voidReasons');
  return names;
}
