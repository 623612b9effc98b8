import { areAll, areDistinct, isId, isRecord, isText, isWhole } from './shape';

/** Whether what JSON gave is rules for ballots. */
export function areBallotRules(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { period, ballotsPerPeriod, choices, perCandidate, groups } = value;
  return (
    (period === 'once' || period === 'daily') &&
    isWhole(ballotsPerPeriod) &&
    isSpan(choices) &&
    (perCandidate === undefined || isWhole(perCandidate)) &&
    (groups === undefined || (areAll(groups, isGroup) && areDistinct(groups.map(({ id }) => id))))
  );
}

function isGroup(value: unknown): value is { id: string } {
  return isRecord(value) && isId(value.id) && isText(value.name) && isSpan(value);
}

function isSpan(value: unknown): boolean {
  return isRecord(value) && isWhole(value.min) && isWhole(value.max);
}
