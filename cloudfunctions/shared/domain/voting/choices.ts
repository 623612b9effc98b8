import type { BallotRules, Candidate } from '../../universal/poll';

/** A path into the input, and the candidate it names. */
interface Chosen {
  field: string;
  candidateId?: string;
}

/** Why a set of choices is not a ballot under these rules. */
export type ChoicesRefusal =
  | { code: 'INVALID_INPUT'; message: string; details: Chosen & { expected: string } }
  | { code: 'CANDIDATE_NOT_FOUND' | 'CANDIDATE_WITHDRAWN'; message: string; details: Chosen }
  | {
      code: 'CHOICES_OUT_OF_RANGE';
      message: string;
      details: { field: string; min: number; max: number; got: number; group?: string };
    };

/**
 * Checks one ballot's choices against the rules: known, not repeated, in range overall and in each group, not
 * withdrawn. Withdrawal is checked last: it is the only one of these facts that can change while a poll is open.
 * @returns null when they are a valid ballot
 */
export function checkChoices(
  rules: BallotRules,
  candidates: ReadonlyMap<string, Candidate>,
  choices: readonly string[],
): ChoicesRefusal | null {
  return (
    checkEach(candidates, choices) ??
    checkRange(rules.choices, choices.length) ??
    checkGroups(rules, candidates, choices) ??
    checkWithdrawn(candidates, choices)
  );
}

function checkEach(candidates: ReadonlyMap<string, Candidate>, choices: readonly string[]): ChoicesRefusal | null {
  const seen = new Set<string>();
  for (const [index, candidateId] of choices.entries()) {
    const field = `choices.${index}`;
    if (!candidates.has(candidateId)) {
      return {
        code: 'CANDIDATE_NOT_FOUND',
        message: `${field}: this poll has no such candidate`,
        details: { field, candidateId },
      };
    }
    if (seen.has(candidateId)) {
      const expected = 'each candidate at most once';
      return { code: 'INVALID_INPUT', message: `${field}: ${expected}`, details: { field, expected, candidateId } };
    }
    seen.add(candidateId);
  }
  return null;
}

function checkWithdrawn(candidates: ReadonlyMap<string, Candidate>, choices: readonly string[]): ChoicesRefusal | null {
  const index = choices.findIndex((candidateId) => candidates.get(candidateId)?.withdrawn === true);
  if (index < 0) return null;
  const field = `choices.${index}`;
  return {
    code: 'CANDIDATE_WITHDRAWN',
    message: `${field}: this candidate was withdrawn`,
    details: { field, candidateId: choices[index] ?? '' },
  };
}

function checkGroups(
  rules: BallotRules,
  candidates: ReadonlyMap<string, Candidate>,
  choices: readonly string[],
): ChoicesRefusal | null {
  for (const group of rules.groups ?? []) {
    const got = choices.filter((candidateId) => candidates.get(candidateId)?.group === group.id).length;
    const refusal = checkRange(group, got, group.name);
    if (refusal) return refusal;
  }
  return null;
}

function checkRange(range: { min: number; max: number }, got: number, group?: string): ChoicesRefusal | null {
  const { min, max } = range;
  if (got >= min && got <= max) return null;
  const where = group === undefined ? '' : ` in group ${group}`;
  return {
    code: 'CHOICES_OUT_OF_RANGE',
    message: `choices: ${min === max ? `exactly ${min}` : `${min} to ${max}`}${where}, got ${got}`,
    details: { field: 'choices', min, max, got, ...(group === undefined ? {} : { group }) },
  };
}
