import type { BallotRules } from '../../cloudfunctions/shared/universal/poll';
import { weightedOrder, wholeBetween, type Random } from '../random/random';

/** A candidate that may be chosen. */
export interface Option {
  id: string;
  group?: string | undefined;
  appeal: number;
}

/** Draws the choices of one ballot that the rules accept: each group's minimum first, then whoever appeals most. */
export function chooseWithin(rules: BallotRules, options: readonly Option[], random: Random): string[] {
  const order = weightedOrder(random, options, ({ appeal }) => appeal);
  const groups = rules.groups ?? [];
  const needed = groups.flatMap(({ id, min }) => order.filter(({ group }) => group === id).slice(0, min));
  const chosen = new Set(needed);
  const size = Math.max(chosen.size, wholeBetween(random, rules.choices.min, rules.choices.max));

  for (const option of order) {
    if (chosen.size >= size) break;
    const most = groups.find(({ id }) => id === option.group)?.max ?? Infinity;
    const taken = [...chosen].filter(({ group }) => group === option.group).length;
    if (taken < most) chosen.add(option);
  }
  return [...chosen].map(({ id }) => id).sort();
}
