import type { AnyRulesEntry } from '../entries/log-entry';
import type { ResultRules } from '../entries/result-rules';
import type { WholeResultRules } from '../entries/whole-result';
import { add, fraction, multiply, type Fraction } from './fraction';
import type { CountState } from './count-state';
import { juryPart, type GivenPoints } from './jury-part';

/** Rules for a result, of a version that has any. */
export type CountRules = ResultRules | WholeResultRules;

/** Candidates that are ranked among themselves. */
export interface Section {
  seats: number;
  /** By number; without those that were withdrawn. */
  numbers: number[];
}

export function countRulesOf(entry: AnyRulesEntry): CountRules | undefined {
  return entry.v === 1 ? undefined : entry.result;
}

/** Whoever is ranked together: each group that has seats of its own, in the rules' order, or everybody. */
export function sectionsOf(state: CountState, rules: CountRules | undefined): Section[] {
  const left = state.votes.flatMap((_, number) => (state.withdrawn.has(number) ? [] : [number]));
  // Rules of version 1 name no seats; then nobody is said to have won.
  if (rules === undefined) return [{ seats: 0, numbers: left }];
  const groups = 'groups' in rules ? rules.groups : undefined;
  if (groups === undefined) return [{ seats: rules.seats ?? 0, numbers: left }];
  return groups.map(({ id, seats }) => ({ seats, numbers: left.filter((number) => state.groupIds[number] === id) }));
}

/** A candidate's part of 1: the weighted mean of what the public and the jury give it, or the one part that the rules have. */
export function scoreOf(
  state: CountState,
  rules: CountRules,
  section: Section,
  number: number,
  kept: readonly GivenPoints[],
): Fraction {
  const { votes, jury } = rules;
  const byPublic = publicPart(state, rules, section, number);
  if (jury === undefined) return byPublic ?? fraction(0);
  const byJury = juryPart(jury, kept);
  if (votes === undefined || byPublic === undefined) return byJury;
  const all = votes.weight + jury.weight;
  return add(multiply(byPublic, fraction(votes.weight, all)), multiply(byJury, fraction(jury.weight, all)));
}

/** What a candidate's votes are a part of. */
function publicWhole(state: CountState, { numbers }: Section, by: ResultRules['votes']['by']): number {
  switch (by) {
    case 'maximum':
      return numbers.reduce((most, number) => Math.max(most, state.votes[number] ?? 0), 0);
    case 'ballots':
      return state.ballots - state.voided;
    case 'rank':
      return numbers.length;
  }
}

/** A candidate's part of 1 by votes alone; undefined where the rules have no vote. */
export function publicPart(
  state: CountState,
  { votes: ruled }: CountRules,
  section: Section,
  number: number,
): Fraction | undefined {
  if (ruled === undefined) return undefined;
  const votes = state.votes[number] ?? 0;
  const whole = publicWhole(state, section, ruled.by);
  if (whole === 0) return fraction(0);
  if (ruled.by !== 'rank') return fraction(votes, whole);
  return fraction(section.numbers.filter((other) => (state.votes[other] ?? 0) <= votes).length, whole);
}

/**
 * Whether scores of this count could need larger numbers than are exact. The bound is one on what the numbers are made of, not on how
 * far they happen to cancel out, so that every recounter draws the line at the same place:
 * public part · jurors · criteria's weights · points · parts' weights · 10 < 2^53.
 */
export function isTooFine(state: CountState): boolean {
  const rules = state.rules && countRulesOf(state.rules);
  if (rules?.jury === undefined) return false;
  const { votes, jury } = rules;
  const whole = votes
    ? sectionsOf(state, rules).reduce((most, section) => Math.max(most, publicWhole(state, section, votes.by)), 1)
    : 1;
  const weights = jury.criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
  const jurors = Math.max(1, state.jury.jurors);
  return whole * jurors * weights * jury.most * ((votes?.weight ?? 0) + jury.weight) * 10 >= 2 ** 53;
}
