import { plateText } from '../../../../../cloudfunctions/shared/universal/plate';
import type { TeamCandidate } from '../../services/candidates';

export interface Target {
  id: string;
  number: string;
  name: string;
}

/** Candidates whose name holds the words or whose number it is; those with a name alike to `name` first. */
export function findMergeTargets(
  candidates: readonly Pick<TeamCandidate, 'id' | 'number' | 'name'>[],
  name: string,
  query: string,
): Target[] {
  const wanted = query.trim();
  const found =
    wanted === ''
      ? candidates
      : candidates.filter((each) => each.name.includes(wanted) || String(each.number) === wanted.replace(/^0+/, ''));
  return [...found]
    .sort((a, b) => shared(b.name, name) - shared(a.name, name) || a.number - b.number)
    .map(({ id, number, name: own }) => ({ id, number: plateText(number), name: own }));
}

/** How many pairs of neighbouring characters of one name are in the other, as a share. */
function shared(one: string, other: string): number {
  const letters = Array.from(one);
  const pairs = letters.slice(1).map((letter, at) => (letters[at] ?? '') + letter);
  return pairs.length === 0 ? 0 : pairs.filter((pair) => other.includes(pair)).length / pairs.length;
}
