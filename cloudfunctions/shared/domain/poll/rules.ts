import type { BallotRules, Candidate } from '../../universal/poll';

/** What stands between these rules and a publishable poll. */
export interface RulesFault {
  /** Path inside the rules, e.g. "groups.1.min". */
  field: string;
  expected: string;
}

const wholeFrom = (least: number, value: number): boolean => Number.isSafeInteger(value) && value >= least;

/**
 * Finds everything that makes ballot rules impossible or unenforceable for these candidates.
 * @returns an empty list when a voter can satisfy the rules and one insert can hold them
 */
export function findRulesFaults(rules: BallotRules, candidates: readonly Candidate[]): RulesFault[] {
  return [...limitFaults(rules, candidates), ...groupFaults(rules, candidates)];
}

function limitFaults(rules: BallotRules, candidates: readonly Candidate[]): RulesFault[] {
  const faults: RulesFault[] = [];
  const { min, max } = rules.choices;
  if (!wholeFrom(1, rules.ballotsPerPeriod)) {
    faults.push({ field: 'ballotsPerPeriod', expected: 'a whole number from 1' });
  }
  if (!wholeFrom(1, min)) faults.push({ field: 'choices.min', expected: 'a whole number from 1' });
  if (!wholeFrom(min, max) || max > candidates.length) {
    faults.push({
      field: 'choices.max',
      expected: `from choices.min to the number of candidates, ${candidates.length}`,
    });
  }
  if (rules.perCandidate !== undefined) {
    if (!wholeFrom(1, rules.perCandidate)) faults.push({ field: 'perCandidate', expected: 'a whole number from 1' });
    // The cap is a second unique key of the ballot, and a ballot has room for one.
    if (max !== 1) faults.push({ field: 'perCandidate', expected: 'absent, or ballots of exactly one choice' });
  }
  return faults;
}

function groupFaults(rules: BallotRules, candidates: readonly Candidate[]): RulesFault[] {
  const groups = rules.groups ?? [];
  const faults: RulesFault[] = [];
  let least = 0;
  let most = 0;
  const ids = new Set<string>();
  for (const [index, group] of groups.entries()) {
    const field = `groups.${index}`;
    const members = candidates.filter((candidate) => candidate.group === group.id).length;
    if (ids.has(group.id)) faults.push({ field: `${field}.id`, expected: 'an id of its own' });
    ids.add(group.id);
    if (!wholeFrom(0, group.min)) faults.push({ field: `${field}.min`, expected: 'a whole number from 0' });
    if (!wholeFrom(Math.max(1, group.min), group.max) || group.max > members) {
      faults.push({ field: `${field}.max`, expected: `from its min to the number of its candidates, ${members}` });
    }
    least += group.min;
    most += group.max;
  }
  if (groups.length === 0) return faults;
  if (candidates.some((candidate) => candidate.group === undefined || !ids.has(candidate.group))) {
    faults.push({ field: 'groups', expected: 'a group for every candidate' });
  }
  if (least > rules.choices.max) {
    faults.push({ field: 'groups', expected: `minimums that add up to at most ${rules.choices.max}` });
  }
  if (most < rules.choices.min) {
    faults.push({ field: 'groups', expected: `maximums that add up to at least ${rules.choices.min}` });
  }
  return faults;
}
