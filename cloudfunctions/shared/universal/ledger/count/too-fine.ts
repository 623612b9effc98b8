import type { LogState } from './log-state';
import { countRulesOf, publicWhole, sectionsOf } from './score';

/**
 * Whether scores of this count could need larger numbers than are exact. The bound is one on what the numbers are made of, not on how
 * far they happen to cancel out, so that every recounter draws the line at the same place:
 * public part · jurors · criteria's weights · points · parts' weights · 10 < 2^53.
 */
export function isTooFine(state: LogState): boolean {
  const rules = state.rules && countRulesOf(state.rules);
  const jury = rules?.jury;
  if (rules?.votes === undefined || jury === undefined || 'drop' in jury) return false;
  const { by, weight } = rules.votes;
  const whole = sectionsOf(state, rules).reduce((most, section) => Math.max(most, publicWhole(state, section, by)), 1);
  const weights = jury.criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
  const jurors = Math.max(1, state.jurors);
  return whole * jurors * weights * jury.most * (weight + jury.weight) * 10 >= 2 ** 53;
}
