import type { AnyRulesEntry } from '../entries/log-entry';
import type { ResultRules } from '../entries/result-rules';
import type { WholeResultRules } from '../entries/whole-rules';
import { add, fraction, multiply, type Fraction } from './fraction';
import type { LogState } from './log-state';

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
export function sectionsOf(state: LogState, rules: CountRules | undefined): Section[] {
  const left = state.votes.flatMap((_, number) => (state.withdrawn.has(number) ? [] : [number]));
  // Rules of version 1 name no seats; then nobody is said to have won.
  if (rules === undefined) return [{ seats: 0, numbers: left }];
  const groups = 'groups' in rules ? rules.groups : undefined;
  if (groups === undefined) return [{ seats: rules.seats ?? 0, numbers: left }];
  return groups.map(({ id, seats }) => ({ seats, numbers: left.filter((number) => state.groupIds[number] === id) }));
}

/** A candidate's part of 1: the weighted mean of what the public and the jury give it. */
export function scoreOf(state: LogState, rules: CountRules, section: Section, number: number): Fraction {
  const { votes, jury } = rules;
  // How sheets under rules of version 3 are counted, their own version says.
  if (votes === undefined) return fraction(0);
  const byPublic = publicPart(state, section, votes.by, state.votes[number] ?? 0);
  if (jury === undefined || 'drop' in jury) return byPublic;
  const sheet = state.jury[number];
  const weights = jury.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const points = jury.criteria.reduce((sum, { weight }, at) => sum + weight * (sheet?.points[at] ?? 0), 0);
  const byJury = sheet?.jurors ? fraction(points, sheet.jurors * jury.most * weights) : fraction(0);
  const all = votes.weight + jury.weight;
  return add(multiply(byPublic, fraction(votes.weight, all)), multiply(byJury, fraction(jury.weight, all)));
}

function publicPart(state: LogState, { numbers }: Section, by: ResultRules['votes']['by'], votes: number): Fraction {
  const left = numbers.map((number) => state.votes[number] ?? 0);
  switch (by) {
    case 'maximum': {
      const most = left.reduce((a, b) => Math.max(a, b), 0);
      return most === 0 ? fraction(0) : fraction(votes, most);
    }
    case 'ballots': {
      const ballots = state.ballots - state.voided;
      return ballots === 0 ? fraction(0) : fraction(votes, ballots);
    }
    case 'rank':
      return fraction(left.filter((each) => each <= votes).length, left.length);
  }
}
