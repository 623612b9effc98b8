import type { AnyRulesEntry } from '../entries/log-entry';

/**
 * Whether a ballot has of each group as many as it has to.
 * @param numbers the candidates that it chose
 * @param groupOf by a candidate's number: the place of its group among `groups`; −1 or undefined where it is in none
 */
export function meetsGroups(
  groups: readonly { min: number; max: number }[],
  numbers: readonly number[],
  groupOf: readonly (number | undefined)[],
): boolean {
  const chosen = groups.map(() => 0);
  for (const number of numbers) {
    const group = groupOf[number];
    if (group !== undefined && group >= 0) chosen[group] = (chosen[group] ?? 0) + 1;
  }
  return groups.every(({ min, max }, at) => (chosen[at] ?? 0) >= min && (chosen[at] ?? 0) <= max);
}

/** Whether seats go by groups and some candidate is in none that has any. @param groupIds by the candidate's number */
export function isWithoutSeats(entry: AnyRulesEntry, groupIds: readonly (string | undefined)[]): boolean {
  const seated = entry.v === 3 ? entry.result.groups?.map(({ id }) => id) : undefined;
  return seated !== undefined && groupIds.some((group) => group === undefined || !seated.includes(group));
}
